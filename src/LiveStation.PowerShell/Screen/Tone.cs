namespace LiveStation.PowerShell;

/// <summary>How a piece of a line stands out.</summary>
internal enum Tone
{
    Plain,
    Head,
    Good,
    Bad,
    Faint,
}
