using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class EventTests
{
    [Fact]
    public async Task Lists_hold_so_many_and_the_newest_where_that_is_told()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");
        caller.Emulator.Events.Kept = 2;
        caller.Emulator.Events.Write(id, "A");
        caller.Emulator.Events.Write(id, "B");
        caller.Emulator.Events.Write(id, "C");

        Assert.Equal(["C", "B"], (await caller.ContentAsync("GET", "/events")).AsArray().Select(item => item!["eventCode"]!.ToString()));
        Assert.Throws<System.ArgumentOutOfRangeException>(() => caller.Emulator.Events.Kept = 0);
    }

    [Fact]
    public async Task A_channel_leaves_a_trace_of_all_that_happens_to_it()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = (await caller.ContentAsync("POST", "/channels", Bodies.With(Bodies.Create, "immediateOnAir=true;isStreamFailOver=true")))["channelId"]!.ToString();
        time.Advance(TimeSpan.FromSeconds(5));
        caller.Emulator.Channels.StartPublishing(id);
        time.Advance(TimeSpan.FromSeconds(5));
        await caller.ContentAsync("PUT", $"/channels/{id}/switch-stream");
        await caller.ContentAsync("PUT", $"/channels/{id}/switch-stream");
        await caller.ContentAsync("PUT", "/channels/" + id, Bodies.Update);
        time.Advance(TimeSpan.FromSeconds(5));
        caller.Emulator.Channels.StopPublishing(id);
        time.Advance(TimeSpan.FromSeconds(5));
        long recordId = long.Parse((await caller.ContentAsync("GET", $"/channels/{id}/records"))["recordList"]!.AsObject().Single().Key, null);
        await caller.ContentAsync("POST", "/buckets/b/upload", $$"""{"recordIds":[{{recordId}}]}""");
        await caller.ContentAsync("POST", $"/channels/{id}/cdnInfo", """{"cdn":{"cdnInstanceNo":4938,"profileId":1008}}""");
        time.Advance(TimeSpan.FromSeconds(5));

        JsonArray events = (await caller.ContentAsync("GET", $"/channels/{id}/events")).AsArray();

        // Newest first, each at its own second.
        Assert.Equal(
            [
                "0 STREAM_RESERVE", "1 OFFLINE_CDN_RUNNING", "5 PUBLISH_START", "5 ONAIR_START", "6 THUMBNAIL_CREATE", "10 RTMP_BACKUP_STREAM_ENABLED", "10 RTMP_MAIN_STREAM_ENABLED",
                "10 STREAM_UPDATE", "15 PUBLISH_END", "15 ONAIR_END", "20 STREAM_UPDATE", "21 OFFLINE_UPLOAD_FINISH", "21 OFFLINE_CDN_RUNNING",
            ],
            events.Reverse().Select(item => $"{((long)item!["timestamp"]! - Start) / 1000} {item["eventCode"]}"));
        Assert.All(events, item => Assert.Equal(("INFO", id), (item!["logLevel"]!.ToString(), item["channelId"]!.ToString())));
        Assert.Equal("testchannel channel publishing has started.", events[^3]!["description"]!.ToString());
        Assert.Equal(["PUBLISH_END", "PUBLISH_START"], (await caller.ContentAsync("GET", $"/channels/{id}/publish-log")).AsArray().Select(item => item!["eventCode"]!.ToString()));
    }

    [Fact]
    public async Task The_list_of_all_channels_can_be_asked_for_one()
    {
        (Caller caller, _) = Caller.Offline();
        string one = caller.Emulator.Channels.Add("one");
        string other = caller.Emulator.Channels.Add("other");

        Reply all = await caller.SendAsync("GET", "/events");

        Assert.Equal(2, (int)all.Json["total"]!);
        Assert.Equal([other, one], all.Json["content"]!.AsArray().Select(item => item!["channelId"]!.ToString()));
        Assert.Equal(other, Assert.Single((await caller.ContentAsync("GET", "/events?channelId=" + other)).AsArray())!["channelId"]!.ToString());
        Assert.Empty((await caller.ContentAsync("GET", "/events?channelId=ls-none")).AsArray());
        await caller.ExpectAsync("GET", "/channels/ls-none/events", null, 250123);
        await caller.ExpectAsync("GET", "/channels/ls-none/publish-log", null, 250123);
    }

    [Fact]
    public async Task A_re_stream_and_its_targets_leave_a_trace()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Restream.Add("relay", "YOUTUBE", "CHZZK");
        string path = "/re-stream/channels/" + id;
        time.Advance(TimeSpan.FromSeconds(5));
        caller.Emulator.Restream.StartPublishing(id);
        time.Advance(TimeSpan.FromSeconds(5));
        caller.Emulator.Restream.Break(caller.Emulator.Restream.PlatformIds(id)[1]);
        time.Advance(TimeSpan.FromSeconds(5));
        caller.Emulator.Restream.StopPublishing(id);
        time.Advance(TimeSpan.FromSeconds(5));

        // Off air before a relay has connected: that it would have did not happen.
        caller.Emulator.Restream.StartPublishing(id);
        caller.Emulator.Restream.StopPublishing(id);
        time.Advance(TimeSpan.FromMinutes(1));

        JsonArray events = (await caller.ContentAsync("GET", path + "/events")).AsArray();
        Assert.Equal(
            [
                "0 STREAM_RESERVE relay channel has been created.", "5 PUBLISH_START relay channel publishing has started.",
                "5 SIMULCAST_STATUS_CHANGE relay target platform YOUTUBE is CONNECTING.", "5 SIMULCAST_STATUS_CHANGE relay target platform CHZZK is CONNECTING.",
                "6 SIMULCAST_STATUS_CHANGE relay target platform YOUTUBE is PUBLISHING.", "6 SIMULCAST_STATUS_CHANGE relay target platform CHZZK is PUBLISHING.",
                "10 SIMULCAST_STATUS_CHANGE relay target platform CHZZK is FAIL.",
                "15 SIMULCAST_STATUS_CHANGE relay target platform YOUTUBE is READY.", "15 SIMULCAST_STATUS_CHANGE relay target platform CHZZK is READY.", "15 PUBLISH_END relay channel publishing has ended.",
            ],
            events.Reverse().Take(10).Select(item => $"{((long)item!["timestamp"]! - Start) / 1000} {item["eventCode"]} {item["description"]}"));
        Assert.DoesNotContain(events.Take(events.Count - 10), item => item!["description"]!.ToString().EndsWith("PUBLISHING.", StringComparison.Ordinal));
        Assert.Equal(["PUBLISH_END", "PUBLISH_START", "PUBLISH_END", "PUBLISH_START"], (await caller.ContentAsync("GET", path + "/publish-log")).AsArray().Select(item => item!["eventCode"]!.ToString()));
        Assert.Equal(events.Count, (await caller.ContentAsync("GET", "/events?channelId=" + id)).AsArray().Count);
        await caller.ExpectAsync("GET", "/re-stream/channels/ls-none/events", null, 250123);
        await caller.ExpectAsync("GET", "/re-stream/channels/ls-none/publish-log", null, 250123);
    }

    // A day in one step: what a schedule does stands at the times that it was meant for.
    [Fact]
    public async Task A_schedule_that_plays_leaves_a_trace_at_its_own_times()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Vod.Add("rerun");
        caller.Emulator.Vod.Schedule(id, time.GetUtcNow().AddHours(2), "mybucket/a.mp4", "mybucket/b.mp4", "mybucket/c.mp4");

        time.Advance(TimeSpan.FromDays(1));

        JsonArray events = (await caller.ContentAsync("GET", "/events?channelId=" + id)).AsArray();
        Assert.Equal(["STREAM_RESERVE", "PUBLISH_START", "THUMBNAIL_CREATE", "PUBLISH_END"], events.Reverse().Select(item => item!["eventCode"]!.ToString()));
        Assert.Equal(TimeSpan.FromHours(2).TotalMilliseconds, (long)events[2]!["timestamp"]! - Start);
        Assert.InRange((long)events[0]!["timestamp"]! - (long)events[2]!["timestamp"]!, 1000, TimeSpan.FromHours(20).TotalMilliseconds);
    }

    [Theory]
    [InlineData("PROCESSING", "OFFLINE_PROCESSING_FAIL")]
    [InlineData("TRANSFER", "OFFLINE_UPLOAD_FAIL")]
    public async Task What_fails_is_an_error_once(string from, string code)
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live", from == "TRANSFER" ? "AUTO_UPLOAD" : "MANUAL_UPLOAD");
        caller.Emulator.Channels.StartPublishing(id);
        await caller.ContentAsync("PUT", $"/channels/{id}/startRecord");
        long recordId = long.Parse((await caller.ContentAsync("PUT", $"/channels/{id}/stopRecord"))["recordList"]!.AsObject().Single().Key, null);
        time.Advance(from == "TRANSFER" ? TimeSpan.FromSeconds(1.5) : TimeSpan.FromSeconds(0.5));
        caller.Emulator.Recordings.Fail(id, recordId);
        time.Advance(TimeSpan.FromDays(1));

        JsonNode error = Assert.Single((await caller.ContentAsync("GET", "/events")).AsArray(), item => item!["logLevel"]!.ToString() == "ERROR")!;

        Assert.Equal(code, error["eventCode"]!.ToString());
        Assert.DoesNotContain("OFFLINE_UPLOAD_FINISH", (await caller.SendAsync("GET", "/events")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broadcast_too_short_for_a_thumbnail_has_none()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");

        caller.Emulator.Channels.StartPublishing(id);
        time.Advance(TimeSpan.FromSeconds(0.5));
        caller.Emulator.Channels.StopPublishing(id);
        time.Advance(TimeSpan.FromSeconds(0.2));
        caller.Emulator.Channels.StartPublishing(id);
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Single((await caller.ContentAsync("GET", "/events")).AsArray(), item => item!["eventCode"]!.ToString() == "THUMBNAIL_CREATE");
    }

    [Fact]
    public async Task Anything_can_be_said_to_have_happened()
    {
        (Caller caller, _) = Caller.Offline();

        caller.Emulator.Events.Write("ls-1", "BRAND_NEW", "한글", "FATAL");

        JsonNode item = Assert.Single((await caller.ContentAsync("GET", "/events")).AsArray())!;
        Assert.Equal(("BRAND_NEW", "한글", "FATAL", "ls-1"), (item["eventCode"]!.ToString(), item["description"]!.ToString(), item["logLevel"]!.ToString(), item["channelId"]!.ToString()));
        Assert.Equal("1 events", caller.Emulator.Events.ToString());
    }

    private static readonly long Start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
