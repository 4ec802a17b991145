using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace LiveStation.Core.Tests.Reports;

/// <summary>What is judged wrong with an evening. Times are minutes of it; a row is <c>Kind Part begin-end recording</c>.</summary>
public sealed class ChannelHistoryTests
{
    private static readonly DateTime Evening = new(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("0-60", "0-60", "")]
    [InlineData("0-60", "", "Gap Whole 0-60")]
    [InlineData("0-60", "12-60", "Gap Beginning 0-12")]
    [InlineData("0-60", "0-50", "Gap End 50-60")]
    [InlineData("0-60", "0-20 30-60", "Gap Middle 20-30")]
    [InlineData("0-60", "5-20 30-50", "Gap Beginning 0-5, Gap Middle 20-30, Gap End 50-60")]
    [InlineData("0-60 75-95", "0-95", "")]
    [InlineData("0-60 75-95", "0-30", "Gap End 30-60, Gap Whole 75-95")]
    [InlineData("0-60 75-95", "50-80", "Gap Beginning 0-50, Gap End 80-95")]
    [InlineData("0-60 60-90", "0-60", "Gap Whole 60-90")]
    [InlineData("10-20", "0-60", "")]
    [InlineData("", "0-60", "")]
    public void Time_on_air_that_nothing_recorded_is_a_gap(string onAir, string recorded, string gaps) => Assert.Equal(gaps, Judge(onAir, recorded));

    // A line that falls takes the broadcast with it: the log tells of two, and nothing could be recorded between them.
    [Theory]
    [InlineData("0-30 33.5-60", "Break 30-33.5")]
    [InlineData("0-30 40-60 60-90", "Break 30-40")]
    [InlineData("0-30 40.1-60", "")]
    [InlineData("0-30 31-40 41-", "Break 30-31, Break 40-41")]
    public void A_broadcast_that_begins_again_soon_was_interrupted(string onAir, string breaks) => Assert.Equal(breaks, Judge(onAir, "0-200", only: GapKind.Break));

    [Theory]
    [InlineData("0-60 50-90", "Overlap 50-60 2 with 1")]
    [InlineData("0-60 60-90", "")]
    [InlineData("0-90 20-30 40-50", "Overlap 20-30 2 with 1, Overlap 40-50 3 with 1")]
    [InlineData("0-30 10-90 80-100", "Overlap 10-30 2 with 1, Overlap 80-90 3 with 2")]
    public void Two_recordings_of_the_same_time_overlap(string recorded, string overlaps) => Assert.Equal(overlaps, Judge("0-100", recorded, only: GapKind.Overlap));

    // An MP4 and its HLS are one recording in two files.
    [Fact]
    public void Files_of_one_recording_do_not_overlap()
    {
        ChannelHistory history = new("ls-1");
        history.Add(Made(1, 0, 60, sequence: 7));
        history.Add(Made(2, 0, 60, sequence: 7));
        history.Add(Made(3, 0, 60, sequence: null));
        history.Add(Made(4, 30, 90, sequence: 8));

        Assert.Equal("Overlap 30-60 4 with 1", Rows(history.Gaps(Evening.AddMinutes(200), TimeSpan.Zero)));
    }

    [Fact]
    public void What_is_shorter_than_the_minimum_is_left_out_and_the_rest_is_exact()
    {
        ChannelHistory history = OnAir("0-60");
        history.Add(Made(1, 0.1, 59.5));

        Assert.Equal("Gap Beginning 0-0.1, Gap End 59.5-60", Rows(history.Gaps(Evening.AddMinutes(200), TimeSpan.Zero)));
        Assert.Equal("Gap End 59.5-60", Rows(history.Gaps(Evening.AddMinutes(200), TimeSpan.FromSeconds(10))));
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(history.Gaps(Evening.AddMinutes(200), TimeSpan.FromSeconds(30))).Duration);
        Assert.Empty(history.Gaps(Evening.AddMinutes(200), TimeSpan.FromSeconds(31)));
    }

    [Theory]
    [InlineData(60, 60, "")]
    [InlineData(60, 55, "")]
    [InlineData(60, 30, "Short 0-60 1")]
    [InlineData(0.1, 0.01, "")]
    public void A_file_that_holds_much_less_than_its_time_is_short(double made, double holds, string gaps)
    {
        ChannelHistory history = OnAir($"0-{made.ToString(CultureInfo.InvariantCulture)}");
        history.Add(Made(1, 0, made, holds: holds));

        Assert.Equal(gaps, Rows(history.Gaps(Evening.AddMinutes(200), TimeSpan.FromSeconds(10))));
    }

    // Off air there is nothing to hold: a recorder that runs on makes no file short.
    [Fact]
    public void Only_time_on_air_is_missed_in_a_file()
    {
        ChannelHistory history = OnAir("0-20 50-60");
        history.Add(Made(1, 0, 60, holds: 30));
        history.Add(Made(2, 100, 160, holds: 20));

        RecordingGap gap = Assert.Single(history.Gaps(Evening.AddMinutes(200), TimeSpan.Zero));
        Assert.Equal((2, TimeSpan.FromMinutes(40)), (gap.RecordId, gap.Duration));
    }

    // The printed example of the service: 3001 s of it, and a file of 2996 s.
    [Fact]
    public void The_example_of_the_vendor_is_not_short()
    {
        ChannelHistory history = new("ls-1");
        history.Add(Made(298, 0, 3001 / 60d, holds: 2996.437 / 60));

        Assert.Empty(history.Gaps(Evening.AddMinutes(200), TimeSpan.Zero));
    }

    [Fact]
    public void What_failed_is_a_failure_and_not_a_gap_too()
    {
        ChannelHistory history = OnAir("0-60");
        history.Add(Made(1, 0, 30, status: RecordStatus.ProcessingFail));
        history.Add(Made(2, 30, 50, status: RecordStatus.TransferFail));

        Assert.Equal("Failed 0-30 1, Failed 30-50 2, Gap End 50-60", Rows(history.Gaps(Evening.AddMinutes(200), TimeSpan.Zero)));
    }

    [Fact]
    public void What_runs_is_measured_until_now()
    {
        ChannelHistory history = OnAir("0-28 40-");
        Assert.Equal("Gap Whole 0-28, Gap Whole 40-100 now", Rows(history.Gaps(Evening.AddMinutes(100), TimeSpan.Zero)));

        history.Add(Made(1, 42, 42, status: RecordStatus.Recording));
        Assert.Equal("Gap Whole 0-28, Gap Beginning 40-42", Rows(history.Gaps(Evening.AddMinutes(100), TimeSpan.Zero)));
    }

    [Fact]
    public void A_recording_without_times_covers_nothing_and_its_failure_is_told_last()
    {
        ChannelHistory history = OnAir("0-60");
        history.Add(new Recording { RecordId = 1, ChannelId = "ls-1", Status = RecordStatus.ProcessingFail });
        history.Add(new Recording { RecordId = 2, ChannelId = "ls-1", Status = RecordStatus.Unknown, StatusText = "BRAND_NEW" });
        history.Add(new Recording { RecordId = 3, ChannelId = "ls-1", RecordBeginTime = Evening.AddMinutes(10).ToLocalTime() });
        history.Add(new Recording { RecordId = 4, ChannelId = "ls-1", RecordBeginTime = Evening.AddMinutes(20).ToLocalTime(), Duration = TimeSpan.FromMinutes(15), Status = RecordStatus.Unknown, StatusText = "BRAND_NEW" });

        Assert.Equal("Gap Beginning 0-20, Gap End 35-60, Failed - 1", Rows(history.Gaps(Evening.AddMinutes(100), TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("0+ 20+ 60-", "Gap Beginning 0-30")]
    [InlineData("60-", "")]
    [InlineData("20- 60-", "")]
    [InlineData("0+ 60- 90-", "Gap Beginning 0-30")]
    [InlineData("0+ 0+ 60- 60-", "Gap Beginning 0-30")]
    [InlineData("60- 0+", "Gap Beginning 0-30")]
    public void A_log_with_holes_names_a_gap_too_many_rather_than_one_too_few(string log, string gaps)
    {
        ChannelHistory history = new("ls-1");
        foreach (string entry in log.Split(' '))
        {
            history.Add(Switched(double.Parse(entry.TrimEnd('+', '-'), CultureInfo.InvariantCulture), entry.EndsWith("+", StringComparison.Ordinal)));
        }

        history.Add(Made(1, 30, 60));

        Assert.Equal(gaps, Rows(history.Gaps(Evening.AddMinutes(200), TimeSpan.Zero)));
    }

    [Fact]
    public void What_is_given_twice_counts_once_and_as_it_came_last()
    {
        ChannelHistory history = OnAir("0-60");
        history.Add(Made(1, 0, 0, status: RecordStatus.Recording));
        history.Add(Made(1, 0, 60));
        history.Add(Switched(0, true));

        Assert.Empty(history.Gaps(Evening.AddMinutes(200), TimeSpan.Zero));
    }

    // A night on which clocks are turned: what is reckoned in local time would be an hour longer or shorter.
    [Fact]
    public void A_change_of_the_clock_makes_no_gap_longer()
    {
        DateTime night = TimeZoneInfo.Local.GetAdjustmentRules().Length == 0 ? Evening : new DateTime(2026, 3, 28, 22, 0, 0, DateTimeKind.Utc);
        ChannelHistory history = new("ls-1");
        history.Add(new Event { EventCode = EventCode.PublishStart, ChannelId = "ls-1", Timestamp = night.ToLocalTime() });
        history.Add(new Event { EventCode = EventCode.PublishEnd, ChannelId = "ls-1", Timestamp = night.AddHours(10).ToLocalTime() });

        RecordingGap gap = Assert.Single(history.Gaps(night.AddDays(1), TimeSpan.Zero));

        Assert.Equal((TimeSpan.FromHours(10), DateTimeKind.Local), (gap.Duration, gap.Begin!.Value.Kind));
        Assert.Equal((night, night.AddHours(10)), (gap.Begin!.Value.ToUniversalTime(), gap.End!.Value.ToUniversalTime()));
    }

    [Fact]
    public void Ten_thousand_broadcasts_are_judged_each_by_its_own()
    {
        ChannelHistory history = new("ls-1");
        for (int i = 0; i < 10_000; i++)
        {
            history.Add(Switched(i * 60, true));
            history.Add(Switched((i * 60) + 50, false));
            history.Add(Made(i + 1, i * 60, (i * 60) + 40));
        }

        IReadOnlyList<RecordingGap> gaps = [.. history.Gaps(Evening.AddYears(7), TimeSpan.Zero)];

        Assert.Equal(10_000, gaps.Count(gap => gap.Kind == GapKind.Gap));
        Assert.All(gaps.Where(gap => gap.Kind == GapKind.Gap), gap => Assert.Equal((GapPart.End, TimeSpan.FromMinutes(10)), (gap.Part, gap.Duration)));
    }

    private static string Judge(string onAir, string recorded, GapKind? only = null)
    {
        ChannelHistory history = OnAir(onAir);
        int id = 0;
        foreach ((double begin, double end) in Spans(recorded))
        {
            history.Add(Made(++id, begin, end));
        }

        return Rows(history.Gaps(Evening.AddMinutes(200), TimeSpan.Zero).Where(gap => only is null || gap.Kind == only));
    }

    private static ChannelHistory OnAir(string spans)
    {
        ChannelHistory history = new("ls-1");
        foreach ((double begin, double end) in Spans(spans))
        {
            history.Add(Switched(begin, true));
            if (!double.IsNaN(end))
            {
                history.Add(Switched(end, false));
            }
        }

        return history;
    }

    private static IEnumerable<(double Begin, double End)> Spans(string spans) => spans.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(static span =>
    {
        string[] ends = span.Split('-');
        return (double.Parse(ends[0], CultureInfo.InvariantCulture), ends[1].Length == 0 ? double.NaN : double.Parse(ends[1], CultureInfo.InvariantCulture));
    });

    private static Event Switched(double minute, bool isStart) => new()
    {
        ChannelId = "ls-1",
        EventCode = isStart ? EventCode.PublishStart : EventCode.PublishEnd,
        Timestamp = Evening.AddMinutes(minute).ToLocalTime(),
    };

    private static Recording Made(long id, double begin, double end, double? holds = null, RecordStatus status = RecordStatus.TransferFinish, long? sequence = -1) => new()
    {
        RecordId = id,
        ChannelId = "ls-1",
        RecordSeq = sequence == -1 ? id : sequence,
        Status = status,
        RecordBeginTime = Evening.AddMinutes(begin).ToLocalTime(),
        CreatedTime = Evening.AddMinutes(end).ToLocalTime(),
        Duration = TimeSpan.FromMinutes(holds ?? end - begin),
    };

    private static string Rows(IEnumerable<RecordingGap> gaps) => string.Join(", ", gaps.Select(static gap =>
    {
        Assert.Equal("ls-1", gap.ChannelId);
        string part = gap.Part == GapPart.Unknown ? "" : $"{gap.Part} ";
        string other = gap.OtherRecordId is { } id ? $" with {id}" : "";
        string record = gap.RecordId is { } one ? $" {one}" : "";
        return $"{gap.Kind} {part}{Minute(gap.Begin)}-{Minute(gap.End)}{record}{other}{(gap.IsOngoing ? " now" : "")}";
    }));

    private static string Minute(DateTime? time) => time is { } at ? Math.Round((at.ToUniversalTime() - Evening).TotalMinutes, 4).ToString(CultureInfo.InvariantCulture) : "";
}
