using System;
using System.Collections.Generic;

namespace LiveStation;

/// <summary>What a new schedule is to play, where and when.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-schedule-schedulecreate</remarks>
public sealed record VodScheduleSettings
{
    /// <summary>The VOD2LIVE channel; it has to be ready and without a schedule.</summary>
    public required string ChannelId { get; init; }

    /// <summary>When to begin, 10 minutes to 14 days ahead. Local time unless its kind is UTC; it goes out as the time in Korea, to the second.</summary>
    public required DateTime StartTime { get; init; }

    /// <summary>The files, one to fifty, in the order in which they are played.</summary>
    public required IReadOnlyList<VodItem> VodList { get; init; }

    /// <summary>Refuses what the service is known to refuse.</summary>
    /// <param name="now">The time by the service's clock.</param>
    /// <returns>In words what is made.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check(DateTimeOffset now)
    {
        VodScheduleRules.Check(StartTime, VodList, now, ChannelId);
        return string.Join(", ", VodScheduleRules.InWords(StartTime, VodList));
    }

    internal byte[] ToJson() => JsonBody.Of(writer =>
    {
        writer.Text("channelId", ChannelId);
        writer.Schedule(StartTime, VodList);
    });
}
