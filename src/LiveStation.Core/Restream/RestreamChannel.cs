using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>A re-stream: a channel that takes one stream and relays it to several platforms. What the service leaves out is <see langword="null"/>; times are local.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-channelinfo</remarks>
public sealed class RestreamChannel : ServiceRecord
{
    private (Uri? Publish, Uri? GlobalPublish, Uri? Endpoint) _clear;
    private IReadOnlyList<RestreamPlatform> _platforms = [];

    /// <summary>Id of the re-stream. It looks like the id of a live channel, and is none.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Name; may be Korean.</summary>
    public string? ChannelName { get; init; }

    /// <summary>State.</summary>
    public ChannelStatus ChannelStatus { get; init; }

    /// <summary>Whether it is on air.</summary>
    public bool? IsPublishing { get; init; }

    /// <summary>Each target with the state of its relay, on one line; the names alone where the states were not asked for.</summary>
    public string? Relay => Platforms.Count > 0 ? string.Join(", ", Platforms.Select(static platform => platform.Relay))
        : Restream.Count > 0 ? string.Join(", ", Restream.Select(static target => target.TargetName))
        : null;

    /// <summary>When it last went on air; local time.</summary>
    public DateTime? RecentPublishStartTime { get; init; }

    /// <summary>Since when it is on air; local time, <see langword="null"/> while it is not.</summary>
    public DateTime? OnAirSince => ChannelStatus == ChannelStatus.Publishing ? RecentPublishStartTime : null;

    /// <summary>Time on air so far, of all broadcasts.</summary>
    public TimeSpan? TotalPublishTime { get; init; }

    /// <summary>When it was made; local time.</summary>
    public DateTime? CreatedTime { get; init; }

    /// <summary>Plan.</summary>
    public PlanType PlanType { get; init; }

    /// <summary>How many targets it has.</summary>
    public long? PlatformCount { get; init; }

    /// <summary>The targets as they were set up. Lists of the service leave them out.</summary>
    public IReadOnlyList<RestreamTarget> Restream { get; init; } = [];

    /// <summary>The targets as they run; empty where they were not asked for.</summary>
    public IReadOnlyList<RestreamPlatform> Platforms { get => _platforms; init => _platforms = value; }

    /// <summary>Number of the instance in the bill.</summary>
    public long? InstanceNo { get; init; }

    /// <summary>Environment tag.</summary>
    public EnvType EnvType { get; init; }

    /// <summary>Address to publish to; a key in its query is masked, see <see cref="RevealPublishUrl"/>.</summary>
    public Uri? PublishUrl { get; init; }

    /// <summary>Address for publishers abroad; a key in its query is masked, see <see cref="RevealGlobalPublishUrl"/>.</summary>
    public Uri? GlobalPublishUrl { get; init; }

    /// <summary>Key to publish with; hidden, see <see cref="HiddenText.Reveal"/>.</summary>
    public StreamKey? StreamKey { get; init; }

    /// <summary>Whether notices are sent.</summary>
    public bool? AlertOn { get; init; }

    /// <summary>What notices are sent about.</summary>
    public ChannelAlertOptions? AlertOptions { get; init; }

    /// <summary>Callback address; a login, and what stands in its query, are masked, see <see cref="RevealCallbackEndpoint"/>.</summary>
    public Uri? CallbackEndpoint { get; init; }

    /// <summary>The state as the service wrote it.</summary>
    public string? ChannelStatusText { get; init; }

    /// <summary>The plan as the service wrote it.</summary>
    public string? PlanTypeText { get; init; }

    /// <summary>The environment tag as the service wrote it.</summary>
    public string? EnvTypeText { get; init; }

    /// <summary>The address to publish to in clear text. What is done with it is up to you.</summary>
    public Uri? RevealPublishUrl() => _clear.Publish ?? PublishUrl;

    /// <summary>The address for publishers abroad in clear text.</summary>
    public Uri? RevealGlobalPublishUrl() => _clear.GlobalPublish ?? GlobalPublishUrl;

    /// <summary>The callback address in clear text; it may hold a login or a token.</summary>
    public Uri? RevealCallbackEndpoint() => _clear.Endpoint ?? CallbackEndpoint;

    /// <inheritdoc/>
    internal override IEnumerable<ServiceRecord> Parts => Platforms.Concat<ServiceRecord>(Restream);

    private protected override string Summary => $"{ChannelName} ({ChannelId}, {ChannelStatusText})";

    /// <summary>The same with its targets as they run.</summary>
    internal RestreamChannel With(IReadOnlyList<RestreamPlatform> platforms)
    {
        RestreamChannel copy = (RestreamChannel)MemberwiseClone();
        copy._platforms = platforms;
        return copy;
    }

    /// <summary>Reads a re-stream.</summary>
    /// <param name="element">The object with its fields.</param>
    /// <param name="beside">The answer around it.</param>
    internal static RestreamChannel Read(JsonElement element, JsonElement beside = default)
    {
        JsonFields fields = new(element);
        string? status = fields.Enum(out ChannelStatus channelStatus, "channelStatus");
        string? plan = fields.Enum(out PlanType planType, "planType");
        string? env = fields.Enum(out EnvType envType, "envType");
        Uri? publish = fields.Address("publishUrl");
        Uri? globalPublish = fields.Address("globalPublishUrl");
        Uri? callback = fields.Address("callbackEndpoint");
        return new RestreamChannel
        {
            ChannelId = fields.Text("channelId"),
            ChannelName = fields.Text("channelName"),
            ChannelStatus = channelStatus,
            ChannelStatusText = status,
            IsPublishing = fields.Bool("isPublishing"),
            RecentPublishStartTime = fields.Time("recentPublishStartTime"),
            TotalPublishTime = fields.Seconds("totalPublishSeconds"),
            CreatedTime = fields.Time("createdTime"),
            PlanType = planType,
            PlanTypeText = plan,
            PlatformCount = fields.Long("platformCount"),
            Restream = (fields.Array("restream")?.EnumerateArray() ?? default).Select(RestreamTarget.Read).ToArray(),
            InstanceNo = fields.Long("instanceNo"),
            EnvType = envType,
            EnvTypeText = env,
            PublishUrl = Secrets.Hide(publish),
            GlobalPublishUrl = Secrets.Hide(globalPublish),
            CallbackEndpoint = Secrets.Hide(callback),
            _clear = (publish, globalPublish, callback),
            StreamKey = LiveStation.StreamKey.Of(fields.Text("streamKey")),
            AlertOn = fields.Bool("alertOn"),
            AlertOptions = fields.Nested("alertOptions") is { } alerts ? ChannelAlertOptions.Read(alerts) : null,
            Rest = JsonFields.Merge(fields.Rest, Envelope.Beside(beside).Rest),
        };
    }
}
