using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace LiveStation.PowerShell;

/// <summary>Text as a terminal lays it out: in cells, of which a Korean syllable takes two and a mark that joins the letter before it none.</summary>
internal static class ConsoleText
{
    // First and last of what takes two cells, in order: East Asian wide and full width, and the pictures that phones have brought.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23EC), (0x2E80, 0x303E), (0x3041, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>How many cells a text takes.</summary>
    public static int Width(string text)
    {
        int cells = 0;
        for (int i = 0; i < text.Length; i++)
        {
            cells += WidthAt(text, ref i);
        }

        return cells;
    }

    /// <summary>A text in exactly so many cells: filled up, or cut with a mark that it is.</summary>
    public static string Fit(string text, int cells, bool right = false)
    {
        int width = Width(text);
        if (width <= cells)
        {
            string room = new(' ', cells - width);
            return right ? room + text : text + room;
        }

        if (cells < 1)
        {
            return "";
        }

        StringBuilder cut = new();
        int used = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            int wide = WidthAt(text, ref i);
            if (used + wide > cells - 1)
            {
                break;
            }

            cut.Append(text, start, i - start + 1);
            used += wide;
        }

        return cut.Append('…').Append(' ', cells - 1 - used).ToString();
    }

    /// <summary>Lines of so many cells at the most, broken between words where that can be.</summary>
    public static IEnumerable<string> Wrap(string text, int cells)
    {
        StringBuilder line = new();
        int used = 0;
        foreach (string word in text.Split(' '))
        {
            int width = Width(word);
            if (used > 0 && used + 1 + width > cells)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }

            line.Append(used > 0 ? " " : "").Append(word);
            used += width + (used > 0 ? 1 : 0);
        }

        yield return line.ToString();
    }

    private static int WidthAt(string text, ref int i)
    {
        UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(text, i);
        int point = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? char.ConvertToUtf32(text[i], text[++i]) : text[i];

        // Vowels and finals of a syllable that is written in pieces, as file names of a Mac are, stand within its first letter.
        return category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format || point is (>= 0x1160 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FF) ? 0
            : IsWide(point) ? 2
            : 1;
    }

    private static bool IsWide(int point)
    {
        if (point < Wide[0].First)
        {
            return false;
        }

        foreach ((int first, int last) in Wide)
        {
            if (point <= last)
            {
                return point >= first;
            }
        }

        return false;
    }
}
