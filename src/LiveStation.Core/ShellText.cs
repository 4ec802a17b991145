using System.Linq;
using System.Text.RegularExpressions;

namespace LiveStation;

/// <summary>Values in commands that people paste.</summary>
internal static class ShellText
{
    // PowerShell ends a text in single quotes at each of these.
    private static readonly Regex SingleQuote = new("['\u2018\u2019\u201a\u201b]");

    /// <summary>A value as an argument: bare where that is the same, in quotes otherwise.</summary>
    public static string Quote(string value) => IsBare(value) ? value : "'" + SingleQuote.Replace(value, "$0$0") + "'";

    // What begins with a digit may be read as another number (1kb is 1024), with a dash as a parameter.
    private static bool IsBare(string value) =>
        value.Length > 0 && (value.All(static c => c is >= '0' and <= '9') || IsWord(value));

    private static bool IsWord(string value) => char.IsLetter(value[0]) && value.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');
}
