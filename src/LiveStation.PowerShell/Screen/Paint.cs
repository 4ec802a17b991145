using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>
/// The colours of tones. In views the shell takes them away where they do not belong: in files and pipes, with NO_COLOR, and as $PSStyle
/// says. Windows PowerShell would not, so its views have none. A colour never says alone what it says.
/// </summary>
internal static class Paint
{
    /// <summary>Ends a colour.</summary>
    public const string Off = "\e[0m";

    private static readonly Dictionary<Tone, string> Codes = new()
    {
        [Tone.Head] = "\e[1m",
        [Tone.Good] = "\e[32m",
        [Tone.Bad] = "\e[31;1m",
        [Tone.Faint] = "\e[2m",
    };

    /// <summary>What begins the colour of a tone; null where it has none.</summary>
    public static string? Code(Tone tone) => Codes.TryGetValue(tone, out string? code) ? code : null;

    /// <summary>A text in a view.</summary>
    public static string View(string text, Tone tone) =>
#if NETFRAMEWORK
        text;
#else
        Code(tone) + text + Off;
#endif
}
