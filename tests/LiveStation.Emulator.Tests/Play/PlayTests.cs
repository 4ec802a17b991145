using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LiveStation.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class PlayTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_evening_in_the_past_has_happened_at_once_and_each_thing_at_its_time()
    {
        (Caller caller, _) = Caller.Offline();

        Performance evening = caller.Emulator.Play(start: Midnight.AddHours(-4));

        Assert.True(evening.IsOver);
        Assert.All(evening.Log, played => Assert.Null(played.WhyNot));
        Assert.Equal(LiveStationEmulator.Evening.Split('\n').Count(line => line.Length > 0 && line[0] != '#'), evening.Log.Count);
        string drama = evening.ChannelIds["주말극장"];
        Assert.Equal(
            ["-170 PUBLISH_START", "-144.8 PUBLISH_END", "-141.3 PUBLISH_START", "-55 PUBLISH_END"],
            (await EventsAsync(caller, $"/channels/{drama}/publish-log")).Select(it => $"{it.Minutes} {it.Code}"));
        Assert.Equal(
            ["-170 25.2 TRANSFER_FINISH", "-170 25.2 TRANSFER_FINISH", "-141.3 86.3 TRANSFER_FAIL", "-141.3 86.3 TRANSFER_FAIL"],
            await RecordingsAsync(caller, drama));
        Assert.Equal(["-116 37 TRANSFER_FINISH", "-71 41 PROCESSING_FAIL"], await RecordingsAsync(caller, evening.ChannelIds["late_talk"]));
        Assert.Equal(["-235 60 TRANSFER_FINISH", "-60 24 TRANSFER_FAIL"], await RecordingsAsync(caller, evening.ChannelIds["evening_news"]));
    }

    // Whatever one list tells, the others tell too.
    [Fact]
    public async Task Logs_events_recordings_and_callbacks_of_the_evening_agree()
    {
        using CallbackListener listener = new();
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        await caller.ContentAsync("POST", "/events/callbackEndpoint", $$"""{"callbackUrl":"{{listener.Address}}"}""");

        Performance evening = caller.Emulator.Play();
        for (int i = 0; i < 60 && !evening.IsOver; i++)
        {
            time.Advance(TimeSpan.FromMinutes(5));
        }

        time.Advance(TimeSpan.FromMinutes(1));
        await caller.Emulator.Events.WhenDeliveredAsync();

        List<(double Minutes, string Code)> all = [];
        foreach ((string name, string id) in evening.ChannelIds)
        {
            string kind = name == "evening_relay" ? "re-stream/" : "";
            List<(double Minutes, string Code)> events = await EventsAsync(caller, $"/{kind}channels/{id}/events");
            all.AddRange(events);
            Assert.Equal(
                events.Where(it => it.Code is "PUBLISH_START" or "PUBLISH_END"),
                await EventsAsync(caller, $"/{kind}channels/{id}/publish-log"));
            if (kind.Length == 0)
            {
                List<string> recordings = await RecordingsAsync(caller, id);
                int files = name == "주말극장" ? 2 : 1;
                Assert.Equal(events.Where(it => it.Code == "ONAIR_START").Select(it => it.Minutes), recordings.Select(Begin).Distinct());
                Assert.Equal(recordings.Count, files * events.Count(it => it.Code == "ONAIR_END"));
                Assert.Equal(recordings.Count(it => it.EndsWith("TRANSFER_FINISH", StringComparison.Ordinal)), events.Count(it => it.Code == "OFFLINE_UPLOAD_FINISH"));
                Assert.Equal(recordings.Count(it => it.EndsWith("TRANSFER_FAIL", StringComparison.Ordinal)), events.Count(it => it.Code == "OFFLINE_UPLOAD_FAIL"));
                Assert.Equal(recordings.Count(it => it.EndsWith("PROCESSING_FAIL", StringComparison.Ordinal)), events.Count(it => it.Code == "OFFLINE_PROCESSING_FAIL"));
            }
        }

        Assert.Equal(
            all.OrderBy(it => it.Minutes).ThenBy(it => it.Code, StringComparer.Ordinal),
            listener.Bodies.Select(body => JsonNode.Parse(body)!).Select(it => (Minutes(it["timestamp"]!), it["event"]!.ToString())).OrderBy(it => it.Item1).ThenBy(it => it.Item2, StringComparer.Ordinal));
        Assert.Contains(all, it => it.Code == "RTMP_BACKUP_STREAM_ENABLED");

        static double Begin(string recording) => double.Parse(recording.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Things_happen_at_their_times_and_no_sooner()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        Performance play = caller.Emulator.Play("0:00 show channel\n0:10 show on-air\n0:20:30 show stream-weakens 300000 7.5\n0:30 show off-air");
        string id = play.ChannelIds["show"];

        Assert.Equal("READY", await StatusAsync());
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("PUBLISHING", await StatusAsync());
        Assert.Equal(("2000000", "30"), await StreamAsync());
        time.Advance(TimeSpan.FromSeconds(629));
        Assert.Equal(("2000000", "30"), await StreamAsync());
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("300000", "7.5"), await StreamAsync());
        Assert.Equal(("3 of 4 happenings", false), (play.ToString(), play.IsOver));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("READY", await StatusAsync());
        Assert.Equal((true, Midnight.AddMinutes(30)), (play.IsOver, play.End));

        async Task<string> StatusAsync() => (await caller.ContentAsync("GET", "/channels/" + id))["channelStatus"]!.ToString();

        async Task<(string, string)> StreamAsync()
        {
            JsonNode video = (await caller.ContentAsync("GET", $"/channels/{id}/streamMetadata"))["video"]!;
            return (video["bitrate"]!.ToString(), video["fps"]!.ToString());
        }
    }

    [Fact]
    public async Task A_play_may_be_given_faster_and_be_stopped()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        Performance play = caller.Emulator.Play("0:00 show channel\n1:00 show on-air\n2:00 show off-air", speed: 60);

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Midnight.AddMinutes(1), play.Log[^1].Time);
        play.Stop();
        time.Advance(TimeSpan.FromHours(3));

        Assert.Equal((true, "2 of 3 happenings"), (play.IsOver, play.ToString()));
        Assert.Equal("PUBLISHING", (await caller.ContentAsync("GET", "/channels/" + play.ChannelIds["show"]))["channelStatus"]!.ToString());
    }

    [Fact]
    public async Task The_backup_takes_over_only_where_it_is_connected()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        Performance play = caller.Emulator.Play(
            """
            0:00 show channel fail-over
            0:01 show on-air
            0:02 show backup-connects
            0:03 show stream-falls
            0:04 show stream-returns
            0:05 show off-air
            0:06 show on-air
            0:07 show stream-falls
            """);
        time.Advance(TimeSpan.FromHours(1));

        Assert.True(play.IsOver);
        Assert.Equal(
            ["PUBLISH_START", "BACKUP_SESSION_STREAMING_CONNECTED", "RTMP_BACKUP_STREAM_ENABLED", "RTMP_MAIN_STREAM_ENABLED", "PUBLISH_END", "PUBLISH_START", "PUBLISH_END"],
            (await EventsAsync(caller, $"/channels/{play.ChannelIds["show"]}/events")).Select(it => it.Code).Where(it => it is not ("STREAM_RESERVE" or "THUMBNAIL_CREATE")));
    }

    // Somebody at rehearsal takes part in it.
    [Fact]
    public void What_cannot_happen_is_noted_and_the_play_goes_on()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("rehearsal", "NO_RECORD");
        string script = $"""
            0:01 {id} on-air
            0:02 {id} on-air
            0:03 {id} recording-begins
            0:04 {id} target-fails YOUTUBE
            0:05 {id} backup-connects
            0:06 {id} upload-ends
            0:07 {id} stream-falls
            0:08 {id} stream-weakens 5
            """;

        Performance play = caller.Emulator.Play(script);
        time.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(
            [
                null,
                $"{id} is PUBLISHING; only a READY one can go on air.",
                $"{id} does not record.",
                $"{id} relays to no YOUTUBE.",
                $"{id} takes no backup stream.",
                $"{id} has no recording that is TRANSFER.",
                null,
                $"{id} is not on air.",
            ],
            play.Log.Select(it => it.WhyNot));
        Assert.Equal("8 of 8 happenings, 6 could not be", play.ToString());
    }

    [Fact]
    public void The_evening_may_be_given_again()
    {
        (Caller caller, _) = Caller.Offline();

        Performance first = caller.Emulator.Play(start: Midnight.AddHours(-24));
        Performance second = caller.Emulator.Play(start: Midnight.AddHours(-4));

        Assert.Equal(first.ChannelIds, second.ChannelIds);
        Assert.All(second.Log, played => Assert.Null(played.WhyNot));
        Assert.Same(second, caller.Emulator.Performance);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("# nothing", "no line", false)]
    [InlineData("0:00 show", "Line 1 of the script: a line is a time", false)]
    [InlineData("\n0:60 show on-air", "Line 2 of the script: a line is a time", false)]
    [InlineData("100:00 show on-air", "less than 100 hours", false)]
    [InlineData("0:00 show dances", "dances is none of channel, re-stream, on-air", false)]
    [InlineData("0:00 show on-air", "there is no channel show", false)]
    [InlineData("0:00 show channel\n0:00 show on-air now", "Line 2 of the script: on-air takes nothing", false)]
    [InlineData("0:00 show channel auto-upload:Bad_Bucket", "channel takes [no-record", false)]
    [InlineData("0:00 show channel\n0:00 show stream-weakens fast", "stream-weakens takes BITS", false)]
    [InlineData("0:00 show channel\n0:00 show upload-begins", "upload-begins takes BUCKET", false)]
    [InlineData("0:00 show re-stream", "re-stream takes TARGET", false)]
    public async Task A_script_that_cannot_be_understood_says_where_and_nothing_of_it_happens(string script, string said, bool isFine)
    {
        (Caller caller, _) = Caller.Offline();
        int channels = (await caller.ContentAsync("GET", "/channels")).AsArray().Count;

        if (isFine)
        {
            Assert.Equal(LiveStationEmulator.Evening.Length > 0, caller.Emulator.Play(script).Log.Count > 0);
            return;
        }

        Assert.Contains(said, Assert.Throws<ArgumentException>(() => caller.Emulator.Play(script)).Message, StringComparison.Ordinal);
        Assert.Equal(channels, (await caller.ContentAsync("GET", "/channels")).AsArray().Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void No_speed_is_no_speed(double speed)
    {
        (Caller caller, _) = Caller.Offline();

        Assert.Throws<ArgumentOutOfRangeException>(() => caller.Emulator.Play(speed: speed));
    }

    // Oldest first, in minutes from midnight.
    private static async Task<List<(double Minutes, string Code)>> EventsAsync(Caller caller, string path) =>
        (await caller.ContentAsync("GET", path)).AsArray().Reverse().Select(it => (Minutes(it!["timestamp"]!), it["eventCode"]!.ToString())).ToList();

    private static async Task<List<string>> RecordingsAsync(Caller caller, string id) =>
        (await caller.ContentAsync("GET", $"/channels/{id}/records"))["recordList"]!.AsObject().Select(it => it.Value!)
            .Select(it => FormattableString.Invariant($"{Minutes(it["recordBeginTime"]!)} {Minutes(it["createdTime"]!) - Minutes(it["recordBeginTime"]!):0.#} {it["status"]}")).ToList();

    private static double Minutes(JsonNode milliseconds) => Math.Round(DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).Subtract(Midnight).TotalMinutes, 1);
}
