using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class ChannelTests
{
    [Fact]
    public async Task A_channel_lives_from_creation_to_deletion()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();

        JsonNode made = await caller.ContentAsync("POST", "/channels", Bodies.Create);
        string path = "/channels/" + made["channelId"];
        Assert.Matches("^ls-20260301090000-[A-Za-z0-9]{5}$", made["channelId"]!.ToString());
        Assert.Equal(("CREATING", "CREATING"), States(made));
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(("CREATING", "CREATING"), States(await caller.ContentAsync("GET", path)));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(("READY", "RUNNING"), States(await caller.ContentAsync("GET", path)));

        caller.Emulator.Channels.StartPublishing(made["channelId"]!.ToString());
        time.Advance(TimeSpan.FromMinutes(2));
        JsonNode onAir = await caller.ContentAsync("GET", path);
        Assert.Equal(("PUBLISHING", "RUNNING"), States(onAir));
        Assert.Equal(120, (int)onAir["totalPublishSeconds"]!);
        Assert.Equal((time.GetUtcNow() - TimeSpan.FromMinutes(2)).ToUnixTimeMilliseconds(), (long)onAir["recentPublishStartTime"]!);

        await caller.ContentAsync("PUT", path + "/startRecord");
        JsonNode blocked = await caller.ContentAsync("PUT", path + "/off");
        Assert.Equal(("BLOCK", "RUNNING"), States(blocked));
        Assert.False((bool)blocked["isRecording"]!);
        Assert.Equal("PROCESSING", (await caller.ContentAsync("GET", path + "/records"))["recordList"]!.AsObject().Single().Value!["status"]!.ToString());
        Assert.Equal(("READY", "RUNNING"), States(await caller.ContentAsync("PUT", path + "/on")));

        JsonNode moved = await caller.ContentAsync("POST", path + "/cdnInfo", """{"cdn":{"cdnInstanceNo":4938,"profileId":1008}}""");
        Assert.Equal("CHANGING", moved["cdn"]!["statusName"]!.ToString());
        Assert.Equal("4938", (string)moved["cdn"]!["instanceNo"]!);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("READY", "RUNNING"), States(await caller.ContentAsync("GET", path)));

        Assert.Equal(("DELETED", "RUNNING"), States(await caller.ContentAsync("DELETE", path)));
        Assert.Equal(("DELETED", "RUNNING"), States(await caller.ContentAsync("GET", path)));
        Assert.Empty(caller.Emulator.Channels.Ids);
    }

    [Fact]
    public async Task A_deleted_channel_stays_in_the_lists_and_can_only_be_read()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("returned");
        string withdrawn = caller.Emulator.Channels.Add("withdrawn");
        string kept = caller.Emulator.Channels.Add("kept");
        long record = caller.Emulator.Recordings.Add(id, 1)[0];
        caller.Emulator.Channels.StartPublishing(withdrawn);

        await caller.ContentAsync("DELETE", "/channels/" + id);
        caller.Emulator.Channels.Withdraw(withdrawn);
        caller.Emulator.Channels.Withdraw(id);

        Assert.Equal(["returned DELETED", "withdrawn FORCE_DELETED", "kept READY"], await ListAsync(""));
        Assert.Equal(["returned DELETED"], await ListAsync("?channelStatus=DELETED"));
        Assert.Equal(["withdrawn FORCE_DELETED"], await ListAsync("?channelStatus=FORCE_DELETED"));
        Assert.Equal([kept], caller.Emulator.Channels.Ids);
        Assert.Equal(250114, (await caller.SendAsync("DELETE", "/channels/" + id)).Code);
        Assert.Equal(250123, (await caller.SendAsync("PUT", "/channels/" + id, Bodies.Update)).Code);
        Assert.Equal(250123, (await caller.SendAsync("PUT", $"/channels/{id}/on")).Code);
        Assert.Equal(250123, (await caller.SendAsync("PUT", $"/channels/{withdrawn}/off")).Code);
        Assert.Equal(250134, (await caller.SendAsync("PUT", $"/channels/{id}/startRecord")).Code);
        Assert.Equal(250125, (await caller.SendAsync("GET", $"/channels/{id}/serviceUrls?serviceUrlType=GENERAL")).Code);
        Assert.Throws<InvalidOperationException>(() => caller.Emulator.Channels.StartPublishing(id));

        // What it has recorded can still be saved.
        await caller.ContentAsync("POST", "/buckets/b/upload", $$"""{"recordIds":[{{record}}]}""");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("TRANSFER_FINISH", (await caller.ContentAsync("GET", $"/channels/{id}/records"))["recordList"]![$"{record}"]!["status"]!.ToString());

        async Task<string[]> ListAsync(string query) =>
            (await caller.ContentAsync("GET", "/channels" + query)).AsArray().Select(channel => $"{channel!["channelName"]} {channel["channelStatus"]}").ToArray();
    }

    [Fact]
    public async Task The_way_in_is_chosen_when_a_channel_is_made_and_never_again()
    {
        (Caller caller, _) = Caller.Offline();

        JsonNode usual = await caller.ContentAsync("POST", "/channels", Bodies.Create);
        JsonNode srt = await caller.ContentAsync("POST", "/channels", Bodies.With(Bodies.Create, "ingestProtocol=\"SRT\""));
        JsonNode after = await caller.ContentAsync("PUT", "/channels/" + srt["channelId"], Bodies.Update);

        Assert.Equal(("RTMP", "rtmp://ingest.example:8080/relay"), (usual["ingestProtocol"]!.ToString(), usual["publishUrl"]!.ToString()));
        Assert.Equal("SRT", srt["ingestProtocol"]!.ToString());
        Assert.Equal($"srt://ingest.example:8080?streamid={srt["streamKey"]}", srt["publishUrl"]!.ToString());
        Assert.Equal($"srt://global.ingest.example:8080?streamid={srt["streamKey"]}", srt["globalPublishUrl"]!.ToString());
        Assert.Equal("SRT", after["ingestProtocol"]!.ToString());
    }

    [Fact]
    public async Task An_update_changes_what_it_may()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("before", useDvr: true);

        JsonNode after = await caller.ContentAsync("PUT", "/channels/" + id, Bodies.Update);

        Assert.Equal("other_name", after["channelName"]!.ToString());
        Assert.Equal("NO_RECORD", after["record"]!["type"]!.ToString());
        Assert.False((bool)after["useDVR"]!);
        Assert.Null(after["timemachineMin"]);
        Assert.Equal(3, (int)after["qualitySetId"]!);
    }

    [Fact]
    public async Task The_backup_flag_stands_beside_content()
    {
        (Caller caller, _) = Caller.Offline(seed: true);
        string news = caller.Emulator.Channels.Ids[1];

        Assert.False((bool)(await caller.SendAsync("GET", "/channels/" + news)).Json["isPublishingBackUp"]!);
        await caller.ContentAsync("PUT", $"/channels/{news}/switch-stream");
        JsonNode answer = (await caller.SendAsync("GET", "/channels/" + news)).Json;

        Assert.True((bool)answer["isPublishingBackUp"]!);
        Assert.Null(answer["content"]!["isPublishingBackUp"]);
        Assert.NotEqual(answer["content"]!["streamKey"]!.ToString(), answer["content"]!["backupStreamKey"]!.ToString());
    }

    [Fact]
    public async Task Immediate_on_air_records_from_the_start()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live", recordFormat: "ALL", useDvr: true, immediateOnAir: true);
        string silent = caller.Emulator.Channels.Add("silent", "NO_RECORD", useDvr: true, immediateOnAir: true);

        caller.Emulator.Channels.StartPublishing(id);
        caller.Emulator.Channels.StartPublishing(silent);

        Assert.True((bool)(await caller.ContentAsync("GET", "/channels/" + id))["isRecording"]!);
        Assert.False((bool)(await caller.ContentAsync("GET", "/channels/" + silent))["isRecording"]!);
        JsonObject list = (await caller.ContentAsync("GET", $"/channels/{id}/records"))["recordList"]!.AsObject();
        Assert.Equal(["MP4", "HLS"], list.Select(entry => entry.Value!["recordType"]!.ToString()));
        caller.Emulator.Channels.StopPublishing(id);
        caller.Emulator.Channels.StopPublishing(id);
        Assert.False((bool)(await caller.ContentAsync("GET", "/channels/" + id))["isRecording"]!);
    }

    [Fact]
    public async Task Many_channels_move_together_or_not_at_all()
    {
        (Caller caller, _) = Caller.Offline();
        string[] ids = [caller.Emulator.Channels.Add("one"), caller.Emulator.Channels.Add("two")];
        string Body(string last) => $$$"""{"channelList":["{{{ids[0]}}}","{{{last}}}"],"cdn":{"cdnInstanceNo":5,"profileId":6}}""";

        Assert.Equal(250123, (await caller.SendAsync("POST", "/channels/cdnInfo", Body("ls-none"))).Code);
        Assert.Equal("11577", (await caller.ContentAsync("GET", "/channels/" + ids[0]))["cdn"]!["instanceNo"]!.ToString());
        JsonNode moved = await caller.ContentAsync("POST", "/channels/cdnInfo", Body(ids[1]));

        Assert.Equal(ids, moved["channelList"]!.AsArray().Select(id => id!.ToString()));
        Assert.Equal("5", (await caller.ContentAsync("GET", "/channels/" + ids[1]))["cdn"]!["instanceNo"]!.ToString());
        Assert.Equal(250011, (await caller.SendAsync("POST", "/channels/cdnInfo", """{"channelList":[]}""")).Code);
    }

    [Theory]
    [InlineData("GENERAL", "/live/video/", 3)]
    [InlineData("TIMEMACHINE", "/timemachine/video/", 3)]
    [InlineData("THUMBNAIL", "/live/thumb/", 1)]
    public async Task Service_urls_come_by_kind(string kind, string part, int count)
    {
        (Caller caller, _) = Caller.Offline(seed: true);
        Reply reply = await caller.SendAsync("GET", $"/channels/{caller.Emulator.Channels.Ids[1]}/serviceUrls?serviceUrlType={kind}");

        JsonArray urls = reply.Json["content"]!.AsArray();
        Assert.Equal(count, urls.Count);
        Assert.All(urls, url => Assert.Contains(part, url!["url"]!.ToString(), StringComparison.Ordinal));
        Assert.Null(reply.Json["total"]);
    }

    [Theory]
    [InlineData("", 25, 20, "channel_01")]
    [InlineData("?pageNo=2", 25, 5, "channel_21")]
    [InlineData("?pageNo=3&pageSizeNo=10", 25, 5, "channel_21")]
    [InlineData("?pageNo=4&pageSizeNo=10", 25, 0, null)]
    [InlineData("?pageNo=2147483647&pageSizeNo=100", 25, 0, null)]
    [InlineData("?channelName=_1&pageSizeNo=3", 10, 3, "channel_10")]
    [InlineData("?channelName=", 25, 20, "channel_01")]
    [InlineData("?channelName=%EB%89%B4%EC%8A%A4", 0, 0, null)]
    [InlineData("?channelStatus=PUBLISHING", 1, 1, "channel_07")]
    [InlineData("?channelStatus=BLOCK", 0, 0, null)]
    [InlineData("?id=ls-2026", 25, 20, "channel_01")]
    public async Task The_list_pages_and_filters(string query, int total, int count, string? first)
    {
        (Caller caller, _) = Caller.Offline();
        for (int i = 1; i <= 25; i++)
        {
            caller.Emulator.Channels.Add($"channel_{i:00}");
        }

        caller.Emulator.Channels.StartPublishing(caller.Emulator.Channels.Ids[6]);
        JsonNode answer = (await caller.SendAsync("GET", "/channels" + query)).Json;

        Assert.Equal(total, (int)answer["total"]!);
        Assert.Equal(count, answer["content"]!.AsArray().Count);
        Assert.Equal(first, count == 0 ? null : answer["content"]![0]!["channelName"]!.ToString());
    }

    [Theory]
    [InlineData("?pageNo=0", 250002)]
    [InlineData("?pageNo=one", 250021)]
    [InlineData("?pageSizeNo=0", 250002)]
    [InlineData("?pageSizeNo=101", 250002)]
    [InlineData("?channelStatus=ASLEEP", 250002)]
    public async Task The_list_checks_its_values(string query, int code) =>
        Assert.Equal(code, (await Caller.Offline().Caller.SendAsync("GET", "/channels" + query)).Code);

    private static (string Channel, string Cdn) States(JsonNode channel) =>
        (channel["channelStatus"]!.ToString(), channel["cdn"]!["statusName"]!.ToString());
}
