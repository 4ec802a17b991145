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

    /// <summary>One line without control characters, so that no answer can move a cursor, forge a log line or fill a screen.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        StringBuilder clean = new(text!.Length);
        foreach (char c in text)
        {
            if (clean.Length == Longest)
            {
                // Not between the halves of a character.
                clean.Length -= char.IsHighSurrogate(clean[Longest - 1]) ? 1 : 0;
                clean.Append('…');
                break;
            }

            if (char.IsControl(c) || char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[clean.Length - 1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else
            {
                // Bidirectional overrides and other format characters can make text read as what it is not.
                clean.Append(char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format ? '?' : c);
            }
        }

        return clean.ToString().TrimEnd();
    }
}
