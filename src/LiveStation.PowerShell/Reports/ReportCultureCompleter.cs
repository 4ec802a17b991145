namespace LiveStation.PowerShell;

/// <summary>Completes the languages that a report speaks.</summary>
internal sealed class ReportCultureCompleter() : WordCompleter("en-US", "ko-KR");
