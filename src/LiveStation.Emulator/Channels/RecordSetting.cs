namespace LiveStation.Emulator;

/// <summary>What a channel does with its recordings.</summary>
internal sealed record RecordSetting(string Type, string? Format, string? BucketName, string? FilePath, string? AccessControl)
{
    public const string NoRecord = "NO_RECORD";
    public const string AutoUpload = "AUTO_UPLOAD";
    public const string ManualUpload = "MANUAL_UPLOAD";

    public static readonly string[] Types = [NoRecord, AutoUpload, ManualUpload];
    public static readonly string[] Formats = ["MP4", "HLS", "ALL"];

    /// <summary>The kinds of file that one recording makes.</summary>
    public string[] FileTypes => Format == "ALL" ? ["MP4", "HLS"] : [Format ?? "MP4"];
}
