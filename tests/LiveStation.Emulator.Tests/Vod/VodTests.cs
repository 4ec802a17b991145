using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests.Vod;

public class VodTests
{
    private const string Create = """
        {
          "channelName": "vodchannel", "qualitySetId": 3, "drmEnabledYn": false,
          "cdn": { "createCdn": true, "cdnType": "GLOBAL_EDGE", "profileId": 4207, "regionType": "KOREA" }
        }
        """;

    [Fact]
    public async Task A_channel_lives_from_creation_to_deletion()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();

        JsonNode made = await caller.ContentAsync("POST", "/vod/channels", Create);
        string path = "/vod/channels/" + made["channelId"];
        Assert.Equal(("CREATING", "VOD"), (Status(made), (string)made["type"]!));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("READY", Status(await caller.ContentAsync("GET", path)));
        Assert.Equal("other_name", (string)(await caller.ContentAsync("PUT", path, """{"channelName":"other_name"}"""))["channelName"]!);
        Assert.Equal("BLOCK", Status(await caller.ContentAsync("PUT", path + "/off")));
        await caller.ExpectAsync("DELETE", path, null, 250114);
        Assert.Equal("READY", Status(await caller.ContentAsync("PUT", path + "/on")));
        Assert.Equal("CHANGING", (string)(await caller.ContentAsync("POST", path + "/cdnInfo", """{"cdn":{"cdnInstanceNo":4938,"profileId":1008}}"""))["cdn"]!["statusName"]!);
        await caller.ExpectAsync("DELETE", path, null, 250109);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("DELETED", Status(await caller.ContentAsync("DELETE", path)));
        Assert.Empty(caller.Emulator.Vod.Ids);
    }

    [Fact]
    public async Task Live_and_VOD2LIVE_channels_are_two_lists_and_share_no_number()
    {
        (Caller caller, _) = Caller.Offline();
        string live = caller.Emulator.Channels.Add("live");
        string vod = caller.Emulator.Vod.Add("vod");

        JsonNode one = await caller.ContentAsync("GET", "/channels/" + live);
        JsonNode other = await caller.ContentAsync("GET", "/vod/channels/" + vod);

        Assert.NotEqual(live, vod);
        Assert.NotEqual((long)one["instanceNo"]!, (long)other["instanceNo"]!);
        Assert.Single((await caller.ContentAsync("GET", "/vod/channels")).AsArray());
        await caller.ExpectAsync("GET", "/channels/" + vod, null, 250123);
        await caller.ExpectAsync("GET", "/vod/channels/" + live, null, 250123);
    }

    // A day in no time: the clock leaps, and each thing happens at its own time.
    [Fact]
    public async Task Schedules_play_on_the_clock_of_the_service()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string first = caller.Emulator.Vod.Add("first");
        string second = caller.Emulator.Vod.Add("second");
        long one = await ScheduleAsync(caller, first, TimeSpan.FromHours(2), 3);
        long two = await ScheduleAsync(caller, second, TimeSpan.FromHours(2.5), 1);
        Assert.Equal("RESERVED", await StatusAsync(caller, first));
        Assert.Equal("CREATING", await StateAsync(caller, one));
        time.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal("PROCESSING", await StateAsync(caller, one));
        time.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal("READY", await StateAsync(caller, one));

        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(("PUBLISHING", "RESERVED"), (await StatusAsync(caller, first), await StatusAsync(caller, second)));
        time.Advance(TimeSpan.FromMinutes(35));
        Assert.Equal(("PUBLISHING", "PUBLISHING"), (await StatusAsync(caller, first), await StatusAsync(caller, second)));
        time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(("READY", "READY"), (await StatusAsync(caller, first), await StatusAsync(caller, second)));
        Assert.Equal(("FINISH", "FINISH"), (await StateAsync(caller, one), await StateAsync(caller, two)));
        JsonNode channel = await caller.ContentAsync("GET", "/vod/channels/" + first);
        Assert.Equal(3600, (long)channel["totalPublishSeconds"]!);
        Assert.Null(channel["scheduleList"]);
    }

    [Fact]
    public async Task A_schedule_that_is_moved_begins_at_its_new_time_only()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Vod.Add("moved");
        long schedule = await ScheduleAsync(caller, id, TimeSpan.FromHours(1), 1);

        JsonNode changed = await caller.ContentAsync("PUT", $"/vod/schedule/{schedule}", $$$"""{"startTime":"{{{Korean(time.GetUtcNow().AddHours(3))}}}"}""");

        Assert.Equal("UPDATING", (string)changed["status"]!);
        Assert.Single(changed["vodList"]!.AsArray());
        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("RESERVED", await StatusAsync(caller, id));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("PUBLISHING", await StatusAsync(caller, id));
    }

    [Fact]
    public async Task What_plays_cannot_be_changed_moved_or_deleted_but_cut()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Vod.Add("on_air");
        long schedule = await ScheduleAsync(caller, id, TimeSpan.FromHours(1), 1);
        caller.Emulator.Vod.StartPlaying(schedule);

        await caller.ExpectAsync("PUT", $"/vod/schedule/{schedule}", $$$"""{"startTime":"{{{Korean(time.GetUtcNow().AddHours(3))}}}"}""", 250102);
        await caller.ExpectAsync("DELETE", $"/vod/schedule/{schedule}", null, 250102);
        await caller.ExpectAsync("POST", $"/vod/channels/{id}/cdnInfo", """{"cdn":{"cdnInstanceNo":4938,"profileId":1008}}""", 250102);
        await caller.ExpectAsync("DELETE", "/vod/channels/" + id, null, 250114);
        Assert.Equal("BLOCK", Status(await caller.ContentAsync("PUT", $"/vod/channels/{id}/off")));

        Assert.Equal("FINISH", await StateAsync(caller, schedule));
        Assert.Equal("READY", Status(await caller.ContentAsync("PUT", $"/vod/channels/{id}/on")));
    }

    [Fact]
    public async Task A_schedule_waits_through_a_stop_and_is_passed_over_where_the_stop_lasts()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string lifted = caller.Emulator.Vod.Add("lifted");
        string stopped = caller.Emulator.Vod.Add("stopped");
        long one = await ScheduleAsync(caller, lifted, TimeSpan.FromHours(1), 1);
        long two = await ScheduleAsync(caller, stopped, TimeSpan.FromHours(1), 1);
        await caller.ContentAsync("PUT", $"/vod/channels/{lifted}/off");
        await caller.ContentAsync("PUT", $"/vod/channels/{stopped}/off");

        Assert.Equal("RESERVED", Status(await caller.ContentAsync("PUT", $"/vod/channels/{lifted}/on")));
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(("PUBLISHING", "BLOCK"), (await StatusAsync(caller, lifted), await StatusAsync(caller, stopped)));
        Assert.Equal(("READY", "FINISH"), (await StateAsync(caller, one), await StateAsync(caller, two)));
    }

    [Fact]
    public async Task A_deleted_schedule_frees_its_channel_and_can_only_be_read()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Vod.Add("free");
        long schedule = await ScheduleAsync(caller, id, TimeSpan.FromHours(1), 1);

        JsonNode deleted = await caller.ContentAsync("DELETE", $"/vod/schedule/{schedule}");

        Assert.Equal(("DELETED", time.GetUtcNow().ToUnixTimeMilliseconds()), ((string)deleted["status"]!, (long)deleted["deletedTime"]!));
        Assert.Equal("READY", await StatusAsync(caller, id));
        Assert.Equal("DELETED", await StateAsync(caller, schedule));
        await caller.ExpectAsync("DELETE", $"/vod/schedule/{schedule}", null, 250004);
        await caller.ExpectAsync("PUT", $"/vod/schedule/{schedule}", "{}", 250004);
        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("READY", await StatusAsync(caller, id));
    }

    [Theory]
    [InlineData("channelId", 250011)]
    [InlineData("channelId=\"nope\"", 250123)]
    [InlineData("startTime", 250011)]
    [InlineData("startTime=\"2026-03-01 12:00\"", 250002)]
    [InlineData("startTime=\"20260301090959\"", 250002)]
    [InlineData("startTime=\"20260301091000\"", 0)]
    [InlineData("startTime=20260301091000", 0)]
    [InlineData("startTime=\"20260315090000\"", 0)]
    [InlineData("startTime=\"20260315090001\"", 250002)]
    [InlineData("vodList", 250011)]
    [InlineData("vodList=[]", 250002)]
    [InlineData("vodList=[\"b/a.mp4\"]", 250002)]
    [InlineData("vodList=[{\"filePath\":\"/a.mp4\"}]", 250011)]
    [InlineData("vodList=[{\"bucketName\":\"B_\",\"filePath\":\"/a.mp4\"}]", 250704)]
    [InlineData("vodList=[{\"bucketName\":\"b\"}]", 250011)]
    [InlineData("vodList=[{\"bucketName\":\"b\",\"filePath\":\"a.mp4\"}]", 250002)]
    [InlineData("vodList=[{\"bucketName\":\"b\",\"filePath\":\"/a.ts\"}]", 250002)]
    public async Task A_schedule_keeps_to_the_rules(string changes, int code)
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Vod.Add("ruled");
        string body = $$$"""{"channelId":"{{{id}}}","startTime":"20260302090000","vodList":[{"bucketName":"b","filePath":"/a.mp4"}]}""";

        await caller.ExpectAsync("POST", "/vod/schedule", Bodies.With(body, changes), code);
    }

    [Fact]
    public async Task Fifty_one_files_and_a_second_schedule_are_refused()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Vod.Add("full");
        string many = string.Join(",", Enumerable.Repeat("""{"bucketName":"b","filePath":"/a.mp4"}""", 51));

        await caller.ExpectAsync("POST", "/vod/schedule", $$$"""{"channelId":"{{{id}}}","startTime":"20260302090000","vodList":[{{{many}}}]}""", 250002);
        await ScheduleAsync(caller, id, TimeSpan.FromHours(1), 1);
        await caller.ExpectAsync("POST", "/vod/schedule", $$$"""{"channelId":"{{{id}}}","startTime":"20260303090000","vodList":[{"bucketName":"b","filePath":"/a.mp4"}]}""", 250005);
    }

    [Theory]
    [InlineData("GENERAL", 0)]
    [InlineData("THUMBNAIL", 0)]
    [InlineData("TIMEMACHINE", 250002)]
    [InlineData("", 250011)]
    public async Task Addresses_are_there_while_a_schedule_waits_or_plays(string kind, int code)
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Vod.Add("watched");
        string path = $"/vod/channels/{id}/serviceUrls?serviceUrlType={kind}";

        await caller.ExpectAsync("GET", path, null, code == 0 ? 250005 : code);
        long schedule = await ScheduleAsync(caller, id, TimeSpan.FromHours(1), 1);
        await caller.ExpectAsync("GET", path, null, code);
        caller.Emulator.Vod.StartPlaying(schedule);
        await caller.ExpectAsync("GET", path, null, code);
        caller.Emulator.Vod.StopPlaying(schedule);
        await caller.ExpectAsync("GET", path, null, code == 0 ? 250005 : code);
    }

    [Theory]
    [InlineData("qualitySetId", 250116)]
    [InlineData("drmEnabledYn", 250011)]
    [InlineData("cdn", 250118)]
    [InlineData("channelName=\"ab\"", 250104)]
    [InlineData("outputProtocol=\"LL_HLS\"", 250002)]
    [InlineData("outputProtocol=\"LL_HLS\";qualitySetId=4", 0)]
    public async Task A_channel_keeps_to_the_rules_of_live_ones(string changes, int code)
    {
        (Caller caller, _) = Caller.Offline();

        await caller.ExpectAsync("POST", "/vod/channels", Bodies.With(Create, changes), code);
    }

    [Fact]
    public async Task Many_channels_move_in_one_call_or_none_does()
    {
        (Caller caller, _) = Caller.Offline();
        string one = caller.Emulator.Vod.Add("one");
        string two = caller.Emulator.Vod.Add("two");
        string body = $$$"""{"cdn":{"cdnInstanceNo":4938,"profileId":1008},"channelList":["{{{one}}}","{{{two}}}"]}""";
        long schedule = await ScheduleAsync(caller, two, TimeSpan.FromHours(1), 1);

        await caller.ExpectAsync("POST", "/vod/channels/cdnInfo", body, 250005);
        Assert.Equal("11577", (string)(await caller.ContentAsync("GET", "/vod/channels/" + one))["cdn"]!["instanceNo"]!);
        caller.Emulator.Vod.Fail(schedule);

        Assert.Equal([one, two], (await caller.ContentAsync("POST", "/vod/channels/cdnInfo", body))["channelList"]!.AsArray().Select(id => (string)id!));
        Assert.Equal("PROCESSING_FAIL", await StateAsync(caller, schedule));
    }

    [Fact]
    public void Controls_say_what_does_not_fit()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline(seed: true);
        VodControls vod = caller.Emulator.Vod;

        Assert.Equal(2, vod.Ids.Count);
        Assert.Throws<InvalidOperationException>(() => vod.Schedule("ls-20211124000316-5RrSB", time.GetUtcNow(), "b/a.mp4"));
        Assert.Throws<ArgumentException>(() => vod.Schedule(vod.Add("files"), time.GetUtcNow(), "a.mp4"));
        Assert.Throws<ArgumentException>(() => vod.StartPlaying(1));
        vod.StartPlaying(10060);
        Assert.Throws<InvalidOperationException>(() => vod.StartPlaying(10060));
        Assert.Throws<InvalidOperationException>(() => vod.Fail(10060));
        vod.StopPlaying(10060);
        vod.StopPlaying(10060);
        vod.Withdraw("ls-20211124000316-5RrSB");
        Assert.Equal(2, vod.Ids.Count);
    }

    private static async Task<long> ScheduleAsync(Caller caller, string channelId, TimeSpan ahead, int files)
    {
        string list = string.Join(",", Enumerable.Range(1, files).Select(number => $$$"""{"bucketName":"mybucket","filePath":"/part_{{{number}}}.mp4"}"""));
        return (long)(await caller.ContentAsync("POST", "/vod/schedule", $$$"""{"channelId":"{{{channelId}}}","startTime":"{{{Korean(caller.Time.GetUtcNow() + ahead)}}}","vodList":[{{{list}}}]}"""))["scheduleId"]!;
    }

    private static string Korean(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(9)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static async Task<string> StatusAsync(Caller caller, string channelId) => Status(await caller.ContentAsync("GET", "/vod/channels/" + channelId));

    private static async Task<string> StateAsync(Caller caller, long scheduleId) => (string)(await caller.ContentAsync("GET", $"/vod/schedule/{scheduleId}"))["status"]!;

    private static string Status(JsonNode channel) => (string)channel["channelStatus"]!;
}
