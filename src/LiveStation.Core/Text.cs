using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LiveStation;

/// <summary>What strangers wrote, made safe to print.</summary>
internal static class Text
{
    private const int Longest = 300;

    private static readonly Regex Login = new(@"(?<=://)[^/?#\s@]*@", RegexOptions.CultureInvariant);

    /// <summary>Addresses without the user name and the password that may stand in them, as in those of proxies.</summary>
    public static string WithoutLogins(string text) => Login.Replace(text, "");

    /// <summary>A value as it may stand in a sentence: on one line, and so short that it fills no screen.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // No further than what can be shown, however long it is.
        string line = Line(text!.Length > 8 * Longest ? text.Substring(0, 8 * Longest) : text);
        StringBuilder clean = new(line.Length);
        foreach (char c in line)
        {
            if (clean.Length == Longest)
            {
                // Not between the halves of a character.
                clean.Length -= char.IsHighSurrogate(clean[Longest - 1]) ? 1 : 0;
                clean.Append('…');
                break;
            }

            if (c != ' ' || (clean.Length > 0 && clean[clean.Length - 1] != ' '))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>
    /// A whole text on one line without control characters, so that no answer can move a cursor, forge a line or turn the
    /// direction of what is read. Applied where text leaves for a terminal; properties keep it as it came.
    /// </summary>
    public static string Line(string? text)
    {
        if (text is null)
        {
            return "";
        }

        StringBuilder? line = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            char shown = c is ' ' ? c
                : char.IsControl(c) || char.IsWhiteSpace(c) ? ' '
                : IsUnseen(CharUnicodeInfo.GetUnicodeCategory(text, i)) ? '?'
                : c;
            if (shown == c)
            {
                line?.Append(text, i, isPair ? 2 : 1);
            }
            else
            {
                (line ??= new StringBuilder(text, 0, i, text.Length)).Append(shown);
            }

            i += isPair ? 1 : 0;
        }

        return line?.ToString() ?? text;
    }

    // Bidirectional overrides and other format characters can make text read as what it is not; half a character is none.
    private static bool IsUnseen(UnicodeCategory category) => category is UnicodeCategory.Format or UnicodeCategory.Surrogate;
}
