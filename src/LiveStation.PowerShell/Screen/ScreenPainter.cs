using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace LiveStation.PowerShell;

/// <summary>
/// Makes out of lines what a terminal has to be sent, which is what has changed since the last time and no more: over a slow line a
/// table of twenty rows of which one changes is one row. Pure: it writes nothing.
/// </summary>
internal sealed class ScreenPainter
{
    /// <summary>To a screen of its own, without a cursor, that does not break lines: what stood there comes back at the end.</summary>
    public const string Enter = "\e[?1049h\e[?25l\e[?7l\e[2J";

    /// <summary>Back to what was there before.</summary>
    public const string Leave = "\e[0m\e[?7h\e[?25h\e[?1049l";

    private readonly bool _inColour;
    private List<string> _shown = [];
    private (int Width, int Height) _size;

    public ScreenPainter(bool inColour) => _inColour = inColour;

    /// <summary>Forgets what is shown, so that all is painted anew: somebody else has written to the screen.</summary>
    public void Forget() => _size = default;

    /// <summary>What shows these lines; nothing where they are shown already.</summary>
    /// <param name="lines">The lines, from the top.</param>
    /// <param name="size">The size of the screen; where it is another one than before all is painted anew.</param>
    public string Paint(IReadOnlyList<ScreenLine> lines, (int Width, int Height) size)
    {
        StringBuilder painted = new();
        if (size != _size)
        {
            painted.Append("\e[0m\e[2J");
            _shown = [];
            _size = size;
        }

        List<string> now = [];
        for (int row = 0; row < lines.Count && row < size.Height; row++)
        {
            now.Add(lines[row].Render(_inColour, size.Width));
        }

        for (int row = 0; row < now.Count || row < _shown.Count; row++)
        {
            string wanted = row < now.Count ? now[row] : "";
            if (row >= _shown.Count ? wanted.Length > 0 : _shown[row] != wanted)
            {
                painted.Append("\e[").Append((row + 1).ToString(CultureInfo.InvariantCulture)).Append(";1H").Append(wanted).Append("\e[K");
            }
        }

        _shown = now;
        return painted.ToString();
    }
}
