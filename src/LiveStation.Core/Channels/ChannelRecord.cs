namespace LiveStation;

/// <summary>How a channel records.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelinfo</remarks>
public sealed class ChannelRecord : ServiceRecord
{
    /// <summary>What happens to recordings.</summary>
    public RecordSaveType Type { get; init; }

    /// <summary>The same as the service wrote it.</summary>
    public string? TypeText { get; init; }

    /// <summary>Kind of file.</summary>
    public RecordFormat Format { get; init; }

    /// <summary>The kind as the service wrote it.</summary>
    public string? FormatText { get; init; }

    /// <summary>Bucket in Object Storage.</summary>
    public string? BucketName { get; init; }

    /// <summary>Folder in the bucket, beginning with a slash.</summary>
    public string? FilePath { get; init; }

    /// <summary>Who may read what is written there.</summary>
    public AccessControl AccessControl { get; init; }

    /// <summary>The same as the service wrote it.</summary>
    public string? AccessControlText { get; init; }

    private protected override string Summary => BucketName is null || Type == RecordSaveType.ManualUpload ? TypeText ?? "" : $"{TypeText} {FormatText} to {BucketName}{FilePath}";

    internal static ChannelRecord Read(JsonFields fields)
    {
        string? type = fields.Enum(out RecordSaveType saveType, "type");
        string? format = fields.Enum(out RecordFormat recordFormat, "format");
        string? access = fields.Enum(out AccessControl accessControl, "accessControl");
        return new ChannelRecord
        {
            Type = saveType,
            TypeText = type,
            Format = recordFormat,
            FormatText = format,
            BucketName = fields.Text("bucketName"),
            FilePath = fields.Text("filePath"),
            AccessControl = accessControl,
            AccessControlText = access,
            Rest = fields.Rest,
        };
    }
}
