namespace LiveStation.PowerShell;

/// <summary>A terminal, as far as a table that stays in place needs one.</summary>
internal interface ITerminal
{
    /// <summary>Its size in cells; it changes when the window does.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Whether colours are wanted.</summary>
    bool IsColoured { get; }

    /// <summary>The key that was pressed next; null for none.</summary>
    char? ReadKey();

    /// <summary>Sends text and escape sequences.</summary>
    void Write(string text);
}
