using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests.ShortClips;

public class ShortClipTests
{
    private const string Body = """{ "startTime": 0, "endTime": 1500, "shortclip": { "output": { "accessControl": "PRIVATE", "bucketName": "b", "filePath": "/clips" } } }""";

    [Fact]
    public async Task A_snapshot_gets_its_address_after_a_while_and_is_kept_for_an_hour()
    {
        (Caller caller, FakeTimeProvider time, string id) = Recorded();

        JsonNode made = await caller.ContentAsync("POST", $"/channels/{id}/snapshot?limitedDuration=8");
        JsonNode snapshot = made["snapshot"]!;
        string path = $"/channels/{id}/snapshot/{snapshot["snapshotId"]}";

        Assert.Equal(("PUBLISHING", "", 8), ((string)made["channelStatus"]!, (string)snapshot["snapshotUrl"]!, (int)snapshot["duration"]!));
        Assert.Equal(3_600_000, (long)snapshot["expireTime"]! - (long)snapshot["createdTime"]!);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("https://", (string)(await caller.ContentAsync("GET", path))["snapshot"]!["snapshotUrl"]!, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromMinutes(60));
        await caller.ExpectAsync("GET", path, null, 250004);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(59, 1)]
    [InlineData(600, 11)]
    [InlineData(20_000, 240)]
    public async Task Without_a_length_it_holds_what_was_recorded(int recordedSec, int minutes)
    {
        (Caller caller, FakeTimeProvider time, string id) = Recorded();
        time.Advance(TimeSpan.FromSeconds(recordedSec));

        Assert.Equal(minutes, (int)(await caller.ContentAsync("POST", $"/channels/{id}/snapshot"))["snapshot"]!["duration"]!);
    }

    [Fact]
    public async Task A_channel_names_its_snapshot_as_long_as_it_is_valid()
    {
        (Caller caller, FakeTimeProvider time, string id) = Recorded();
        await caller.ContentAsync("POST", $"/channels/{id}/snapshot");
        JsonNode second = await caller.ContentAsync("POST", $"/channels/{id}/snapshot");

        Assert.Equal((long)second["snapshot"]!["snapshotId"]!, (long)(await caller.ContentAsync("GET", $"/channels/{id}"))["snapshot"]!["snapshotId"]!);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Null((await caller.ContentAsync("GET", $"/channels/{id}"))["snapshot"]);
    }

    [Theory]
    [InlineData(false, true, 250133)]
    [InlineData(true, false, 250137)]
    public async Task A_snapshot_needs_a_time_machine_and_a_recording(bool useDvr, bool isRecorded, int code)
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("channel", useDvr: useDvr, immediateOnAir: isRecorded);
        await caller.ExpectAsync("POST", $"/channels/{id}/snapshot", null, useDvr ? 250134 : 250133);
        caller.Emulator.Channels.StartPublishing(id);

        await caller.ExpectAsync("POST", $"/channels/{id}/snapshot", null, code);
    }

    [Theory]
    [InlineData("limitedDuration=0", 250002)]
    [InlineData("limitedDuration=241", 250002)]
    [InlineData("limitedDuration=x", 250021)]
    public async Task A_length_is_1_to_240_minutes(string query, int code)
    {
        (Caller caller, _, string id) = Recorded();

        await caller.ExpectAsync("POST", $"/channels/{id}/snapshot?{query}", null, code);
    }

    [Fact]
    public async Task A_clip_is_cut_after_a_while()
    {
        (Caller caller, FakeTimeProvider time, string id) = Recorded();
        long snapshotId = await SnapshotAsync(caller, id);

        JsonNode made = await caller.ContentAsync("POST", $"/channels/{id}/{snapshotId}", Body);
        string path = $"/channels/{id}/shortclip/{made["shortclip"]!["id"]}";

        Assert.Equal(("CREATING", $"{snapshotId}"), ((string)made["shortclip"]!["status"]!, (string)made["snapshotId"]!));
        time.Advance(TimeSpan.FromSeconds(1));
        JsonNode clip = (await caller.ContentAsync("GET", path))["shortclip"]!;
        Assert.Equal(("COMPLETED", 1500), ((string)clip["status"]!, (int)clip["duration"]!));
        Assert.Equal(1000, (long)clip["updatedTime"]! - (long)clip["createdTime"]!);
        Assert.Equal("/clips", (string)clip["output"]!["filePath"]!);

        // The clip stays when its snapshot is gone, and so is its list.
        time.Advance(TimeSpan.FromHours(1));
        await caller.ExpectAsync("GET", path, null, 0);
        await caller.ExpectAsync("GET", $"/channels/{id}/{snapshotId}/shortclips", null, 250004);
    }

    [Fact]
    public async Task A_list_has_the_clips_of_its_snapshot_and_of_one_state_if_asked_for()
    {
        (Caller caller, FakeTimeProvider time, string id) = Recorded();
        long first = await SnapshotAsync(caller, id);
        long second = await SnapshotAsync(caller, id);
        await caller.ContentAsync("POST", $"/channels/{id}/{first}", Body);
        time.Advance(TimeSpan.FromSeconds(1));
        await caller.ContentAsync("POST", $"/channels/{id}/{first}", Body);
        await caller.ContentAsync("POST", $"/channels/{id}/{second}", Body);

        Reply all = await caller.SendAsync("GET", $"/channels/{id}/{first}/shortclips");
        JsonNode creating = await caller.ContentAsync("GET", $"/channels/{id}/{first}/shortclips?shortclipStatus=CREATING");

        Assert.Equal(["COMPLETED", "CREATING"], all.Json["content"]!["shortClipList"]!.AsArray().Select(clip => (string)clip!["status"]!));
        Assert.Equal(2, (int)all.Json["total"]!);
        Assert.Equal(102, (long)Assert.Single(creating["shortClipList"]!.AsArray())!["id"]!);
        await caller.ExpectAsync("GET", $"/channels/{id}/{first}/shortclips?shortclipStatus=DONE", null, 250002);
    }

    [Theory]
    [InlineData("startTime", 250011)]
    [InlineData("endTime", 250011)]
    [InlineData("startTime=-1", 250002)]
    [InlineData("startTime=1401", 250002)]
    [InlineData("endTime=60001", 250002)]
    [InlineData("endTime=\"1500\"", 250002)]
    [InlineData("shortclip", 250011)]
    [InlineData("shortclip={\"output\":{\"accessControl\":\"PRIVATE\",\"bucketName\":\"My_Bucket\",\"filePath\":\"/\"}}", 250704)]
    [InlineData("shortclip={\"output\":{\"accessControl\":\"SECRET\",\"bucketName\":\"b\",\"filePath\":\"/\"}}", 250002)]
    [InlineData("shortclip={\"output\":{\"accessControl\":\"PRIVATE\",\"bucketName\":\"b\",\"filePath\":\"clips\"}}", 250002)]
    [InlineData("shortclip={\"output\":{\"accessControl\":\"PRIVATE\",\"bucketName\":\"b\"}}", 250011)]
    public async Task A_clip_keeps_to_the_rules_of_the_page(string change, int code)
    {
        (Caller caller, _, string id) = Recorded();
        long snapshotId = await SnapshotAsync(caller, id);

        await caller.ExpectAsync("POST", $"/channels/{id}/{snapshotId}", Bodies.With(Body, change), code);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        (Caller caller, _, string id) = Recorded();
        long snapshotId = await SnapshotAsync(caller, id);
        string other = caller.Emulator.Channels.Add("other");

        await caller.ExpectAsync("POST", "/channels/nope/snapshot", null, 250123);
        await caller.ExpectAsync("GET", $"/channels/{other}/snapshot/{snapshotId}", null, 250004);
        await caller.ExpectAsync("POST", $"/channels/{other}/{snapshotId}", Body, 250004);
        await caller.ExpectAsync("GET", $"/channels/{id}/shortclip/101", null, 250004);
        await caller.ExpectAsync("GET", $"/channels/{id}/snapshot/x", null, 250021);
        caller.Emulator.Channels.Withdraw(id);
        await caller.ExpectAsync("GET", $"/channels/{id}/snapshot/{snapshotId}", null, 250004);
    }

    // POST /channels/{channelId}/{snapshotId} has the form of other calls.
    [Fact]
    public async Task A_path_with_a_name_is_that_call_and_no_clip()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("channel");

        await caller.ExpectAsync("POST", $"/channels/{id}/cdnInfo", """{ "cdn": { "cdnInstanceNo": 1, "profileId": 1 } }""", 0);
    }

    [Fact]
    public async Task A_test_can_fail_a_clip_while_it_is_made()
    {
        (Caller caller, FakeTimeProvider time, string id) = Recorded();
        long snapshotId = await SnapshotAsync(caller, id);
        await caller.ContentAsync("POST", $"/channels/{id}/{snapshotId}", Body);

        caller.Emulator.ShortClips.Fail(101, "UPLOAD_FAIL");

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("UPLOAD_FAIL", (string)(await caller.ContentAsync("GET", $"/channels/{id}/shortclip/101"))["shortclip"]!["status"]!);
        Assert.Throws<InvalidOperationException>(() => caller.Emulator.ShortClips.Fail(101));
        Assert.Throws<ArgumentException>(() => caller.Emulator.ShortClips.Fail(7));
        Assert.Throws<ArgumentException>(() => caller.Emulator.ShortClips.Fail(101, "COMPLETED"));
        Assert.Equal("1 short clips", caller.Emulator.ShortClips.ToString());
    }

    private static (Caller Caller, FakeTimeProvider Time, string Id) Recorded()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("channel", useDvr: true, immediateOnAir: true);
        caller.Emulator.Channels.StartPublishing(id);
        return (caller, time, id);
    }

    private static async Task<long> SnapshotAsync(Caller caller, string id) =>
        (long)(await caller.ContentAsync("POST", $"/channels/{id}/snapshot"))["snapshot"]!["snapshotId"]!;
}
