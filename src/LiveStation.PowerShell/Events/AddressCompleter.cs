namespace LiveStation.PowerShell;

/// <summary>Completes an address to listen at.</summary>
internal sealed class AddressCompleter() : WordCompleter("127.0.0.1", "::1", "0.0.0.0", "::");
