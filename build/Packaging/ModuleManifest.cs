using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace LiveStation.Packaging;

/// <summary>As much of a literal manifest as a package tells.</summary>
internal sealed class ModuleManifest(string text)
{
    /// <summary>The text behind a key.</summary>
    public string Value(string key) => Find(key, @"'((?:[^']|'')*)'").Replace("''", "'");

    /// <summary>The texts behind a key.</summary>
    public IReadOnlyList<string> List(string key) => [.. Regex.Matches(Find(key, @"@\(([^)]*)\)"), "'([^']*)'").Select(static match => match.Groups[1].Value)];

    private string Find(string key, string value)
    {
        Match match = Regex.Match(text, $@"(?m)^\s*{key}\s*=\s*{value}");
        return match.Success ? match.Groups[1].Value : throw new InvalidDataException($"The manifest has no {key}.");
    }
}
