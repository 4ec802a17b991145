namespace LiveStation.PowerShell;

/// <summary>Completes a parameter that is true, false or not given.</summary>
internal sealed class BooleanCompleter() : WordCompleter("$true", "$false");
