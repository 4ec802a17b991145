using System;
using System.Text.Json;

namespace LiveStation;

/// <summary>A target of a re-stream as it runs: its number, and the state of the relay. What the service leaves out is <see langword="null"/>.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-platformlist</remarks>
public sealed class RestreamPlatform : ServiceRecord
{
    /// <summary>The re-stream that it belongs to.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Number of the target, with which it is changed.</summary>
    public long? PlatId { get; init; }

    /// <summary>Platform, for example YOUTUBE.</summary>
    public string? TargetName { get; init; }

    /// <summary>State of the relay.</summary>
    public ConnectStatus ConnectStatus { get; init; }

    /// <summary>The state as the service wrote it; null in the answer to a change, which has none.</summary>
    public string? ConnectStatusText { get; init; }

    /// <summary>Present rate, in bytes a second.</summary>
    public long? BytesPerSecond { get; init; }

    /// <summary>Reconnects so far.</summary>
    public long? TotalRetryCount { get; init; }

    /// <summary>Sent so far, in bytes.</summary>
    public long? BytesTotalTrans { get; init; }

    /// <summary>Relayed so far.</summary>
    public TimeSpan? TotalPlayTime { get; init; }

    /// <summary>Address to publish to at the platform; hidden, for some hold the key.</summary>
    public HiddenText? RtmpUrl { get; init; }

    /// <summary>Stream key at the platform; hidden. The service may write asterisks in its place.</summary>
    public StreamKey? StreamKey { get; init; }

    /// <summary>RTMP user; hidden. Null where the platform wants no login.</summary>
    public HiddenText? Id { get; init; }

    /// <summary>RTMP password; hidden. The service writes asterisks after its first character.</summary>
    public HiddenText? Password { get; init; }

    /// <summary>Name and state in few words.</summary>
    internal string Relay => $"{TargetName} {(ConnectStatus == ConnectStatus.Unknown ? ConnectStatusText : ConnectStatus.ToString())}".Trim();

    private protected override string Summary => $"{TargetName} ({PlatId}, {ConnectStatusText ?? "no state"})";

    /// <summary>Reads a target.</summary>
    /// <param name="element">The object with its fields.</param>
    /// <param name="channelId">The re-stream that was asked for; answers do not repeat it.</param>
    /// <param name="beside">The answer around it.</param>
    internal static RestreamPlatform Read(JsonElement element, string channelId, JsonElement beside = default)
    {
        JsonFields fields = new(element);
        string? status = fields.Enum(out ConnectStatus connectStatus, "connectStatus");
        return new RestreamPlatform
        {
            ChannelId = channelId,
            PlatId = fields.Long("platId", "platformId"),
            TargetName = fields.Text("targetName"),
            ConnectStatus = connectStatus,
            ConnectStatusText = status,
            BytesPerSecond = fields.Long("bytesPerSecond"),
            TotalRetryCount = fields.Long("totalRetryCount"),
            BytesTotalTrans = fields.Long("bytesTotalTrans"),
            TotalPlayTime = fields.Seconds("totalPlaySecond"),
            RtmpUrl = HiddenText.Of(fields.Text("rtmpUrl")),
            StreamKey = StreamKey.Of(fields.Text("streamKey")),

            // Requests that change a target name its login otherwise than its answers do.
            Id = HiddenText.Of(fields.Text("id", "streamId")),
            Password = HiddenText.Of(fields.Text("password", "streamPassword")),
            Rest = JsonFields.Merge(fields.Rest, Envelope.Beside(beside).Rest),
        };
    }
}
