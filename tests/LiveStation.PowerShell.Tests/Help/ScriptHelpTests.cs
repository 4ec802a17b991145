using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace LiveStation.PowerShell.Tests.Help;

/// <summary>The scripts of the repository say what they are: a comment that stands wrong is no help, and nothing tells.</summary>
public sealed class ScriptHelpTests
{
    public static TheoryData<string> Scripts => [.. Folders().SelectMany(static folder => Directory.GetFiles(folder, "*.ps1")).Where(static script => File.ReadAllText(script).Contains(".SYNOPSIS", StringComparison.Ordinal)).Select(static script => Path.GetRelativePath(Shell.Root, script))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Get_Help_shows_what_stands_at_the_top(string script)
    {
        using Shell shell = new();
        shell.Set("script", Path.Combine(Shell.Root, script));

        string synopsis = Assert.Single(shell.Run("(Get-Help $script).Synopsis.Trim()").Texts());

        Assert.Contains(synopsis.Split('\n')[0].Trim(), File.ReadAllText(Path.Combine(Shell.Root, script)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Folders() => new[] { "", "benchmarks", "build", "tests", "samples/runbooks" }.Select(static folder => Path.Combine(Shell.Root, folder));
}
