using System.Collections.Generic;

namespace LiveStation;

/// <summary>What is to change in a live channel. A <see langword="null"/> stays as it is.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelupdate</remarks>
public sealed record ChannelChange
{
    // The only window that the service takes.
    private const long OnlyWindow = 360;

    /// <summary>Name, 3 to 20 characters: Korean or Latin letters, digits and underscore.</summary>
    public string? ChannelName { get; init; }

    /// <summary>Environment tag.</summary>
    public EnvType? EnvType { get; init; }

    /// <summary>Packaging; low latency cannot be switched on or off.</summary>
    public OutputProtocol? OutputProtocol { get; init; }

    /// <summary>Whether viewers can rewind (time machine).</summary>
    public bool? UseDvr { get; init; }

    /// <summary>How far, in minutes.</summary>
    public long? TimemachineMin { get; init; }

    /// <summary>Whether a recording starts together with publishing.</summary>
    public bool? ImmediateOnAir { get; init; }

    /// <summary>What happens to recordings.</summary>
    public RecordSaveType? RecordSaveType { get; init; }

    /// <summary>Kind of file.</summary>
    public RecordFormat? RecordFormat { get; init; }

    /// <summary>Bucket.</summary>
    public string? BucketName { get; init; }

    /// <summary>Folder in the bucket, beginning with a slash.</summary>
    public string? FilePath { get; init; }

    /// <summary>Who may read what is written there.</summary>
    public AccessControl? AccessControl { get; init; }

    /// <summary>The whole body: what changes over what is. Values that this version does not know go back as they came.</summary>
    /// <exception cref="LiveStationArgumentException">The service wants a field each time that it did not tell and that was not given.</exception>
    internal byte[] ToJson(Channel now)
    {
        bool useDvr = Needed(UseDvr ?? now.UseDvr, now, "-UseDvr");
        bool immediateOnAir = Needed(ImmediateOnAir ?? now.ImmediateOnAir, now, "-ImmediateOnAir");
        string recordType = Wire(RecordSaveType) ?? now.Record?.TypeText ?? throw Missing(now, "-RecordSaveType");
        return JsonBody.Of(writer =>
        {
            writer.Text("channelName", ChannelName ?? now.ChannelName ?? throw Missing(now, "-ChannelName"));
            writer.Text("envType", Wire(EnvType) ?? now.EnvTypeText);
            writer.Text("outputProtocol", Wire(OutputProtocol) ?? now.OutputProtocolText);
            writer.Flag("useDvr", useDvr);
            writer.Flag("immediateOnAir", immediateOnAir);
            writer.Number("timemachineMin", useDvr ? TimemachineMin ?? Positive(now.TimemachineMin) ?? OnlyWindow : null);
            writer.Object("record", record =>
            {
                record.Text("type", recordType);
                if (recordType == WireNames<RecordSaveType>.Write(LiveStation.RecordSaveType.NoRecord))
                {
                    return;
                }

                record.Text("format", Wire(RecordFormat) ?? now.Record?.FormatText);
                record.Text("bucketName", BucketName ?? now.Record?.BucketName);
                record.Text("filePath", FilePath ?? now.Record?.FilePath);
                record.Text("accessControl", Wire(AccessControl) ?? now.Record?.AccessControlText);
            });
        });
    }

    /// <summary>What changes, in words.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        Add("ChannelName", ChannelName);
        Add("EnvType", EnvType);
        Add("OutputProtocol", OutputProtocol);
        Add("UseDvr", UseDvr);
        Add("TimemachineMin", TimemachineMin);
        Add("ImmediateOnAir", ImmediateOnAir);
        Add("RecordSaveType", RecordSaveType);
        Add("RecordFormat", RecordFormat);
        Add("BucketName", BucketName);
        Add("FilePath", FilePath);
        Add("AccessControl", AccessControl);
        return string.Join(", ", parts);

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                parts.Add($"{name} = {value}");
            }
        }
    }

    private static string? Wire<T>(T? value)
        where T : struct, System.Enum
    {
        return value is { } known ? WireNames<T>.Write(known) : null;
    }

    private static long? Positive(long? value) => value > 0 ? value : null;

    private static bool Needed(bool? value, Channel now, string parameter) => value ?? throw Missing(now, parameter);

    private static LiveStationArgumentException Missing(Channel now, string parameter) => new(
        "SettingUnknown",
        $"{Text.Clean(now.ChannelId)}: the service wants this setting with every change and does not tell its present value: {parameter}. Nothing was sent.",
        $"Give {parameter} as well.");
}
