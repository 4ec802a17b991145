using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>A VOD2LIVE channel, which plays files as a broadcast. What the service leaves out is <see langword="null"/>; times are local.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelinfo</remarks>
public sealed class VodChannel : ServiceRecord
{
    private Uri? _callback;

    /// <summary>Id of the channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Name; may be Korean.</summary>
    public string? ChannelName { get; init; }

    /// <summary>State.</summary>
    public VodChannelStatus ChannelStatus { get; init; }

    /// <summary>The schedules that it has, one where it is reserved or on air. An example of the channel alone shows them, none of the list does.</summary>
    public IReadOnlyList<VodChannelSchedule> ScheduleList { get; init; } = [];

    /// <summary>The ids and states of <see cref="ScheduleList"/> in one text; <see langword="null"/> where it is empty.</summary>
    public string? Schedule => ScheduleList.Count == 0 ? null : string.Join(", ", ScheduleList);

    /// <summary>Time on air so far, of all broadcasts.</summary>
    public TimeSpan? TotalPublishTime { get; init; }

    /// <summary>When the channel was made; local time.</summary>
    public DateTime? CreatedTime { get; init; }

    /// <summary>When the channel was changed last; local time.</summary>
    public DateTime? UpdatedTime { get; init; }

    /// <summary>Number of the instance in the bill.</summary>
    public long? InstanceNo { get; init; }

    /// <summary>Id of the quality set.</summary>
    public long? QualitySetId { get; init; }

    /// <summary>Name of the quality set.</summary>
    public string? QualitySetName { get; init; }

    /// <summary>Packaging.</summary>
    public OutputProtocol OutputProtocol { get; init; }

    /// <summary>Environment tag.</summary>
    public EnvType EnvType { get; init; }

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

    /// <summary>Whether notices are sent.</summary>
    public bool? AlertOn { get; init; }

    /// <summary>What notices are sent about; of VOD2LIVE channels the API names the change of state alone.</summary>
    public ChannelAlertOptions? AlertOptions { get; init; }

    /// <summary>Callback address of this channel; a login, and what stands in its query, are masked, see <see cref="RevealCallbackEndpoint"/>.</summary>
    public Uri? CallbackEndpoint { get; init; }

    /// <summary>Whether Multi DRM is on.</summary>
    public bool? DrmEnabledYn { get; init; }

    /// <summary>Multi DRM.</summary>
    public ChannelDrm? Drm { get; init; }

    /// <summary>Kind of channel, VOD.</summary>
    public string? Type { get; init; }

    /// <summary>The state as the service wrote it.</summary>
    public string? ChannelStatusText { get; init; }

    /// <summary>The packaging as the service wrote it.</summary>
    public string? OutputProtocolText { get; init; }

    /// <summary>The environment tag as the service wrote it.</summary>
    public string? EnvTypeText { get; init; }

    private protected override string Summary => $"{ChannelName} ({ChannelId}, {ChannelStatusText})";

    /// <summary>The callback address in clear text; it may hold a login or a token.</summary>
    public Uri? RevealCallbackEndpoint() => _callback ?? CallbackEndpoint;

    /// <summary>Reads a channel.</summary>
    /// <param name="element">The object with its fields.</param>
    /// <param name="beside">The answer around it; what it says beside the content is kept.</param>
    internal static VodChannel Read(JsonElement element, JsonElement beside = default)
    {
        JsonFields fields = new(element);
        string? status = fields.Enum(out VodChannelStatus channelStatus, "channelStatus");
        string? protocol = fields.Enum(out OutputProtocol outputProtocol, "outputProtocol");
        string? env = fields.Enum(out EnvType envType, "envType");
        Uri? callback = fields.Address("callbackEndpoint");
        JsonFields? cdn = fields.Nested("cdn");
        JsonFields? alerts = fields.Nested("alertOptions");
        JsonFields? drm = fields.Nested("drm");
        return new VodChannel
        {
            ChannelId = fields.Text("channelId"),
            ChannelName = fields.Text("channelName"),
            ChannelStatus = channelStatus,
            ChannelStatusText = status,
            ScheduleList = fields.Array("scheduleList")?.EnumerateArray().Select(VodChannelSchedule.Read).ToArray() ?? [],
            TotalPublishTime = fields.Seconds("totalPublishSeconds"),
            CreatedTime = fields.Time("createdTime"),
            UpdatedTime = fields.Time("updatedTime"),
            InstanceNo = fields.Long("instanceNo"),
            QualitySetId = fields.Long("qualitySetId"),
            QualitySetName = fields.Text("qualitySetName"),
            OutputProtocol = outputProtocol,
            OutputProtocolText = protocol,
            EnvType = envType,
            EnvTypeText = env,
            Cdn = cdn is null ? null : ChannelCdn.Read(cdn),
            AlertOn = fields.Bool("alertOn"),
            AlertOptions = alerts is null ? null : ChannelAlertOptions.Read(alerts),
            CallbackEndpoint = Secrets.Hide(callback),
            _callback = callback,
            DrmEnabledYn = fields.Bool("drmEnabledYn"),
            Drm = drm is null ? null : ChannelDrm.Read(drm),
            Type = fields.Text("type"),
            Rest = JsonFields.Merge(fields.Rest, Envelope.Beside(beside).Rest),
        };
    }
}
