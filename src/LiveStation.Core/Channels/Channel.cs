using System;
using System.Text.Json;

namespace LiveStation;

/// <summary>A live channel. What the service leaves out is <see langword="null"/>; times are local.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelinfo</remarks>
public sealed class Channel : ServiceRecord, IBucketUser
{
    private (Uri? Publish, Uri? GlobalPublish, Uri? Endpoint) _clear;

    /// <summary>Id of the channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Name; may be Korean.</summary>
    public string? ChannelName { get; init; }

    /// <summary>State.</summary>
    public ChannelStatus ChannelStatus { get; init; }

    /// <summary>Whether a recording is running.</summary>
    public bool? IsRecording { get; init; }

    /// <summary>When the channel last went on air; local time.</summary>
    public DateTime? RecentPublishStartTime { get; init; }

    /// <summary>Since when the channel is on air; local time, <see langword="null"/> while it is not.</summary>
    public DateTime? OnAirSince => ChannelStatus == ChannelStatus.Publishing ? RecentPublishStartTime : null;

    /// <summary>Time on air so far, of all broadcasts.</summary>
    public TimeSpan? TotalPublishTime { get; init; }

    /// <summary>When the channel was made; local time.</summary>
    public DateTime? CreatedTime { get; init; }

    /// <summary>Number of the instance in the bill.</summary>
    public long? InstanceNo { get; init; }

    /// <summary>Id of the quality set.</summary>
    public long? QualitySetId { get; init; }

    /// <summary>Name of the quality set.</summary>
    public string? QualitySetName { get; init; }

    /// <summary>Packaging.</summary>
    public OutputProtocol OutputProtocol { get; init; }

    /// <summary>How the encoder sends; Unknown where the service does not say.</summary>
    public IngestProtocol IngestProtocol { get; init; }

    /// <summary>Environment tag.</summary>
    public EnvType EnvType { get; init; }

    /// <summary>Whether viewers can rewind (time machine).</summary>
    public bool? UseDvr { get; init; }

    /// <summary>How far viewers can rewind, in minutes.</summary>
    public long? TimemachineMin { get; init; }

    /// <summary>Whether a recording starts together with publishing.</summary>
    public bool? ImmediateOnAir { get; init; }

    /// <summary>Whether a backup stream may be published.</summary>
    public bool? IsStreamFailOver { get; init; }

    /// <summary>Whether the backup stream is the one on air.</summary>
    public bool? IsPublishingBackUp { get; init; }

    /// <summary>How the channel records.</summary>
    public ChannelRecord? Record { get; init; }

    /// <summary><see cref="ChannelRecord.Type"/> of <see cref="Record"/>.</summary>
    public RecordSaveType RecordType => Record?.Type ?? default;

    /// <summary><see cref="ChannelRecord.Format"/> of <see cref="Record"/>.</summary>
    public RecordFormat RecordFormat => Record?.Format ?? default;

    /// <summary><see cref="ChannelRecord.BucketName"/> of <see cref="Record"/>.</summary>
    public string? BucketName => Record?.BucketName;

    /// <summary><see cref="ChannelRecord.FilePath"/> of <see cref="Record"/>.</summary>
    public string? FilePath => Record?.FilePath;

    /// <summary><see cref="ChannelRecord.AccessControl"/> of <see cref="Record"/>.</summary>
    public AccessControl AccessControl => Record?.AccessControl ?? default;

    /// <summary>Where automatic uploads go.</summary>
    public string? UploadPath { get; init; }

    /// <summary>The CDN.</summary>
    public ChannelCdn? Cdn { get; init; }

    /// <summary><see cref="ChannelCdn.Status"/> of <see cref="Cdn"/>.</summary>
    public CdnStatus CdnStatus => Cdn?.Status ?? default;

    /// <summary><see cref="ChannelCdn.CdnType"/> of <see cref="Cdn"/>.</summary>
    public CdnType CdnType => Cdn?.CdnType ?? default;

    /// <summary><see cref="ChannelCdn.CdnDomain"/> of <see cref="Cdn"/>.</summary>
    public string? CdnDomain => Cdn?.CdnDomain;

    /// <summary><see cref="ChannelCdn.InstanceNo"/> of <see cref="Cdn"/>.</summary>
    public long? CdnInstanceNo => Cdn?.InstanceNo;

    /// <summary><see cref="ChannelCdn.ProfileId"/> of <see cref="Cdn"/>.</summary>
    public long? ProfileId => Cdn?.ProfileId;

    /// <summary>Address to publish to; a key in its query is masked, see <see cref="RevealPublishUrl"/>.</summary>
    public Uri? PublishUrl { get; init; }

    /// <summary>Address for publishers abroad; a key in its query is masked, see <see cref="RevealGlobalPublishUrl"/>.</summary>
    public Uri? GlobalPublishUrl { get; init; }

    /// <summary>Key to publish with; hidden, see <see cref="HiddenText.Reveal"/>.</summary>
    public StreamKey? StreamKey { get; init; }

    /// <summary>Key of the backup stream; hidden.</summary>
    public StreamKey? BackupStreamKey { get; init; }

    /// <summary>Whether notices are sent.</summary>
    public bool? AlertOn { get; init; }

    /// <summary>What notices are sent about.</summary>
    public ChannelAlertOptions? AlertOptions { get; init; }

    /// <summary>Callback address of this channel; a login, and what stands in its query, are masked, see <see cref="RevealCallbackEndpoint"/>.</summary>
    public Uri? CallbackEndpoint { get; init; }

    /// <summary>Whether Multi DRM is on.</summary>
    public bool? DrmEnabledYn { get; init; }

    /// <summary>Multi DRM.</summary>
    public ChannelDrm? Drm { get; init; }

    /// <summary>The valid snapshot, where the service names one.</summary>
    public long? SnapshotId { get; init; }

    /// <summary>The state as the service wrote it.</summary>
    public string? ChannelStatusText { get; init; }

    /// <summary>The packaging as the service wrote it.</summary>
    public string? OutputProtocolText { get; init; }

    /// <summary>How the encoder sends, as the service wrote it.</summary>
    public string? IngestProtocolText { get; init; }

    /// <summary>The environment tag as the service wrote it.</summary>
    public string? EnvTypeText { get; init; }

    /// <summary>The address to publish to in clear text. What is done with it is up to you: with SRT it holds the key.</summary>
    public Uri? RevealPublishUrl() => _clear.Publish ?? PublishUrl;

    /// <summary>The address for publishers abroad in clear text; with SRT it holds the key.</summary>
    public Uri? RevealGlobalPublishUrl() => _clear.GlobalPublish ?? GlobalPublishUrl;

    /// <summary>The callback address in clear text; it may hold a login or a token.</summary>
    public Uri? RevealCallbackEndpoint() => _clear.Endpoint ?? CallbackEndpoint;

    private protected override string Summary => $"{ChannelName} ({ChannelId}, {ChannelStatusText})";

    /// <summary>Reads a channel.</summary>
    /// <param name="element">The object with its fields.</param>
    /// <param name="beside">The answer around it: tables and clients put some fields beside the content.</param>
    internal static Channel Read(JsonElement element, JsonElement beside = default)
    {
        JsonFields fields = new(element);
        JsonFields outer = Envelope.Beside(beside);
        bool? failOver = outer.Bool("isStreamFailOver");
        bool? onBackup = outer.Bool("isPublishingBackUp");
        string? backupKey = outer.Text("backupStreamKey");
        string? status = fields.Enum(out ChannelStatus channelStatus, "channelStatus");
        string? protocol = fields.Enum(out OutputProtocol outputProtocol, "outputProtocol");
        Uri? publish = fields.Address("publishUrl");
        Uri? globalPublish = fields.Address("globalPublishUrl");
        Uri? callback = fields.Address("callbackEndpoint");
        string? ingest = fields.Enum(out IngestProtocol ingestProtocol, "ingestProtocol");
        string? env = fields.Enum(out EnvType envType, "envType");
        return new Channel
        {
            ChannelId = fields.Text("channelId"),
            ChannelName = fields.Text("channelName"),
            ChannelStatus = channelStatus,
            ChannelStatusText = status,
            IsRecording = fields.Bool("isRecording"),
            RecentPublishStartTime = fields.Time("recentPublishStartTime"),
            TotalPublishTime = fields.Seconds("totalPublishSeconds"),
            CreatedTime = fields.Time("createdTime"),
            InstanceNo = fields.Long("instanceNo"),
            QualitySetId = fields.Long("qualitySetId"),
            QualitySetName = fields.Text("qualitySetName"),
            OutputProtocol = outputProtocol,
            OutputProtocolText = protocol,
            IngestProtocol = ingestProtocol,
            IngestProtocolText = ingest,
            EnvType = envType,
            EnvTypeText = env,
            UseDvr = fields.Bool("useDVR", "useDvr"),
            TimemachineMin = fields.Long("timemachineMin"),
            ImmediateOnAir = fields.Bool("immediateOnAir"),
            IsStreamFailOver = fields.Bool("isStreamFailOver") ?? failOver,
            IsPublishingBackUp = fields.Bool("isPublishingBackUp") ?? onBackup,
            Record = Read(fields.Nested("record"), ChannelRecord.Read),
            UploadPath = fields.Text("uploadPath"),
            Cdn = Read(fields.Nested("cdn"), ChannelCdn.Read),
            PublishUrl = Secrets.Hide(publish),
            GlobalPublishUrl = Secrets.Hide(globalPublish),
            CallbackEndpoint = Secrets.Hide(callback),
            _clear = (publish, globalPublish, callback),
            StreamKey = LiveStation.StreamKey.Of(fields.Text("streamKey")),
            BackupStreamKey = LiveStation.StreamKey.Of(fields.Text("backupStreamKey") ?? backupKey),
            AlertOn = fields.Bool("alertOn"),
            AlertOptions = Read(fields.Nested("alertOptions"), ChannelAlertOptions.Read),
            DrmEnabledYn = fields.Bool("drmEnabledYn"),
            Drm = Read(fields.Nested("drm"), ChannelDrm.Read),
            SnapshotId = fields.Nested("snapshot")?.Long("snapshotId"),
            Rest = JsonFields.Merge(fields.Rest, outer.Rest),
        };
    }

    private static T? Read<T>(JsonFields? nested, Func<JsonFields, T> read)
        where T : class => nested is null ? null : read(nested);
}
