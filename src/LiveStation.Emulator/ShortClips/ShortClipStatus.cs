namespace LiveStation.Emulator;

/// <summary>The states of a short clip, as the API writes them.</summary>
internal static class ShortClipStatus
{
    public const string Creating = "CREATING";
    public const string Completed = "COMPLETED";
    public const string ProcessingFail = "PROCESSING_FAIL";
    public const string UploadFail = "UPLOAD_FAIL";

    public static readonly string[] All = [Creating, Completed, ProcessingFail, UploadFail];
}
