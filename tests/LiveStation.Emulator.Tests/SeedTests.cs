using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class SeedTests
{
    // As printed on the API page.
    private const string PageExample = """
        {"content":{"recordList":{
        "298":{"recordType":"MP4","channelId":"ls-20200313162828-G60tN","status":"TRANSFER_READY","recordSeq":104077,"streamSeq":137305,
        "recordBeginTime":1584952615000,"createdTime":1584955616000,"shouldDeleteTime":1585560416000,"resolution":"480x270",
        "fileName":"137305-104077-202003231736.mp4","duration":2996437,"videoBitrate":400000,"audioBitrate":64000,"videoFrameRate":15.0,
        "audioCodec":"aac","uploadPath":"live-station/record/ls-20200313162828-G60tN/137305-104077-202003231736.mp4","objectStorageUrl":"-"},
        "299":{"recordType":"HLS","channelId":"ls-20200313162828-G60tN","status":"TRANSFER_READY","recordSeq":104077,"streamSeq":137305,
        "recordBeginTime":1584952615000,"createdTime":1584955616000,"shouldDeleteTime":1585560416000,"resolution":"480x270",
        "fileName":"270p-16-9/playlist.m3u8","videoBitrate":400000,"audioBitrate":64000,"videoFrameRate":15.0,
        "uploadPath":"live-station/record/ls-20200313162828-G60tN/270p-16-9/104077","objectStorageUrl":"-"}}},"total":6}
        """;

    [Fact]
    public async Task The_page_example_is_word_for_word_and_does_not_age()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline(seed: true);
        time.Advance(TimeSpan.FromDays(100));

        Reply reply = await caller.SendAsync("GET", "/channels/ls-20200313162828-G60tN/records");

        Assert.Equal(PageExample.ReplaceLineEndings(""), reply.Text);
    }

    [Fact]
    public async Task There_is_something_for_every_command()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline(seed: true);
        JsonArray channels = (await caller.ContentAsync("GET", "/channels")).AsArray();

        Assert.Equal(
            ["page_example READY False", "아침뉴스 PUBLISHING True", "weekly_show READY False", "summer_event BLOCK False"],
            channels.Select(channel => $"{channel!["channelName"]} {channel["channelStatus"]} {(bool)channel["isRecording"]!}"));
        JsonObject news = (await caller.ContentAsync("GET", $"/channels/{channels[1]!["channelId"]}/records"))["recordList"]!.AsObject();
        Assert.Equal(["RECORDING", "RECORDING"], news.Skip(2).Select(entry => entry.Value!["status"]!.ToString()));
        JsonObject archive = (await caller.ContentAsync("GET", $"/channels/{channels[2]!["channelId"]}/records"))["recordList"]!.AsObject();
        Assert.Equal(
            ["DELETED", "PROCESSING", "PROCESSING_FAIL", "TRANSFER_FAIL", "TRANSFER_FINISH", "TRANSFER_READY"],
            archive.Select(entry => entry.Value!["status"]!.ToString()).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            [5, 20, 48, 60],
            archive.Where(entry => entry.Value!["status"]!.ToString() == "TRANSFER_READY")
                .Select(entry => (DateTimeOffset.FromUnixTimeMilliseconds((long)entry.Value!["shouldDeleteTime"]!) - time.GetUtcNow()).TotalHours));
    }

    // Who saves everything there is at the start waits for this one.
    [Fact]
    public async Task What_is_still_being_finished_is_so_in_two_minutes()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline(seed: true);
        time.Advance(TimeSpan.FromMinutes(2));

        string weekly = (await caller.ContentAsync("GET", "/channels")).AsArray()[2]!["channelId"]!.ToString();
        JsonObject archive = (await caller.ContentAsync("GET", $"/channels/{weekly}/records"))["recordList"]!.AsObject();

        Assert.DoesNotContain("PROCESSING", archive.Select(entry => entry.Value!["status"]!.ToString()));
    }

    [Fact]
    public async Task A_clock_far_in_the_past_changes_no_state()
    {
        FakeTimeProvider time = new();
        using Caller caller = new(new LiveStationEmulator(new EmulatorOptions { TimeProvider = time }), time);

        Assert.Equal(
            ["READY", "PUBLISHING", "READY", "BLOCK"],
            (await caller.ContentAsync("GET", "/channels")).AsArray().Select(channel => channel!["channelStatus"]!.ToString()));
    }

    [Fact]
    public async Task Two_services_start_alike_and_live_apart()
    {
        (Caller first, _) = Caller.Offline(seed: true);
        (Caller second, _) = Caller.Offline(seed: true);

        Assert.Equal((await first.SendAsync("GET", "/channels")).Text, (await second.SendAsync("GET", "/channels")).Text);
        first.Emulator.Channels.Add("one_more");
        Assert.Equal(5, first.Emulator.Channels.Ids.Count);
        Assert.Equal(4, second.Emulator.Channels.Ids.Count);
    }
}
