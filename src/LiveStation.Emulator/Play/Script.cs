using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace LiveStation.Emulator;

/// <summary>A script as text: a line for each happening, with its time, its channel, what happens, and details.</summary>
internal static class Script
{
    private const int MostHours = 100;

    // The time from the beginning, then words.
    private static readonly Regex Line = new(@"^\s*(?<hours>\d{1,4}):(?<minutes>[0-5]\d)(?::(?<seconds>[0-5]\d))?\s+(?<channel>\S+)\s+(?<what>\S+)(?:\s+(?<details>.*?))?\s*$", RegexOptions.CultureInvariant);

    private static readonly Lazy<string> EveningText = new(static () =>
    {
        using StreamReader reader = new(typeof(Script).Assembly.GetManifestResourceStream("Evening.txt")!);
        return reader.ReadToEnd();
    });

    /// <summary>The evening that is ready.</summary>
    public static string Evening => EveningText.Value;

    /// <summary>Reads a script, and says in which line it cannot be understood.</summary>
    public static IReadOnlyList<ScriptLine> Read(string text)
    {
        List<ScriptLine> lines = [];
        string[] rows = text.Split('\n');
        for (int i = 0; i < rows.Length; i++)
        {
            string row = rows[i].Trim();
            if (row.Length > 0 && row[0] != '#')
            {
                lines.Add(ReadLine(row, i + 1));
            }
        }

        return lines.Count > 0 ? lines : throw new ArgumentException("The script has no line.", nameof(text));
    }

    private static ScriptLine ReadLine(string row, int number)
    {
        Match match = Line.Match(row);
        if (!match.Success)
        {
            throw Wrong(number, "a line is a time such as 1:32 or 1:32:10, a channel, what happens, and details", row);
        }

        int hours = int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture);
        if (hours >= MostHours)
        {
            throw Wrong(number, $"a play lasts less than {MostHours} hours", row);
        }

        string details = match.Groups["details"].Value;
        string name = match.Groups["what"].Value;
        Happening what = Happenings.Find(name) ?? throw Wrong(number, $"{name} is none of {Happenings.Names}", row);
        Action<Stage, DateTimeOffset> act = what.Read(details.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            ?? throw Wrong(number, what.Takes.Length > 0 ? $"{name} takes {what.Takes}" : $"{name} takes nothing", row);
        TimeSpan at = new(hours, Whole(match.Groups["minutes"]), Whole(match.Groups["seconds"]));
        return new ScriptLine(number, at, match.Groups["channel"].Value, what, details, act);
    }

    private static int Whole(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    private static ArgumentException Wrong(int number, string why, string row) => new($"Line {number} of the script: {why}: {row}");
}
