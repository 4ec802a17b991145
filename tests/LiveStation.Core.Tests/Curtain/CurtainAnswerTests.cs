using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Curtains;

/// <summary>Answers about curtains and their contents, in the shapes of all editions.</summary>
public class CurtainAnswerTests
{
    [Theory]
    [InlineData("""{"content":{"content":{"ids":[1162,1163],"insertTime":10,"responseTime":1658230802165},"channelId":"ls-2","isLiveCurtain":true}}""")]
    [InlineData("""{"content":{"content":{"ids":["1162",1163],"insertTime":"10","responseTime":"1658230802165"},"channelId":"ls-2","isLiveCurtain":"true"}}""")]
    [InlineData("""{"content":{"ids":[1162,1163],"insertTime":10,"responseTime":1658230802165,"channelId":"ls-2","isLiveCurtain":true}}""")]
    [InlineData("""{"content":{"ids":[1162,1163],"insertTime":10,"responseTime":1658230802165},"channelId":"ls-2","isLiveCurtain":true}""")]
    public async Task A_curtain_is_read_below_its_name_flat_and_without_the_envelope(string body)
    {
        foreach (Curtain curtain in new[] { await Client(body).Curtain.StartAsync("ls-1", [1]), await Client(body).Curtain.StopAsync("ls-1") })
        {
            Assert.Equal(("ls-2", true), (curtain.ChannelId, curtain.IsLiveCurtain));
            Assert.Equal([1162, 1163], curtain.ContentId!);
            Assert.Equal(TimeSpan.FromMinutes(10), curtain.InsertTime);
            Assert.Equal(TimeSpan.FromMinutes(10), curtain.Until - curtain.ResponseTime);
            Assert.Empty(curtain.GetAdditionalFields());
        }
    }

    // The table of an older page has Integer for ids, where the example has a list.
    [Fact]
    public async Task A_single_id_is_a_list_of_one_and_a_curtain_that_is_off_has_no_end()
    {
        Curtain curtain = await Client("""{"content":{"content":{"ids":1162,"insertTime":10,"responseTime":1658230802165,"new":1},"isLiveCurtain":false},"requestId":"r"}""").Curtain.StopAsync("ls-1");

        Assert.Equal([1162], curtain.ContentId!);
        Assert.Null(curtain.Until);
        Assert.Equal("ls-1", curtain.ChannelId);
        Assert.Equal(["content.new", "requestId"], curtain.GetAdditionalFields().Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"content":{}}""")]
    [InlineData("""{"content":{"channelId":"ls-1"}}""")]
    [InlineData("[]")]
    public async Task An_answer_that_says_nothing_of_a_curtain_is_an_error_that_says_how_to_look(string body)
    {
        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Client(body).Curtain.StopAsync("ls-1"));

        Assert.Contains("The call may have been carried out all the same.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Get-LsServiceUrl ls-1", error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_is_read_with_its_files_and_what_is_new_is_kept()
    {
        CurtainContent content = await Client("""{"content":{"id":"413","status":"QUEUED","fileSize":"5","fileDuration":300,"registerTime":1755582009232,"input":["b/curtain/a.png","b/c.mp3"],"new":1},"requestId":"r"}""").Curtain.GetAsync(413);

        Assert.Equal((413, CurtainContentStatus.Unknown, "QUEUED"), (content.ContentId, content.Status, content.StatusText));
        Assert.Equal((5, TimeSpan.FromMinutes(5)), (content.FileSize, content.FileDuration));
        Assert.Equal(["b/curtain/a.png", "b/c.mp3"], content.Input!);
        Assert.Equal("a.png, c.mp3", content.FileName);
        Assert.Equal(["new", "requestId"], content.GetAdditionalFields().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Files_that_are_no_texts_are_kept_as_they_came()
    {
        CurtainContent content = await Client("""{"content":{"id":413,"input":[{"bucketName":"b"}]}}""").Curtain.GetAsync(413);

        Assert.Null(content.Input);
        Assert.Null(content.FileName);
        Assert.Equal(["input"], content.GetAdditionalFields().Keys);
    }

    [Theory]
    [InlineData("""{"content":{"id":413,"status":"CREATING"}}""", 1)]
    [InlineData("""{"content":[{"id":413,"status":"CREATING"},{"id":414}]}""", 2)]
    [InlineData("""{"id":413,"status":"CREATING"}""", 1)]
    public async Task Making_content_gives_one_or_several(string body, int count)
    {
        IReadOnlyList<CurtainContent> contents = await Client(body).Curtain.CreateAsync(new CurtainContentSettings { BucketName = "b", FilePath = ["/a.mp4", "/b.mp4"] });

        Assert.Equal(count, contents.Count);
        Assert.Equal((413, CurtainContentStatus.Creating), (contents[0].ContentId, contents[0].Status));
    }

    [Theory]
    [InlineData("""{"content":[]}""")]
    [InlineData("""{"content":{"status":"CREATING"}}""")]
    public async Task An_answer_that_names_no_content_is_an_error_that_says_how_to_look(string body)
    {
        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Client(body).Curtain.CreateAsync(new CurtainContentSettings { BucketName = "b", FilePath = ["/a.mp4"] }));

        Assert.Contains("Get-LsCurtainContent", error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_pages_are_read_and_each_content_comes_once()
    {
        string first = $$"""{"content":[{{string.Join(',', Enumerable.Range(1, 100).Select(id => $$"""{"id":{{id}}}"""))}}],"total":101}""";
        ScriptedHandler handler = new(ScriptedHandler.Json(first), ScriptedHandler.Json("""{"content":[{"id":100},{"id":101}],"total":101}"""));

        List<CurtainContent> contents = await Expect.All(Clients.Of(handler).Curtain.ListAsync(CurtainContentStatus.ProcessingFail));

        Assert.Equal(Enumerable.Range(1, 101).Select(id => (long)id), contents.Select(content => content.ContentId));
        Assert.Equal(["/api/v2/curtainContents?status=PROCESSING_FAIL&pageNo=1&pageSizeNo=100", "/api/v2/curtainContents?status=PROCESSING_FAIL&pageNo=2&pageSizeNo=100"], handler.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task What_is_not_found_is_looked_for_among_contents()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"error":{"errorCode":250004,"message":"Curtain content not found."}}""", 404));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler).Curtain.DeleteAsync(1));

        Assert.Contains("Run Get-LsCurtainContent", error.Recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain("Get-LsRecording", error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CurtainFilesMissing", "b")]
    [InlineData("BucketMissing", " ", "/a.mp4")]
    [InlineData("FilePathForm", "b", "/a.mp4", "b.mp4")]
    [InlineData("CurtainSoundAlone", "b", "/a.mp3", "/b.AAC")]
    [InlineData("CurtainFilesTooMany", "b", "/1.mp4", "/2.mp4", "/3.mp4", "/4.mp4", "/5.mp4", "/6.mp4", "/7.mp4", "/8.mp4", "/9.mp4", "/10.mp4", "/11.mp4")]
    public async Task What_is_known_to_be_refused_is_not_sent(string errorId, string bucket, params string[] files)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"content":{}}"""));

        LiveStationArgumentException error = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Clients.Of(handler).Curtain.CreateAsync(new CurtainContentSettings { BucketName = bucket, FilePath = files }));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1.5)]
    [InlineData(11)]
    [InlineData(-1)]
    public async Task A_curtain_stays_1_to_10_whole_minutes(double minutes)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"content":{}}"""));

        LiveStationArgumentException error = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Clients.Of(handler).Curtain.StartAsync("ls-1", [1], TimeSpan.FromMinutes(minutes)));

        Assert.Equal("CurtainTimeForm", error.ErrorId);
        Assert.Equal("CurtainContentMissing", (await Assert.ThrowsAsync<LiveStationArgumentException>(() => Clients.Of(handler).Curtain.StartAsync("ls-1", []))).ErrorId);
        Assert.Empty(handler.Requests);
    }

    private static LiveStationClient Client(string body) => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body)));
}
