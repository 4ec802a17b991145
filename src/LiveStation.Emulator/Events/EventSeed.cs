using System;

namespace LiveStation.Emulator;

/// <summary>What happened before the start; what the other seeds do is written anyway. A show of yesterday, with an upload that failed.</summary>
internal static class EventSeed
{
    public static void Fill(EventState events, DateTimeOffset now)
    {
        DateTimeOffset start = now - TimeSpan.FromHours(26);
        (int Minutes, string Code, string What)[] show =
        [
            (0, EventCodes.PublishStart, "channel publishing has started."),
            (0, EventCodes.OnAirStart, "channel recording has started."),
            (1, EventCodes.ThumbnailCreate, "channel thumbnail has been created."),
            (37, "PUBLISH_OVER_THRESHOLD", "incoming bit rate is over the limit."),
            (61, EventCodes.PublishEnd, "channel publishing has ended."),
            (61, EventCodes.OnAirEnd, "channel recording has ended."),
            (64, EventCodes.UploadFail, "upload of the recording has failed."),
        ];
        foreach ((int minutes, string code, string what) in show)
        {
            events.Write(start + TimeSpan.FromMinutes(minutes), ChannelSeed.Archive, code, "weekly_show " + what);
        }
    }
}
