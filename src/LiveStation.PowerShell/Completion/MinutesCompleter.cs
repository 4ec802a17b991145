namespace LiveStation.PowerShell;

/// <summary>Completes a time span of minutes with usual ones.</summary>
internal sealed class MinutesCompleter() : WordCompleter("1m", "3m", "5m", "10m");
