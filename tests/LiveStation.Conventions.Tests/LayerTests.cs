using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.Conventions.Tests;

/// <summary>Folders know only what lies below them, so that an area can be read, and added, without the others.</summary>
public partial class LayerTests
{
    // From the bottom up. What is named nowhere is an area, above all shared folders and below the door; files of the root are listed by name.
    private static readonly Dictionary<string, string[]> Shared = new()
    {
        ["LiveStation.Core"] = ["Errors Json Text.cs ShellText.cs Zone.cs IBucketUser.cs ServiceRecord.cs ServiceAddress.cs", "Authentication", "Http", "Bulk"],
        ["LiveStation.PowerShell"] = ["Completion Kinds Screen", "Runtime", "Binding"],
    };

    // What looks at several areas at once stands above them all.
    private static readonly string[] Door = ["LiveStationClient.cs", "LiveStationClientOptions.cs", "RestOperations.cs", "ConnectionTest.cs", "Checks", "Metrics"];

    // What draws records together for the shell, or is drawn by the engine: a table or a template of its own.
    private static readonly string[] Everywhere = ["Formatting", "Module"];

    [Theory]
    [InlineData("LiveStation.Core")]
    [InlineData("LiveStation.PowerShell")]
    public void A_folder_uses_only_what_lies_below_it(string project)
    {
        Dictionary<string, string> files = Files(project);
        Dictionary<string, string> homes = Homes(files);
        List<string> upward = [];
        foreach ((string path, string code) in files)
        {
            foreach (string type in Used(code))
            {
                if (homes.TryGetValue(type, out string? home) && Level(project, home) > Level(project, path))
                {
                    upward.Add($"{path} uses {type} of {home}");
                }
            }
        }

        if (upward.Count > 0)
        {
            Assert.Fail(string.Join("\n", upward));
        }
    }

    [Theory]
    [InlineData("LiveStation.Core")]
    [InlineData("LiveStation.PowerShell")]
    public void No_two_areas_know_each_other_both_ways(string project)
    {
        Dictionary<string, string> files = Files(project);
        Dictionary<string, string> homes = Homes(files);
        List<(string From, string To, string What)> uses = [];
        foreach ((string path, string code) in files.Where(file => IsArea(project, file.Key)))
        {
            foreach (string type in Used(code))
            {
                if (homes.TryGetValue(type, out string? home) && IsArea(project, home) && Folder(home) != Folder(path))
                {
                    uses.Add((Folder(path), Folder(home), $"{path} uses {type}"));
                }
            }
        }

        string[] mutual = [.. uses.Where(use => uses.Any(other => other.From == use.To && other.To == use.From)).Select(use => use.What)];
        if (mutual.Length > 0)
        {
            Assert.Fail(string.Join("\n", mutual));
        }
    }

    private static Dictionary<string, string> Files(string project)
    {
        string root = Repository.File("src", project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .ToDictionary(path => path, path => Code(File.ReadAllText(Path.Combine(root, path))));
    }

    // The types that stand at the edge of a file.
    private static Dictionary<string, string> Homes(Dictionary<string, string> files) => files
        .SelectMany(file => Declarations().Matches(file.Value).Select(match => (Type: match.Groups[1].Value, file.Key)))
        .GroupBy(type => type.Type)
        .Where(group => group.Select(type => type.Key).Distinct().Count() == 1)
        .ToDictionary(group => group.Key, group => group.First().Key);

    // A property may have the name of a type: where a file declares one, the word says nothing.
    private static IEnumerable<string> Used(string code) => Words().Matches(code).Select(match => match.Value).Except(Members().Matches(code).Select(match => match.Groups[1].Value));

    private static string Code(string text) => Strings().Replace(Comments().Replace(text, ""), "\"\"");

    private static string Folder(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : path;

    private static bool IsArea(string project, string path) => Level(project, path) == Shared[project].Length;

    private static int Level(string project, string path)
    {
        string folder = Folder(path);
        if (Door.Contains(folder) || Everywhere.Contains(folder))
        {
            return Shared[project].Length + 1;
        }

        int level = Array.FindIndex(Shared[project], names => names.Split(' ').Contains(folder));
        return level < 0 ? Shared[project].Length : level;
    }

    [GeneratedRegex(@"^\s*(?://|///).*$|(?<=\s)//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex("\"(?:[^\"\\\\\\n]|\\\\.)*\"")]
    private static partial Regex Strings();

    [GeneratedRegex(@"^(?:public|internal)[a-z ]* (?:class|struct|record|enum|interface) ([A-Z]\w+)", RegexOptions.Multiline)]
    private static partial Regex Declarations();

    [GeneratedRegex(@"(?<=[\w>\]?] )([A-Z]\w+) *(?:\{|=>|\n)")]
    private static partial Regex Members();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w+\b")]
    private static partial Regex Words();
}
