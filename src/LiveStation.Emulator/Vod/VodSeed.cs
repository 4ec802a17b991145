using System;

namespace LiveStation.Emulator;

/// <summary>The VOD2LIVE channels that are there at the start: those of the API pages' examples, one free and one with a schedule.</summary>
internal static class VodSeed
{
    public const string Free = "ls-20250820000000-FdJkJ";
    public const string Reserved = "ls-20211124000316-5RrSB";

    public static void Fill(VodState vod, DateTimeOffset now)
    {
        vod.AddReady(Free, "vodchannel", new DateTimeOffset(2025, 8, 20, 9, 0, 0, TimeSpan.FromHours(9)));
        VodChannel rerun = vod.AddReady(Reserved, "evening_rerun", new DateTimeOffset(2021, 11, 24, 9, 3, 16, TimeSpan.FromHours(9)));

        // The third full hour from now, wherever the operator is.
        DateTimeOffset start = new(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour) + (3 * TimeSpan.TicksPerHour), now.Offset);
        vod.Schedule(rerun, start, [new("mybucket", "/361570-1307727-202508191329.mp4"), new("mybucket", "/weekly_show/opening.mp4"), new("mybucket", "/weekly_show/part_1.mp4")], now - TimeSpan.FromDays(1));
    }
}
