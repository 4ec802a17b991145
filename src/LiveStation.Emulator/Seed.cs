using System;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What the service starts with: the API page's own example, and three channels with something for every command.</summary>
internal static class Seed
{
    private static readonly RecordSetting Manual = new(RecordSetting.ManualUpload, "MP4", null, null, null);

    public static void Fill(Account account, DateTimeOffset now)
    {
        AddPageExample(account);
        AddNews(account, now);
        AddArchive(account, now);
        AddBlocked(account, now);
    }

    // Word for word what the page prints, "total": 6 beside two entries included. It does not age.
    private static void AddPageExample(Account account)
    {
        const string id = "ls-20200313162828-G60tN";
        ChannelSettings settings = new("page_example", QualitySet.Small, Manual with { Format = "ALL" });
        Channel channel = account.AddReady(id, settings, DateTimeOffset.FromUnixTimeMilliseconds(1584084508000));
        Recording documented = new(298, id, "MP4", QualitySet.Small.Best)
        {
            RecordSeq = 104077,
            StreamSeq = 137305,
            Begin = DateTimeOffset.FromUnixTimeMilliseconds(1584952615000),
            Created = DateTimeOffset.FromUnixTimeMilliseconds(1584955616000),
            ShouldDelete = DateTimeOffset.FromUnixTimeMilliseconds(1585560416000),
            Length = TimeSpan.FromMilliseconds(2996437),
        };
        channel.Recordings.Add(documented);
        channel.Recordings.Add(documented with { Id = 299, Type = "HLS" });
        channel.Recordings.UnlistedCount = 4;
    }

    // On air and recording for 42 minutes, with a time machine, and two recordings of the days before.
    private static void AddNews(Account account, DateTimeOffset now)
    {
        ChannelSettings settings = new("아침뉴스", QualitySet.Standard, Manual with { Format = "ALL" })
        {
            UseDvr = true,
            ImmediateOnAir = true,
            IsStreamFailOver = true,
        };
        Channel channel = account.AddReady("ls-20260105060000-Nw5aK", settings, Made(2026, 1, 5));
        Old(account, channel, RecordingStatus.TransferReady, TimeSpan.FromHours(45), now);
        Old(account, channel, RecordingStatus.TransferReady, TimeSpan.FromHours(69), now);
        channel.StartPublishing(now - TimeSpan.FromMinutes(42));
    }

    private static void AddArchive(Account account, DateTimeOffset now)
    {
        ChannelSettings settings = new("weekly_show", QualitySet.Standard, Manual);
        Channel channel = account.AddReady("ls-20260112200000-Wk7sB", settings, Made(2026, 1, 12));
        (string Status, double HoursLeft)[] recordings =
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
            (RecordingStatus.Processing, 71),
        ];
        foreach ((string status, double hoursLeft) in recordings)
        {
            Old(account, channel, status, TimeSpan.FromHours(hoursLeft), now);
        }
    }

    private static void AddBlocked(Account account, DateTimeOffset now)
    {
        ChannelSettings settings = new("summer_event", QualitySet.Standard, new(RecordSetting.AutoUpload, "MP4", "event-archive", "/summer", "PRIVATE"));
        Channel channel = account.AddReady("ls-20250701090000-Ev3nT", settings, Made(2025, 7, 1));
        channel.Block(now);
    }

    private static void Old(Account account, Channel channel, string status, TimeSpan timeLeft, DateTimeOffset now)
    {
        DateTimeOffset shouldDelete = now + timeLeft;
        DateTimeOffset created = shouldDelete - account.Pace.Retention;
        channel.Recordings.Add(Make(account, channel, status, "MP4", created, shouldDelete) with
        {
            // A long show: it is still being processed for half an hour.
            Due = status == RecordingStatus.Processing ? now + TimeSpan.FromMinutes(30) : DueOf(status, shouldDelete),
        });
    }

    /// <summary>A recording of about an hour that is in this state.</summary>
    public static Recording Make(Account account, Channel channel, string status, string type, DateTimeOffset created, DateTimeOffset shouldDelete)
    {
        long id = account.Numbers.NextRecord();
        // Lengths that differ, and the same ones every time.
        TimeSpan length = TimeSpan.FromMilliseconds(3_300_000 + (id * 7919 % 600_000));
        bool isUploaded = RecordingStatus.Uploaded.Contains(status);
        bool isProcessed = isUploaded || RecordingStatus.Uploadable.Contains(status) || status == RecordingStatus.Deleted;
        return new Recording(id, channel.Id, type, channel.Settings.Quality.Best)
        {
            Status = status,
            RecordSeq = account.Numbers.NextRecordSequence(),
            StreamSeq = account.Numbers.NextStream(),
            Begin = created - length,
            Created = created,
            Length = length,
            ShouldDelete = isProcessed ? shouldDelete : null,
            Target = isUploaded ? new UploadTarget(channel.Zone.StorageHost, "show-archive", "") : null,
            Due = DueOf(status, shouldDelete),
        };
    }

    // What is ready or failed goes when its time is over; the rest stays as it is.
    private static DateTimeOffset? DueOf(string status, DateTimeOffset shouldDelete) =>
        RecordingStatus.Uploadable.Contains(status) ? shouldDelete : null;

    private static DateTimeOffset Made(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.FromHours(9));
}
