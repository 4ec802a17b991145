using System.IO;
using System.Text.RegularExpressions;

namespace LiveStation.Packaging;

/// <summary>What the changelog tells of one version.</summary>
internal static class Changes
{
    // What a gallery takes.
    private const int Longest = 30_000;

    /// <summary>The section of a version, or else of what is not released yet.</summary>
    public static string Of(string changelog, string version)
    {
        foreach (string heading in new[] { version, "Unreleased" })
        {
            Match section = Regex.Match(changelog.Replace("\r", ""), $@"(?ms)^## \[{Regex.Escape(heading)}\][^\n]*\n(.*?)(?=^## \[|\z)");
            if (section.Success)
            {
                string text = section.Groups[1].Value.Trim();
                return text.Length <= Longest ? text : text[..text.LastIndexOf("\n- ", Longest, System.StringComparison.Ordinal)] + "\n\nMore in CHANGELOG.md.";
            }
        }

        throw new InvalidDataException($"CHANGELOG.md has no section for {version}.");
    }
}
