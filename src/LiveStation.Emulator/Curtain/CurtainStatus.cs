namespace LiveStation.Emulator;

/// <summary>The states of the content of a curtain, as the API writes them.</summary>
internal static class CurtainStatus
{
    public const string Creating = "CREATING";
    public const string Ready = "READY";
    public const string ProcessingFail = "PROCESSING_FAIL";
    public const string Deleted = "DELETED";

    public static readonly string[] All = [Creating, Ready, ProcessingFail, Deleted];
}
