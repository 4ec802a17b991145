using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>The offsets of a time zone over a range, with the instants at which they change: a browser may not know the zone.</summary>
internal static class ZoneOffsets
{
    public static IReadOnlyList<(DateTime From, TimeSpan Offset)> Of(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        List<(DateTime From, TimeSpan Offset)> offsets = [(from, zone.GetUtcOffset(from))];

        // By the hour: at the turn of a year the system's rules give some zones another offset for some hours.
        for (DateTime at = from; at < to; at = at.AddHours(1))
        {
            TimeSpan next = zone.GetUtcOffset(at.AddHours(1));
            if (next != offsets[offsets.Count - 1].Offset)
            {
                offsets.Add((Change(zone, at, at.AddHours(1), next), next));
            }
        }

        return offsets;
    }

    private static DateTime Change(TimeZoneInfo zone, DateTime before, DateTime after, TimeSpan offset)
    {
        while (after - before > TimeSpan.FromSeconds(1))
        {
            DateTime middle = before + TimeSpan.FromTicks((after - before).Ticks / 2);
            (before, after) = zone.GetUtcOffset(middle) == offset ? (before, middle) : (middle, after);
        }

        return new DateTime((after.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
    }
}
