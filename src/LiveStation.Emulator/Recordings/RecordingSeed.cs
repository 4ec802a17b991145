using System;

namespace LiveStation.Emulator;

/// <summary>The recordings that are there at the start: those of the API page's example, and some in every state.</summary>
internal static class RecordingSeed
{
    public static void Fill(RecordingState recordings, DateTimeOffset now)
    {
        AddPageExample(recordings);
        AddNews(recordings, now);
        AddArchive(recordings, now);
    }

    // Word for word what the page prints, "total": 6 beside two entries included. It does not age.
    private static void AddPageExample(RecordingState recordings)
    {
        RecordingShelf shelf = recordings.Of(recordings.Channels.All.Require(ChannelSeed.PageExample));
        Recording documented = new(298, ChannelSeed.PageExample, "MP4", BuiltIn.Small.Best)
        {
            RecordSeq = 104077,
            StreamSeq = 137305,
            Begin = DateTimeOffset.FromUnixTimeMilliseconds(1584952615000),
            Created = DateTimeOffset.FromUnixTimeMilliseconds(1584955616000),
            ShouldDelete = DateTimeOffset.FromUnixTimeMilliseconds(1585560416000),
            Length = TimeSpan.FromMilliseconds(2996437),
        };
        shelf.Add(documented);
        shelf.Add(documented with { Id = 299, Type = "HLS" });
        shelf.UnlistedCount = 4;
    }

    // Two recordings of the days before; and on air for 42 minutes, which starts the recording that runs.
    private static void AddNews(RecordingState recordings, DateTimeOffset now)
    {
        Channel channel = recordings.Channels.All.Require(ChannelSeed.News);
        recordings.AddOld(channel, RecordingStatus.TransferReady, "MP4", now + TimeSpan.FromHours(45));
        recordings.AddOld(channel, RecordingStatus.TransferReady, "MP4", now + TimeSpan.FromHours(69));
        channel.Life.StartPublishing(now - TimeSpan.FromMinutes(42));
    }

    private static void AddArchive(RecordingState recordings, DateTimeOffset now)
    {
        Channel channel = recordings.Channels.All.Require(ChannelSeed.Archive);
        (string Status, double HoursLeft)[] old =
        [
            (RecordingStatus.Deleted, -30),
            (RecordingStatus.TransferFinish, 3),
            (RecordingStatus.TransferReady, 5),
            (RecordingStatus.TransferFail, 9),
            (RecordingStatus.TransferReady, 20),
            (RecordingStatus.TransferFinish, 26),
            (RecordingStatus.ProcessingFail, 30),
            (RecordingStatus.TransferReady, 48),
            (RecordingStatus.TransferReady, 60),
        ];
        foreach ((string status, double hoursLeft) in old)
        {
            recordings.AddOld(channel, status, "MP4", now + TimeSpan.FromHours(hoursLeft));
        }

        // It was on air until just now: in two minutes it is finished.
        Recording processed = recordings.AddOld(channel, RecordingStatus.Processing, "MP4", now + TimeSpan.FromHours(71));
        recordings.Of(channel).Replace(processed with { Due = now + TimeSpan.FromMinutes(2) });
    }
}
