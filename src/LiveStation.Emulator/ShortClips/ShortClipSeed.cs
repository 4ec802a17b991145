using System;

namespace LiveStation.Emulator;

/// <summary>The snapshot that is there at the start, and a clip in each state that can be without somebody's doing.</summary>
internal static class ShortClipSeed
{
    public static void Fill(ShortClipState clips, DateTimeOffset now)
    {
        DateTimeOffset then = now - TimeSpan.FromMinutes(10);
        TakenSnapshot snapshot = clips.Take(clips.Recordings.Channels.All.Require(ChannelSeed.News), 8, then);
        foreach ((int seconds, string status) in new[] { (30, ShortClipStatus.Completed), (45, ShortClipStatus.Completed), (60, ShortClipStatus.UploadFail) })
        {
            ShortClipRequest request = new(10_000, 10_000 + (seconds * 1000), "PRIVATE", "show-archive", "/clips");
            clips.Replace(clips.Cut(snapshot, request, then) with { Status = status, Updated = then + TimeSpan.FromMinutes(1), Due = null });
        }
    }
}
