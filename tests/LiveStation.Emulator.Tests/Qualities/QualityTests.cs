using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class QualityTests
{
    [Fact]
    public async Task A_quality_and_a_set_live_from_creation_to_deletion()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();

        JsonNode quality = await caller.ContentAsync("POST", "/qualityProfiles", """
            {"name":"q-540","type":"NORMAL","video":{"codec":"H264","profile":"BASELINE","level":-1,"width":960,"height":540,"fps":29.97,"bitrate":1500000,"rateControl":"VBR"},
            "audio":{"codec":"AAC","profile":"LC","samplerate":48000,"channels":1,"bitrate":96}}
            """);
        Assert.Equal(
            """{"codec":"H264","profile":"BASELINE","level":-1,"width":960,"height":540,"fps":29.97,"bitrate":1500000,"videoH264ParamRefFrames":1,"rateControl":"VBR","bframes":0,"bypass":false,"orientation":"FIX"}""",
            quality["video"]!.ToJsonString());
        Assert.Equal(("CUSTOM", "NORMAL", time.GetUtcNow().ToUnixTimeMilliseconds()), ((string?)quality["genType"], (string?)quality["type"], (long)quality["createdTime"]!));

        JsonNode set = await caller.ContentAsync("POST", "/qualitySets", $$"""{"name":"two","qualityIds":[{{quality["id"]}},1],"isEnabledUll":false,"segmentDuration":2000,"segmentCount":3,"enableHlsTimedMetadata":false}""");
        Assert.Equal(["q-540", "system-270p"], set["qualities"]!.AsArray().Select(held => held!["name"]!.ToString()));

        JsonNode changed = await caller.ContentAsync("PUT", "/qualitySets/" + set["id"], """{"segmentDuration":4000,"segmentCount":5}""");
        Assert.Equal((4000, 5), ((int)changed["segmentDuration"]!, (int)changed["segmentCount"]!));

        Assert.Equal("""{"deleteSuccess":true}""", (await caller.ContentAsync("DELETE", "/qualitySets/" + set["id"])).ToJsonString());
        Assert.Equal("""{"deleteSuccess":true}""", (await caller.ContentAsync("DELETE", "/qualityProfiles/" + quality["id"])).ToJsonString());
        await caller.ExpectAsync("GET", "/qualityProfiles/" + quality["id"], null, 250300);
        await caller.ExpectAsync("GET", "/qualityProfiles/1", null, 0);
    }

    [Theory]
    [InlineData("", "small full-hd sample-set setting000")]
    [InlineData("?type=all", "small full-hd sample-set low-latency setting000")]
    [InlineData("?type=llhls", "low-latency")]
    [InlineData("?type=default&genType=CUSTOM", "setting000")]
    [InlineData("?type=all&genType=SYSTEM", "small full-hd sample-set low-latency")]
    public async Task Sets_are_listed_by_whose_they_are_and_what_for(string query, string names)
    {
        (Caller caller, _) = Caller.Offline(seed: true);

        JsonNode answer = (await caller.SendAsync("GET", "/qualitySets" + query)).Json;

        Assert.Equal(names, string.Join(' ', answer["content"]!.AsArray().Select(set => set!["name"])));
        Assert.Equal(answer["content"]!.AsArray().Count, (int)answer["total"]!);
    }

    // The page of the change says that broadcasts are interrupted and restarted.
    [Fact]
    public async Task A_change_of_segments_begins_the_broadcasts_anew()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline(seed: true);
        string id = (await caller.ContentAsync("POST", "/channels", Bodies.With(Bodies.Create, "qualitySetId=5;immediateOnAir=true")))["channelId"]!.ToString();
        string idle = (await caller.ContentAsync("POST", "/channels", Bodies.With(Bodies.Create, "qualitySetId=5")))["channelId"]!.ToString();
        time.Advance(TimeSpan.FromSeconds(1));
        caller.Emulator.Channels.StartPublishing(id);
        time.Advance(TimeSpan.FromMinutes(1));

        await caller.ContentAsync("PUT", "/qualitySets/5", """{"segmentDuration":4000,"segmentCount":5}""");

        JsonNode channel = await caller.ContentAsync("GET", "/channels/" + id);
        Assert.Equal("PUBLISHING", channel["channelStatus"]!.ToString());
        Assert.Equal(time.GetUtcNow().ToUnixTimeMilliseconds(), (long)channel["recentPublishStartTime"]!);
        Assert.Equal("READY", (await caller.ContentAsync("GET", "/channels/" + idle))["channelStatus"]!.ToString());
        JsonObject recordings = (await caller.ContentAsync("GET", $"/channels/{id}/records"))["recordList"]!.AsObject();
        Assert.Equal(["PROCESSING", "RECORDING"], recordings.Select(entry => entry.Value!["status"]!.ToString()));
    }

    [Fact]
    public async Task A_channel_is_encoded_to_the_qualities_of_its_set()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        long small = caller.Emulator.Qualities.Add("small", 640, 360, 800_000);
        long large = caller.Emulator.Qualities.Add("large", 1920, 1080, 6_000_000);
        long sound = caller.Emulator.Qualities.Add("sound", 0);
        long set = caller.Emulator.Qualities.AddSet("mine", small, sound, large);
        string id = (await caller.ContentAsync("POST", "/channels", Bodies.With(Bodies.Create, $"qualitySetId={set}")))["channelId"]!.ToString();
        time.Advance(TimeSpan.FromSeconds(1));
        caller.Emulator.Channels.StartPublishing(id);

        Assert.Equal(1920, (int)(await caller.ContentAsync("GET", $"/channels/{id}/streamMetadata"))["video"]!["width"]!);
        Assert.Equal(
            ["360p-16-9", "audio", "1080p-16-9"],
            (await caller.ContentAsync("GET", $"/channels/{id}/serviceUrls?serviceUrlType=GENERAL")).AsArray().Select(url => url!["name"]!.ToString()));
    }

    [Fact]
    public void Controls_check_what_they_are_given()
    {
        (Caller caller, _) = Caller.Offline();

        Assert.Throws<ArgumentException>(() => caller.Emulator.Qualities.AddSet("none"));
        Assert.Throws<ArgumentException>(() => caller.Emulator.Qualities.AddSet("unknown", 99));
        Assert.Equal("4 qualities, 4 sets", caller.Emulator.Qualities.ToString());
    }
}
