namespace LiveStation.PowerShell;

/// <summary>Completes the length of a segment with some that the service takes.</summary>
internal sealed class SegmentCompleter() : WordCompleter("1s", "2s", "4s", "6s", "10s");
