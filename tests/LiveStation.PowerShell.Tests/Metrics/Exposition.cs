using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.PowerShell.Tests.Metrics;

/// <summary>Prometheus' text format, read as strictly as its description has it: a kind's help and type come before its samples, all in one piece, and no series comes twice.</summary>
internal sealed partial class Exposition
{
    private readonly HashSet<string> _series = [];
    private readonly HashSet<string> _ended = [];
    private string _kind = "";

    public Dictionary<string, string> Types { get; } = [];

    public List<(string Name, Dictionary<string, string> Labels, double Value)> Samples { get; } = [];

    public static Exposition Parse(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Exposition read = new();
        HashSet<string> helped = [];
        foreach (string line in text[..^1].Split('\n'))
        {
            if (Help().Match(line) is { Success: true } help)
            {
                Assert.True(helped.Add(help.Groups[1].Value), line);
            }
            else if (Type().Match(line) is { Success: true } type)
            {
                string name = type.Groups[1].Value;
                Assert.Contains(name, helped);
                Assert.True(read._ended.Add(name), line);
                read.Types.Add(name, type.Groups[2].Value);
                read._kind = name;
            }
            else
            {
                read.Add(line);
            }
        }

        return read;
    }

    private void Add(string line)
    {
        Match sample = Sample().Match(line);
        Assert.True(sample.Success, line);
        string name = sample.Groups[1].Value;
        Assert.Equal(_kind, name);
        Assert.True(_series.Add(name + sample.Groups[2].Value), line);
        Dictionary<string, string> labels = [];
        foreach (Match label in Label().Matches(sample.Groups[2].Value))
        {
            labels.Add(label.Groups[1].Value, Unescape(label.Groups[2].Value));
        }

        Samples.Add((name, labels, double.Parse(sample.Groups[3].Value, NumberStyles.Float, CultureInfo.InvariantCulture)));
    }

    private static string Unescape(string text)
    {
        StringBuilder plain = new();
        for (int i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' ? text[i] : text[++i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (?:[^\\]|\\[\\n])+$")]
    private static partial Regex Help();

    [GeneratedRegex("^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge)$")]
    private static partial Regex Type();

    [GeneratedRegex("""^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[a-zA-Z_]\w*="(?:[^"\\]|\\["\\n])*",?)+\})? (-?[0-9.]+(?:E[-+]?[0-9]+)?|NaN|[+-]Inf)$""")]
    private static partial Regex Sample();

    [GeneratedRegex("""([a-zA-Z_]\w*)="((?:[^"\\]|\\["\\n])*)"[,}]""")]
    private static partial Regex Label();
}
