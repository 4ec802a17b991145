using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;

namespace LiveStation.Conventions.Tests.Help;

/// <summary>Looks over the code of an example: does it parse, and does it name only what exists.</summary>
internal static class HelpScript
{
    // What examples use of the shell's own modules, which are not in reach of a test without a shell.
    private static readonly HashSet<string> Shell = new(StringComparer.OrdinalIgnoreCase)
    {
        "ConvertTo-Json", "Export-Clixml", "Export-Csv", "Format-List", "Format-Table", "Get-ChildItem", "Get-Content", "Get-Credential",
        "Get-Date", "Group-Object", "Import-Clixml", "Import-Csv", "Invoke-Command", "Measure-Object", "New-TimeSpan", "Out-File", "Out-Null",
        "Out-String", "Read-Host", "Receive-Job", "Select-Object", "Set-Content", "Sort-Object", "Start-Job", "Start-Sleep", "Start-ThreadJob",
        "Wait-Job", "Write-Error", "Write-Host", "Write-Output", "Write-Verbose", "Write-Warning",
    };

    /// <summary>What is wrong with a script; nothing if all is well.</summary>
    public static IReadOnlyList<string> Faults(string code)
    {
        ScriptBlockAst script = Parser.ParseInput(code, out _, out ParseError[] errors);
        return
        [
            .. errors.Select(static error => $"line {error.Extent.StartLineNumber}: {error.Message}"),
            .. script.FindAll(static ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().SelectMany(Faults),
        ];
    }

    private static IEnumerable<string> Faults(CommandAst command)
    {
        string? name = command.GetCommandName();
        if (name is null || Shell.Contains(name))
        {
            yield break;
        }

        if (!HelpSources.Cmdlets.TryGetValue(name, out Type? cmdlet) && !HelpSources.EngineCmdlets.TryGetValue(name, out cmdlet))
        {
            yield return $"line {command.Extent.StartLineNumber}: there is no cmdlet {name}";
            yield break;
        }

        foreach (CommandParameterAst used in command.CommandElements.OfType<CommandParameterAst>().Where(used => !Exists(cmdlet, used.ParameterName)))
        {
            yield return $"line {used.Extent.StartLineNumber}: {name} has no parameter -{used.ParameterName}, or more than one that begins so";
        }
    }

    private static bool Exists(Type cmdlet, string name)
    {
        string[][] known =
        [
            .. HelpSources.ParametersOf(cmdlet).Select(static parameter => (string[])[parameter.Name, .. HelpSources.AliasesOf(parameter)]),
            .. System.Management.Automation.Cmdlet.CommonParameters.Concat(System.Management.Automation.Cmdlet.OptionalCommonParameters).Select(static common => (string[])[common]),
        ];
        return known.Any(names => names.Contains(name, StringComparer.OrdinalIgnoreCase))
            || known.Count(names => names.Any(whole => whole.StartsWith(name, StringComparison.OrdinalIgnoreCase))) == 1;
    }
}
