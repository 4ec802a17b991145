namespace LiveStation.PowerShell;

/// <summary>Completes a time span with usual ones.</summary>
internal sealed class SpanCompleter() : WordCompleter("6h", "12h", "1d", "3d");
