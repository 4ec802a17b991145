using System;
using System.Collections.Generic;

namespace LiveStation;

/// <summary>What is to change in a schedule. A <see langword="null"/> is not sent, and stays as it is.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-schedule-scheduleupdate</remarks>
public sealed record VodScheduleChange
{
    /// <summary>When to begin, 10 minutes to 14 days ahead. Local time unless its kind is UTC; it goes out as the time in Korea, to the second.</summary>
    public DateTime? StartTime { get; init; }

    /// <summary>The files, one to fifty, in place of those before.</summary>
    public IReadOnlyList<VodItem>? VodList { get; init; }

    /// <summary>Whether nothing is to change.</summary>
    public bool IsEmpty => StartTime is null && VodList is null;

    /// <summary>Refuses what the service is known to refuse.</summary>
    /// <param name="scheduleId">The schedule, as errors name it.</param>
    /// <param name="now">The time by the service's clock.</param>
    /// <returns>In words what is changed.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check(string scheduleId, DateTimeOffset now)
    {
        VodScheduleRules.Check(StartTime, VodList, now, scheduleId);
        return string.Join(", ", VodScheduleRules.InWords(StartTime, VodList));
    }

    internal byte[] ToJson() => JsonBody.Of(writer => writer.Schedule(StartTime, VodList));
}
