namespace LiveStation.PowerShell;

/// <summary>Completes nothing: what is to be typed nobody knows, but it is no file.</summary>
internal sealed class NoFiles() : WordCompleter();
