using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Xunit;

namespace LiveStation.PowerShell.Tests.Help;

/// <summary>
/// The examples of the help print what their pages show. The bare engine has no Format-List or Export-Csv: a page is followed up
/// to the first example that needs one. tests/pester types all of them into a real shell, with the same reader of pages.
/// </summary>
public class ExampleTests
{
    // What is asked for at the prompt or of the real service cannot run here.
    private static readonly string[] Elsewhere = ["Connect-LsAccount", "Disconnect-LsAccount"];

    public static TheoryData<string> Pages() =>
        [.. Directory.EnumerateFiles(Path.Combine(Shell.Root, "docs", "en-US"), "*-Ls*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Except(Elsewhere).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void An_example_prints_what_its_page_shows(string page)
    {
        using Shell shell = new(width: 80);
        shell.Set("reader", Path.Combine(Shell.Root, "tests", "pester", "Shape.ps1"));
        shell.Set("page", Path.Combine(Shell.Root, "docs", "en-US", page + ".md"));
        IReadOnlyList<PSObject> examples = shell.Run(". $reader; Read-HelpExample $page").Quiet().Output;
        shell.Run("$ProgressPreference = 'SilentlyContinue'; Connect-LsAccount -Emulator > $null").Quiet();
        Assert.NotEmpty(examples);

        foreach (PSObject example in examples)
        {
            ScriptBlockAst code = Parser.ParseInput((string)example.Properties["Code"].Value, out _, out _);
            IEnumerable<string> commands = code.FindAll(ast => ast is CommandAst, true).Cast<CommandAst>().Select(command => command.GetCommandName()).OfType<string>();
            if (commands.Any(command => shell.Run($"Get-Command '{command}' -ErrorAction Ignore").Output.Count == 0))
            {
                break;
            }

            int before = shell.Host.Text.Length;
            foreach (StatementAst statement in code.EndBlock.Statements)
            {
                shell.Run($". {{\n{statement.Extent.Text}\n}} 2>&1 | Out-Default");
            }

            string printed = shell.Host.Text[before..].Replace("ERROR: ", "", StringComparison.Ordinal);
            Assert.True(
                Shape(shell, (string)example.Properties["Output"].Value) == Shape(shell, printed),
                $"docs/en-US/{page}.md, {example.Properties["Title"].Value}: mend the page, or what the command prints, which was:\n{printed}");
        }
    }

    private static string Shape(Shell shell, string text)
    {
        shell.Set("text", text);
        return string.Join(" | ", shell.Run("Get-Shape $text").Quiet().Texts());
    }
}
