namespace LiveStation.PowerShell;

/// <summary>Completes the platforms that the service is known to relay to.</summary>
internal sealed class TargetNameCompleter() : WordCompleter(RestreamTarget.KnownNames);
