using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.ShortClips;

/// <summary>Answers about snapshots and short clips, in the shapes of all editions and in those that are not documented.</summary>
public class ShortClipAnswerTests
{
    private static readonly ShortClipSettings Clip = new() { StartTime = TimeSpan.FromSeconds(10), EndTime = TimeSpan.FromSeconds(25), BucketName = "b", FilePath = "/clips" };

    [Theory]
    [InlineData("""{"content":{"channelId":"ls-2","channelStatus":"PUBLISHING","snapshot":{"snapshotId":7526,"snapshotUrl":"","createdTime":1755590000000,"expireTime":1755593600000,"duration":8}}}""")]
    [InlineData("""{"content":{"channelId":"ls-2","channelStatus":"PUBLISHING","snapshotId":"7526","snapshotUrl":"-","createdTime":"1755590000000","expireTime":1755593600000,"duration":"8"}}""")]
    [InlineData("""{"channelId":"ls-2","channelStatus":"PUBLISHING","snapshot":{"snapshotId":"7526","createdTime":1755590000000,"expireTime":1755593600000,"duration":8}}""")]
    public async Task A_snapshot_is_read_below_its_name_flat_and_without_the_envelope(string body)
    {
        foreach (Snapshot snapshot in new[] { await Client(body).ShortClips.GetSnapshotAsync("ls-1", 1), await Client(body).ShortClips.CreateSnapshotAsync("ls-1") })
        {
            Assert.Equal(7526, snapshot.SnapshotId);
            Assert.Equal("ls-2", snapshot.ChannelId);
            Assert.Equal(ChannelStatus.Publishing, snapshot.ChannelStatus);
            Assert.Equal(TimeSpan.FromMinutes(8), snapshot.Duration);
            Assert.Equal(TimeSpan.FromHours(1), snapshot.ExpireTime - snapshot.CreatedTime);
            Assert.Null(snapshot.SnapshotUrl);
            Assert.True(snapshot.TimeLeft < TimeSpan.Zero);
            Assert.Empty(snapshot.GetAdditionalFields());
        }
    }

    [Theory]
    [InlineData("""{"content":{}}""")]
    [InlineData("""{"content":{"channelId":"ls-1","snapshot":{"snapshotUrl":"https://a.example/"}}}""")]
    [InlineData("""{"content":[]}""")]
    [InlineData("[]")]
    public async Task An_answer_that_names_no_snapshot_is_an_error_that_says_how_to_look(string body)
    {
        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Client(body).ShortClips.CreateSnapshotAsync("ls-1"));

        Assert.Contains("Get-LsSnapshot ls-1", error.Recommendation, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LiveStationProtocolException>(() => Client(body).ShortClips.GetSnapshotAsync("ls-1", 1));
    }

    [Theory]
    [InlineData("""{"content":{"channelId":"ls-2","snapshotId":"7","shortclip":{"id":101,"status":"UPLOAD_FAIL","fileSize":5,"duration":1500,"output":{"accessControl":"PUBLIC_READ","bucketName":"b","filePath":"/f","fileName":"n.mp4"}}}}""")]
    [InlineData("""{"channelId":"ls-2","snapshotId":7,"shortclip":{"id":"101","status":"UPLOAD_FAIL","fileSize":"5","duration":1500,"output":{"accessControl":"PUBLIC_READ","bucketName":"b","filePath":"/f","fileName":"n.mp4"}}}""")]
    [InlineData("""{"content":{"channelId":"ls-2","snapshotId":7,"id":101,"status":"UPLOAD_FAIL","fileSize":5,"duration":1500,"output":{"accessControl":"PUBLIC_READ","bucketName":"b","filePath":"/f","fileName":"n.mp4"}}}""")]
    public async Task A_clip_is_read_below_its_name_flat_and_without_the_envelope(string body)
    {
        ShortClip clip = await Client(body).ShortClips.GetAsync("ls-1", 1);

        Assert.Equal((101, "ls-2", 7), (clip.ShortClipId, clip.ChannelId, clip.SnapshotId));
        Assert.Equal((ShortClipStatus.UploadFail, "UPLOAD_FAIL"), (clip.Status, clip.StatusText));
        Assert.Equal((5, TimeSpan.FromSeconds(1.5)), (clip.FileSize, clip.Duration));
        Assert.Equal(("b", "/f", "n.mp4", AccessControl.PublicRead), (clip.BucketName, clip.FilePath, clip.FileName, clip.AccessControl));
        Assert.Null(clip.EndTime);
        Assert.Empty(clip.GetAdditionalFields());
    }

    [Fact]
    public async Task What_is_new_is_kept_wherever_it_stands_and_a_new_state_keeps_its_text()
    {
        ShortClip clip = await Client("""{"content":{"job":1,"shortclip":{"id":101,"status":"QUEUED","startTime":5,"output":{"url":"u"}}},"requestId":"r"}""").ShortClips.GetAsync("ls-1", 101);
        Snapshot snapshot = await Client("""{"content":{"job":1,"snapshot":{"snapshotId":7,"tier":2}},"requestId":"r"}""").ShortClips.GetSnapshotAsync("ls-1", 7);

        Assert.Equal((ShortClipStatus.Unknown, "QUEUED"), (clip.Status, clip.StatusText));
        Assert.Equal(["job", "requestId", "shortclip.output.url", "shortclip.startTime"], clip.GetAdditionalFields().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["job", "requestId", "snapshot.tier"], snapshot.GetAdditionalFields().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_clip_without_an_id_is_no_answer_to_a_question_about_one() =>
        await Assert.ThrowsAsync<LiveStationProtocolException>(() => Client("""{"content":{"shortclip":{"status":"CREATING"}}}""").ShortClips.GetAsync("ls-1", 1));

    [Theory]
    [InlineData("""{"content":{"channelId":"ls-2","snapshotId":7,"shortClipList":[{"id":1,"status":"CREATING","new":3},null,{"id":"2","status":"COMPLETED","output":{"bucketName":"b"}}]},"total":2}""")]
    [InlineData("""{"content":{"channelId":"ls-2","snapshotId":"7","shortclipList":[{"id":1,"status":"CREATING","new":3},{"id":"2","status":"COMPLETED","output":{"bucketName":"b"}}]}}""")]
    [InlineData("""{"channelId":"ls-2","snapshotId":"7","shortclipList":[{"id":1,"status":"CREATING","new":3},{"id":"2","status":"COMPLETED","output":{"bucketName":"b"}}]}""")]
    public async Task A_list_is_read_in_the_spellings_of_all_editions(string body)
    {
        List<ShortClip> clips = await Expect.All(Client(body).ShortClips.ListAsync("ls-1", 1));

        Assert.Equal([1, 2], clips.Select(clip => clip.ShortClipId));
        Assert.All(clips, clip => Assert.Equal(("ls-2", 7), (clip.ChannelId, clip.SnapshotId)));
        Assert.Equal("b", clips[1].BucketName);
        Assert.Equal(["new"], clips[0].GetAdditionalFields().Keys);
    }

    [Fact]
    public async Task A_bare_list_has_the_ids_that_were_asked_with_and_null_is_an_empty_one()
    {
        ShortClip clip = Assert.Single(await Expect.All(Client("""{"content":[{"id":1}]}""").ShortClips.ListAsync("ls-1", 7)));

        Assert.Equal(("ls-1", 7), (clip.ChannelId, clip.SnapshotId));
        Assert.Empty(await Expect.All(Client("""{"content":{"shortClipList":null}}""").ShortClips.ListAsync("ls-1", 7)));
    }

    [Theory]
    [InlineData("""{"content":{}}""")]
    [InlineData("""{"content":{"shortClipList":[1]}}""")]
    [InlineData("""{"content":{"shortClipList":{"1":{}}}}""")]
    public async Task Another_list_is_an_error(string body) =>
        await Assert.ThrowsAsync<LiveStationProtocolException>(() => Expect.All(Client(body).ShortClips.ListAsync("ls-1", 7)));

    [Fact]
    public async Task A_new_clip_has_what_was_asked_for_where_the_answer_does_not_tell_it()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"content":{"shortclip":{"id":101,"status":"CREATING","output":{"filePath":"/made"}}}}"""));

        ShortClip clip = await Clients.Of(handler).ShortClips.CreateAsync("ls-1", 7, Clip);

        Assert.Equal((101, "ls-1", 7), (clip.ShortClipId, clip.ChannelId, clip.SnapshotId));
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(25)), (clip.StartTime, clip.EndTime));
        Assert.Equal(("b", "/made", AccessControl.Private), (clip.BucketName, clip.FilePath, clip.AccessControl));
        Assert.Equal("POST /api/v2/channels/ls-1/7", $"{Assert.Single(handler.Requests).Method} {handler.Requests[0].Target}");
    }

    // The page says that the answer holds an object and not what is in it.
    [Theory]
    [InlineData("""{"content":{}}""")]
    [InlineData("""{"content":{"success":true}}""")]
    public async Task Where_the_answer_names_no_clip_the_youngest_of_the_snapshot_is_it(string body)
    {
        ScriptedHandler handler = new(
            ScriptedHandler.Json(body),
            ScriptedHandler.Json("""{"content":{"shortClipList":[{"id":1,"status":"COMPLETED","createdTime":1000},{"id":3,"status":"CREATING","createdTime":3000},{"id":2,"status":"CREATING","createdTime":2000}]}}"""));

        ShortClip clip = await Clients.Of(handler).ShortClips.CreateAsync("ls-1", 7, Clip);

        Assert.Equal((3, ShortClipStatus.Creating, TimeSpan.FromSeconds(25)), (clip.ShortClipId, clip.Status, clip.EndTime));
        Assert.Equal(["/api/v2/channels/ls-1/7", "/api/v2/channels/ls-1/7/shortclips"], handler.Requests.Select(request => request.Target));
        Assert.Equal(body.Contains("success", StringComparison.Ordinal), clip.GetAdditionalFields().ContainsKey("success"));
    }

    [Fact]
    public async Task A_list_that_fails_does_not_make_a_failure_of_a_clip_that_was_asked_for()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"content":{}}"""), ScriptedHandler.Json("""{"error":{"errorCode":250004,"message":"Snapshot not found."}}""", 404));

        ShortClip clip = await Clients.Of(handler).ShortClips.CreateAsync("ls-1", 7, Clip);

        Assert.Null(clip.ShortClipId);
        Assert.Equal(TimeSpan.FromSeconds(25), clip.EndTime);
    }

    [Fact]
    public async Task What_is_not_found_is_looked_for_where_it_could_be()
    {
        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() =>
            Clients.Of(new ScriptedHandler(ScriptedHandler.Json("""{"error":{"errorCode":250004,"message":"Snapshot not found."}}""", 404))).ShortClips.GetSnapshotAsync("ls-1", 7));

        Assert.Contains("Get-LsSnapshot", error.Recommendation, StringComparison.Ordinal);
        Assert.Contains("an hour", error.Recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain("Get-LsRecording", error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 5, "b", "/", "ClipStartNegative")]
    [InlineData(5, 5, "b", "/", "ClipEndBeforeStart")]
    [InlineData(9, 5, "b", "/", "ClipEndBeforeStart")]
    [InlineData(5, 5.09, "b", "/", "ClipTooShort")]
    [InlineData(0, 14401, "b", "/", "ClipTooLong")]
    [InlineData(0, 5, "", "/", "BucketMissing")]
    [InlineData(0, 5, "b", "clips", "FilePathForm")]
    public async Task What_is_known_to_be_refused_is_not_sent(double start, double end, string bucket, string path, string errorId)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"content":{}}"""));
        ShortClipSettings settings = new() { StartTime = TimeSpan.FromSeconds(start), EndTime = TimeSpan.FromSeconds(end), BucketName = bucket, FilePath = path };

        LiveStationArgumentException error = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Clients.Of(handler).ShortClips.CreateAsync("ls-1", 7, settings));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("00:00:30")]
    [InlineData("00:01:30")]
    [InlineData("04:01:00")]
    [InlineData("-00:01:00")]
    public void A_snapshot_reaches_whole_minutes_back(string span) =>
        Assert.Equal("SnapshotLengthForm", Assert.Throws<LiveStationArgumentException>(() => ShortClipOperations.CheckSnapshot("ls-1", TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture))).ErrorId);

    private static LiveStationClient Client(string body) => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body)));
}
