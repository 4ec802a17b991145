using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests.Curtains;

public class CurtainTests
{
    private const string Picture = """{ "content": [ { "bucketName": "b", "filePath": "/curtain/notice.png" } ] }""";

    [Fact]
    public async Task Content_is_made_after_a_while_and_stays_in_the_list_when_it_is_deleted()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();

        JsonNode made = await caller.ContentAsync("POST", "/curtainContents", Picture);

        Assert.Equal((413, "CREATING", "b/curtain/notice.png"), ((int)made["id"]!, (string)made["status"]!, (string)made["input"]![0]!));
        time.Advance(TimeSpan.FromSeconds(1));
        JsonNode ready = await caller.ContentAsync("GET", "/curtainContents/413");
        Assert.Equal(("READY", 300), ((string)ready["status"]!, (int)ready["fileDuration"]!));
        Assert.Equal("DELETED", (string)(await caller.ContentAsync("DELETE", "/curtainContents/413"))["status"]!);
        await caller.ExpectAsync("DELETE", "/curtainContents/413", null, 250004);
        Assert.Equal("DELETED", (string)Assert.Single((await caller.ContentAsync("GET", "/curtainContents")).AsArray())!["status"]!);
    }

    [Fact]
    public async Task The_list_has_pages_and_a_filter()
    {
        (Caller caller, _) = Caller.Offline();
        caller.Emulator.Curtain.Add(7);
        caller.Emulator.Curtain.Add(2, "PROCESSING_FAIL");

        Reply page = await caller.SendAsync("GET", "/curtainContents?pageNo=2&pageSizeNo=5");

        Assert.Equal(4, page.Json["content"]!.AsArray().Count);
        Assert.Equal(9, (int)page.Json["total"]!);
        Assert.Equal(2, (await caller.ContentAsync("GET", "/curtainContents?status=PROCESSING_FAIL")).AsArray().Count);
        await caller.ExpectAsync("GET", "/curtainContents?status=DONE", null, 250002);
    }

    [Fact]
    public async Task An_account_has_ten_contents()
    {
        (Caller caller, _) = Caller.Offline();
        long first = caller.Emulator.Curtain.Add(10)[0];

        Reply refused = await caller.SendAsync("POST", "/curtainContents", Picture);

        Assert.Equal(250001, refused.Code);
        Assert.Contains("can not exceed 10", refused.Text, StringComparison.Ordinal);
        await caller.ContentAsync("DELETE", $"/curtainContents/{first}");
        await caller.ExpectAsync("POST", "/curtainContents", Picture, 0);
    }

    [Theory]
    [InlineData("/a.mp4", 0)]
    [InlineData("/a.mp4 /b.MP4", 0)]
    [InlineData("/a.png /b.mp3", 0)]
    [InlineData("/b.aac /a.jpeg", 0)]
    [InlineData("/a.mp3", 250002)]
    [InlineData("/a.png /b.png", 250002)]
    [InlineData("/a.png /b.mp4", 250002)]
    [InlineData("/a.png /b.mp3 /c.mp3", 250002)]
    [InlineData("/a.gif", 250002)]
    [InlineData("a.png", 250002)]
    [InlineData("/1.mp4 /2.mp4 /3.mp4 /4.mp4 /5.mp4 /6.mp4 /7.mp4 /8.mp4 /9.mp4 /10.mp4 /11.mp4", 250002)]
    [InlineData("", 250011)]
    public async Task Content_is_up_to_ten_videos_or_a_picture_with_or_without_sound(string files, int code)
    {
        (Caller caller, _) = Caller.Offline();
        JsonArray content = [.. files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(file => new JsonObject { ["bucketName"] = "b", ["filePath"] = file })];

        await caller.ExpectAsync("POST", "/curtainContents", new JsonObject { ["content"] = content }.ToJsonString(), code);
    }

    [Theory]
    [InlineData("""{ "content": [ { "bucketName": "My_Bucket", "filePath": "/a.png" } ] }""", 250703)]
    [InlineData("""{ "content": [ { "filePath": "/a.png" } ] }""", 250011)]
    [InlineData("""{ "content": [ { "bucketName": "b" } ] }""", 250011)]
    [InlineData("""{ "content": [ "b/a.png" ] }""", 250002)]
    [InlineData("{}", 250011)]
    public async Task Files_have_a_bucket_and_a_path(string body, int code)
    {
        (Caller caller, _) = Caller.Offline();

        await caller.ExpectAsync("POST", "/curtainContents", body, code);
    }

    [Fact]
    public async Task A_curtain_is_on_for_its_minutes_and_can_be_taken_away_before()
    {
        (Caller caller, FakeTimeProvider time, string id, long contentId) = OnAir();

        JsonNode started = await caller.ContentAsync("POST", $"/channels/{id}/curtain/insert", $$"""{ "contentId": [ {{contentId}} ], "insertTime": 5 }""");

        Assert.Equal((true, 5, contentId), ((bool)started["isLiveCurtain"]!, (int)started["content"]!["insertTime"]!, (long)started["content"]!["ids"]![0]!));
        Assert.True(caller.Emulator.Curtain.IsOn(id));
        Assert.False((bool)(await caller.ContentAsync("POST", $"/channels/{id}/curtain/remove"))["isLiveCurtain"]!);
        Assert.False(caller.Emulator.Curtain.IsOn(id));
        await caller.ExpectAsync("POST", $"/channels/{id}/curtain/remove", null, 250005);

        await caller.ContentAsync("POST", $"/channels/{id}/curtain/insert", $$"""{ "contentId": [ {{contentId}} ] }""");
        time.Advance(TimeSpan.FromSeconds(179));
        Assert.True(caller.Emulator.Curtain.IsOn(id));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(caller.Emulator.Curtain.IsOn(id));
    }

    [Fact]
    public async Task The_end_of_the_recording_and_of_the_broadcast_end_the_curtain()
    {
        (Caller caller, _, string id, long contentId) = OnAir();
        string start = $$"""{ "contentId": [ {{contentId}} ] }""";
        await caller.ContentAsync("PUT", $"/channels/{id}/startRecord");
        await caller.ContentAsync("POST", $"/channels/{id}/curtain/insert", start);

        await caller.ContentAsync("PUT", $"/channels/{id}/stopRecord");

        Assert.False(caller.Emulator.Curtain.IsOn(id));
        await caller.ContentAsync("POST", $"/channels/{id}/curtain/insert", start);
        caller.Emulator.Channels.StopPublishing(id);
        caller.Emulator.Channels.StartPublishing(id);
        Assert.False(caller.Emulator.Curtain.IsOn(id));
    }

    [Fact]
    public async Task A_curtain_needs_a_broadcast_and_contents_that_are_ready()
    {
        (Caller caller, _, string id, long contentId) = OnAir();
        string path = $"/channels/{id}/curtain/insert";
        long failed = caller.Emulator.Curtain.Add(1, "PROCESSING_FAIL")[0];

        await caller.ExpectAsync("POST", path, "{}", 250011);
        await caller.ExpectAsync("POST", path, $$"""{ "contentId": [ {{contentId}} ], "insertTime": 11 }""", 250002);
        await caller.ExpectAsync("POST", path, """{ "contentId": [ 7 ] }""", 250004);
        await caller.ExpectAsync("POST", path, $$"""{ "contentId": [ {{contentId}}, {{failed}} ] }""", 250005);
        await caller.ExpectAsync("POST", "/channels/nope/curtain/insert", "{}", 250123);
        caller.Emulator.Channels.StopPublishing(id);
        await caller.ExpectAsync("POST", path, $$"""{ "contentId": [ {{contentId}} ] }""", 250134);
    }

    [Fact]
    public async Task A_test_can_fail_content_while_it_is_made()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        await caller.ContentAsync("POST", "/curtainContents", Picture);

        caller.Emulator.Curtain.Fail(413);

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("PROCESSING_FAIL", (string)(await caller.ContentAsync("GET", "/curtainContents/413"))["status"]!);
        Assert.Throws<InvalidOperationException>(() => caller.Emulator.Curtain.Fail(413));
        Assert.Throws<ArgumentException>(() => caller.Emulator.Curtain.Fail(7));
        Assert.Equal("1 curtain contents", caller.Emulator.Curtain.ToString());
    }

    private static (Caller Caller, FakeTimeProvider Time, string Id, long ContentId) OnAir()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("channel");
        caller.Emulator.Channels.StartPublishing(id);
        return (caller, time, id, caller.Emulator.Curtain.Add()[0]);
    }
}
