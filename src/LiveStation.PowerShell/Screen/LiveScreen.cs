using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>A screen that stays in place until it is left. Whatever ends it, the terminal is as it was before.</summary>
internal sealed class LiveScreen : IDisposable
{
    private readonly ITerminal _terminal;
    private readonly ScreenPainter _painter;
    private bool _isLeft;
    private Func<(int Width, int Height), IReadOnlyList<ScreenLine>> _draw = static _ => [];

    /// <summary>Opens it.</summary>
    public LiveScreen(ITerminal terminal)
    {
        _terminal = terminal;
        _painter = new ScreenPainter(terminal.IsColoured);
        _terminal.Write(ScreenPainter.Enter);
    }

    /// <summary>Shows something else.</summary>
    /// <param name="draw">Makes its lines for a size; called again when the window is resized.</param>
    public void Show(Func<(int Width, int Height), IReadOnlyList<ScreenLine>> draw)
    {
        _draw = draw;
        Paint();
    }

    /// <summary>Looks at keys and at the size of the window; false where somebody wants to leave.</summary>
    public bool Tick()
    {
        while (_terminal.ReadKey() is { } key)
        {
            if (key is 'q' or 'Q')
            {
                return false;
            }

            // A terminal may have echoed it.
            _painter.Forget();
        }

        Paint();
        return true;
    }

    /// <summary>Leaves it.</summary>
    public void Dispose()
    {
        if (!_isLeft)
        {
            _isLeft = true;
            _terminal.Write(ScreenPainter.Leave);
        }
    }

    private void Paint()
    {
        (int Width, int Height) size = _terminal.Size;
        string painted = _painter.Paint(_draw(size), size);
        if (painted.Length > 0)
        {
            _terminal.Write(painted);
        }
    }
}
