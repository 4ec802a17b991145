using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace LiveStation.Conventions.Tests.Help;

/// <summary>An example: title, code, and all text beside the code.</summary>
internal sealed record HelpExample(string Title, string Code, string Text);

/// <summary>A page of help as a cmdlet's markdown holds it: sections by their headings, nothing more of markdown than that.</summary>
internal sealed partial class HelpPage
{
    private readonly Dictionary<string, string> _sections;

    private HelpPage(string text)
    {
        Text = text;
        _sections = Split(text, "## ").ToDictionary(static part => part.Heading, static part => part.Body, StringComparer.Ordinal);
    }

    public string Text { get; }

    public string Synopsis => HelpText.Plain(Section("SYNOPSIS"));

    public string Syntax => Section("SYNTAX");

    public string Description => HelpText.Plain(Section("DESCRIPTION"));

    public string Notes => HelpText.Plain(Section("NOTES"));

    public IReadOnlyList<string> Links => [.. Link().Matches(Section("RELATED LINKS")).Select(static link => link.Groups[1].Value)];

    /// <summary>Parameters by name; the body is the description, then the yaml block with the facts.</summary>
    public IReadOnlyDictionary<string, string> Parameters => Split(Section("PARAMETERS"), "### ")
        .Where(static part => part.Heading.StartsWith('-'))
        .ToDictionary(static part => part.Heading[1..], static part => part.Body, StringComparer.Ordinal);

    public IReadOnlyList<HelpExample> Examples => [.. Split(Section("EXAMPLES"), "### ").Select(static part => Example(part.Heading, part.Body))];

    public static HelpPage Read(string path) => new(File.ReadAllText(path).Replace("\r", "", StringComparison.Ordinal));

    /// <summary>The description of a parameter, without its facts.</summary>
    public string DescriptionOf(string parameter) => HelpText.Plain(Fence().Replace(Parameters[parameter], ""));

    /// <summary>The paragraphs of build/help-paragraphs.md, by parameter: what is said of it begins with one of them.</summary>
    public static IReadOnlyDictionary<string, string[]> SharedParagraphs(string path) => Split(File.ReadAllText(path).Replace("\r", "", StringComparison.Ordinal), "### ")
        .ToDictionary(static part => part.Heading[1..], static part => part.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(HelpText.Plain).ToArray(), StringComparer.Ordinal);

    /// <summary>A list in the facts of a parameter, such as Aliases.</summary>
    public string[] FactsOf(string parameter, string name)
    {
        Match list = Regex.Match(Parameters[parameter], $@"^{name}:\n((?:- .*\n)+)", RegexOptions.Multiline);
        return [.. list.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line[2..])];
    }

    private static HelpExample Example(string title, string body)
    {
        string code = "";
        string text = Fence().Replace(body, fence =>
        {
            if (fence.Groups["kind"].Value != "powershell")
            {
                return fence.Groups["text"].Value;
            }

            code += fence.Groups["text"].Value;
            return "";
        });
        return new HelpExample(title, code, HelpText.Plain(text));
    }

    // A heading inside a fence is text of an example.
    private static IEnumerable<(string Heading, string Body)> Split(string text, string mark)
    {
        string? heading = null;
        List<string> body = [];
        bool isFenced = false;
        foreach (string line in text.Split('\n'))
        {
            isFenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (isFenced || !line.StartsWith(mark, StringComparison.Ordinal))
            {
                body.Add(line);
                continue;
            }

            if (heading is not null)
            {
                yield return (heading, string.Join('\n', body));
            }

            heading = line[mark.Length..].Trim();
            body.Clear();
        }

        if (heading is not null)
        {
            yield return (heading, string.Join('\n', body));
        }
    }

    private string Section(string heading) => _sections.GetValueOrDefault(heading, "");

    [GeneratedRegex(@"^```(?<kind>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
