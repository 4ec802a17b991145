using System;
using System.Globalization;
using System.Text.Json;

namespace LiveStation;

/// <summary>A stretch of a running recording, kept for an hour, from which short clips are cut.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-snapshot-snapshotinfo</remarks>
public sealed class Snapshot : ServiceRecord
{
    /// <summary>Id of the snapshot.</summary>
    public long SnapshotId { get; init; }

    /// <summary>Id of its channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>State of the channel.</summary>
    public ChannelStatus ChannelStatus { get; init; }

    /// <summary>Length that was asked for, in whole minutes.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>When it was made; local time.</summary>
    public DateTime? CreatedTime { get; init; }

    /// <summary>When it is gone, an hour after it was made; local time.</summary>
    public DateTime? ExpireTime { get; init; }

    /// <summary>Time left until <see cref="ExpireTime"/>, negative once that has passed; <see langword="null"/> without one. Clips that were cut stay.</summary>
    public TimeSpan? TimeLeft => ExpireTime is { } end ? end.ToUniversalTime() - DateTime.UtcNow : null;

    /// <summary>Address to play it from, good for an hour; <see langword="null"/> as long as the service gives none.</summary>
    public Uri? SnapshotUrl { get; init; }

    /// <summary>The state of the channel as the service wrote it.</summary>
    public string? ChannelStatusText { get; init; }

    private protected override string Summary => string.Format(CultureInfo.InvariantCulture, "{0}/{1} {2} until {3:HH:mm}", ChannelId, SnapshotId, Duration, ExpireTime);

    /// <summary>Reads an answer with the snapshot below its name, as the page has it, or flat.</summary>
    /// <exception cref="JsonException">It names no snapshot.</exception>
    internal static Snapshot Read(JsonElement answer, string channelId)
    {
        (JsonElement content, JsonFields beside) = Envelope.Parts(answer);
        JsonFields outer = new(content);
        JsonFields fields = outer.Nested("snapshot") ?? outer;
        string? status = outer.Enum(out ChannelStatus channelStatus, "channelStatus");
        return new Snapshot
        {
            SnapshotId = fields.Long("snapshotId", "id") ?? throw new JsonException("The answer names no snapshot."),
            ChannelId = outer.Text("channelId") ?? channelId,
            ChannelStatus = channelStatus,
            ChannelStatusText = status,
            Duration = fields.Minutes("duration"),
            CreatedTime = fields.Time("createdTime"),
            ExpireTime = fields.Time("expireTime"),
            SnapshotUrl = fields.Address("snapshotUrl"),
            Rest = JsonFields.Merge(outer.Rest, beside.Rest),
        };
    }
}
