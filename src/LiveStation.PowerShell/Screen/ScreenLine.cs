using System.Text;

namespace LiveStation.PowerShell;

/// <summary>A line of a screen: pieces of clean text, each with a tone.</summary>
internal sealed class ScreenLine
{
    private readonly (string Text, Tone Tone)[] _pieces;

    public ScreenLine(params (string Text, Tone Tone)[] pieces) => _pieces = pieces;

    /// <summary>As a terminal is sent it.</summary>
    /// <param name="inColour">Whether tones become colours.</param>
    /// <param name="cells">The room that there is; what is too long is cut.</param>
    public string Render(bool inColour, int cells)
    {
        StringBuilder line = new();
        foreach ((string whole, Tone tone) in _pieces)
        {
            string text = ConsoleText.Width(whole) > cells ? ConsoleText.Fit(whole, cells) : whole;
            cells -= ConsoleText.Width(text);
            string? code = inColour && text.Length > 0 ? Paint.Code(tone) : null;
            line.Append(code).Append(text).Append(code is null ? "" : Paint.Off);
        }

        return line.ToString();
    }
}
