using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests;

/// <summary>What is new in an answer is kept with the record, and what has another shape is read or is an error.</summary>
public class AnswerShapeTests
{
    [Fact]
    public async Task A_channel_keeps_what_is_new_in_its_snapshot_and_beside_the_content()
    {
        Channel channel = await Client("""{"content":{"channelId":"ls-1","new":1,"snapshot":{"snapshotId":"7","startTime":5}},"isPublishingBackUp":false,"requestId":"r","new":2,"total":1,"error":null}""").Channels.GetAsync("ls-1");

        Assert.Equal(7, channel.SnapshotId);
        Assert.False(channel.IsPublishingBackUp);
        Assert.Equal(["beside.new=2", "new=1", "requestId=\"r\"", "snapshot.startTime=5"], Kept(channel));
    }

    [Fact]
    public async Task What_stands_in_both_places_is_known_in_both()
    {
        Channel channel = await Client("""{"content":{"channelId":"ls-1","isStreamFailOver":true,"backupStreamKey":"k"},"isStreamFailOver":true,"backupStreamKey":"k"}""").Channels.GetAsync("ls-1");

        Assert.True(channel.IsStreamFailOver);
        Assert.Empty(Kept(channel));
    }

    [Fact]
    public async Task The_parts_of_a_channel_keep_their_own()
    {
        Channel channel = await Client("""{"content":{"channelId":"ls-1","cdn":{"tier":2},"record":{"copies":3},"drm":{"level":4},"alertOptions":{"alertNew":true}}}""").Channels.GetAsync("ls-1");

        Assert.Equal(["tier=2"], Kept(channel.Cdn!));
        Assert.Equal(["copies=3"], Kept(channel.Record!));
        Assert.Equal(["level=4"], Kept(channel.Drm!));
        Assert.Equal(["alertNew=true"], Kept(channel.AlertOptions!));
        Assert.Equal(["alertOptions.alertNew=true", "cdn.tier=2", "drm.level=4", "record.copies=3"], Kept(channel));
    }

    [Fact]
    public async Task The_answer_to_a_change_of_cdn_keeps_what_is_new()
    {
        List<BulkOutcome<string, ChannelCdn>> outcomes = await Expect.All(Client("""{"content":{"channelList":["ls-1"],"cdn":{"instanceNo":"9","tier":2},"job":"j"},"requestId":"r"}""").Channels.SetCdnAsync(["ls-1"], 9, 1));

        ChannelCdn cdn = Assert.Single(outcomes).Result!;
        Assert.Equal(9, cdn.InstanceNo);
        Assert.Equal(["job=\"j\"", "requestId=\"r\"", "tier=2"], Kept(cdn));
    }

    [Fact]
    public async Task An_address_keeps_what_is_new_and_what_is_no_address()
    {
        List<ServiceUrl> urls = await Expect.All(Client("""{"content":[{"name":"a","url":7,"new":1,"resizedUrl":[{"type":"100px","url":"https://a.example/","new":2}]},{"name":"b","resizedUrl":"none"},null]}""").Channels.ListServiceUrlsAsync("ls-1", ServiceUrlType.Thumbnail));

        Assert.Equal(3, urls.Count);
        Assert.Equal(["new=1", "url=7"], Kept(urls[0]));
        Assert.Equal("https://a.example/", urls[1].Url!.ToString());
        Assert.Contains("new=2", Kept(urls[1]));
        Assert.Equal(["resizedUrl=\"none\""], Kept(urls[2]));
    }

    [Theory]
    [InlineData("""{"content":[7]}""")]
    [InlineData("""{"content":["https://a.example/"]}""")]
    public async Task A_list_of_something_else_is_an_error_and_no_list_of_nulls(string body)
    {
        await Assert.ThrowsAsync<LiveStationProtocolException>(() => Expect.All(Client(body).Channels.ListServiceUrlsAsync("ls-1", ServiceUrlType.General)));
        await Assert.ThrowsAsync<LiveStationProtocolException>(() => Expect.All(Client(body).Channels.ListAsync()));
    }

    [Fact]
    public async Task An_upload_keeps_what_is_new_in_its_entry_around_it_and_beside_the_content()
    {
        RecordingUpload upload = await UploadAsync("""{"content":{"bucketName":"b","job":"j","uploadedRecords":{"298":{"status":"TRANSFER","eta":5},"299":{"status":"TRANSFER"}}},"requestId":"r"}""");

        Assert.Equal(RecordStatus.Transfer, upload.Status);
        Assert.Equal("b", upload.BucketName);
        Assert.Equal(["eta=5", "job=\"j\"", "requestId=\"r\"", "uploadedRecords.299={\"status\":\"TRANSFER\"}"], Kept(upload));
    }

    [Theory]
    [InlineData("""{"content":{"uploadedRecords":{"recordFileName":"a.mp4","status":"TRANSFER","eta":5}}}""", "uploadedRecords.eta=5")]
    [InlineData("""{"content":{"recordFileName":"a.mp4","status":"TRANSFER","eta":5}}""", "eta=5")]
    [InlineData("""{"recordFileName":"a.mp4","status":"TRANSFER","eta":5}""", "eta=5")]
    public async Task A_flat_upload_is_read(string body, string kept)
    {
        RecordingUpload upload = await UploadAsync(body);

        Assert.Equal("a.mp4", upload.RecordFileName);
        Assert.Equal(RecordStatus.Transfer, upload.Status);
        Assert.Equal([kept], Kept(upload));
    }

    [Theory]
    [InlineData("""{"content":{"video":{"width":1920,"height":1080,"fps":30.0,"bitrate":4000000,"codec":"h264"},"audio":{"bitrate":192000},"new":1},"requestId":"r"}""", "new=1", "requestId=\"r\"", "video.codec=\"h264\"")]
    [InlineData("""{"video":{"width":1920,"height":1080,"fps":"30.0","bitrate":"4000000"},"audio":{"bitrate":192000}}""")]
    [InlineData("""{"content":{"width":1920,"height":1080,"fps":30.0,"videoBitrate":4000000,"audioBitrate":192000}}""")]
    [InlineData("""{"content":{"videoWidth":1920,"videoHeight":1080,"videoFps":30.0,"videoBitrate":4000000,"audioBitrate":192000,"bitrate":1}}""", "bitrate=1")]
    [InlineData("""{"width":1920,"height":1080,"fps":30.0,"videoBitrate":4000000,"audioBitrate":192000}""")]
    public async Task Metadata_are_read_nested_and_flat(string body, params string[] kept)
    {
        StreamMetadata metadata = await Client(body).Channels.GetStreamMetadataAsync("ls-1");

        Assert.Equal(new StreamMetadata { ChannelId = "ls-1", VideoWidth = 1920, VideoHeight = 1080, VideoFps = 30, VideoBitrate = 4000000, AudioBitrate = 192000 }, metadata);
        Assert.Equal(kept, Kept(metadata));
    }

    [Theory]
    [InlineData("""{"content":{}}""")]
    [InlineData("""{"content":{"video":{},"audio":{}}}""")]
    [InlineData("""{"content":{"streams":[{"width":1920}]}}""")]
    [InlineData("""{"content":null}""")]
    [InlineData("""{"content":[]}""")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task Metadata_without_a_number_are_an_error_and_no_object_of_nulls(string body)
    {
        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Client(body).Channels.GetStreamMetadataAsync("ls-1"));

        Assert.Contains("ls-1: The answer holds nothing of a stream's metadata.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"content":{"recordList":{"7":{"status":"RECORDING"}}},"total":1}""")]
    [InlineData("""{"content":{"7":{"status":"RECORDING"},"channel":{"channelId":"ls-1"}}}""")]
    [InlineData("""{"content":{"recordList":[{"recordId":7,"status":"RECORDING"}]}}""")]
    [InlineData("""{"content":[{"id":"7","status":"RECORDING"}]}""")]
    [InlineData("""{"content":{"recordId":7,"status":"RECORDING"}}""")]
    [InlineData("""{"recordId":7,"status":"RECORDING"}""")]
    [InlineData("""{"recordList":{"7":{"status":"RECORDING"}}}""")]
    public async Task What_start_and_stop_answer_is_read_in_every_shape(string body)
    {
        foreach (Func<LiveStationClient, Task<IReadOnlyList<Recording>>> call in Switches)
        {
            Recording recording = Assert.Single(await call(Client(body)));

            Assert.Equal(7, recording.RecordId);
            Assert.Equal("ls-1", recording.ChannelId);
            Assert.Equal(RecordStatus.Recording, recording.Status);
            Assert.Empty(Kept(recording));
        }
    }

    [Theory]
    [InlineData("""{"content":{"recordList":{}},"total":0}""")]
    [InlineData("""{"content":{"recordList":null}}""")]
    public async Task A_list_that_says_there_are_none_is_an_answer(string body)
    {
        foreach (Func<LiveStationClient, Task<IReadOnlyList<Recording>>> call in Switches)
        {
            Assert.Empty(await call(Client(body)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"content":{}}""")]
    [InlineData("""{"content":null}""")]
    [InlineData("""{"content":{"success":true}}""")]
    [InlineData("""{"content":{"status":"RECORDING"}}""")]
    [InlineData("""{"content":{"recordList":[{"status":"RECORDING"}]}}""")]
    [InlineData("""{"content":{"recordList":{"first":{"status":"RECORDING"}}}}""")]
    [InlineData("""{"content":{"recordList":{"7":"RECORDING"}}}""")]
    public async Task An_answer_to_start_or_stop_that_names_no_recording_is_an_error_and_no_silence(string body)
    {
        foreach (Func<LiveStationClient, Task<IReadOnlyList<Recording>>> call in Switches)
        {
            LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => call(Client(body)));

            Assert.Contains("The call may have been carried out all the same.", error.Message, StringComparison.Ordinal);
            Assert.Contains("Get-LsRecording ls-1", error.Recommendation, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_recording_keeps_what_stands_beside_the_content()
    {
        Recording? recording = await Client("""{"content":{"7":{"status":"DELETED","new":1},"8":{}},"requestId":"r"}""").Recordings.GetAsync("ls-1", 7);

        Assert.Equal(["new=1", "requestId=\"r\""], Kept(recording!));
    }

    [Theory]
    [InlineData("GLOBAL_CDN")]
    [InlineData("GCDN")]
    public async Task Both_spellings_of_the_older_cdn_are_known(string type)
    {
        Channel channel = await Client("{\"content\":{\"channelId\":\"ls-1\",\"cdn\":{\"cdnType\":\"" + type + "\"}}}").Channels.GetAsync("ls-1");

        Assert.Equal(CdnType.GlobalCdn, channel.CdnType);
        Assert.Equal(type, channel.Cdn!.CdnTypeText);
    }

    [Fact]
    public async Task Two_readings_of_one_answer_are_equal_whatever_is_new_in_it()
    {
        const string body = """{"content":{"channelId":"ls-1","new":[1],"cdn":{"new":1}}}""";

        Channel one = await Client(body).Channels.GetAsync("ls-1");
        Channel other = await Client(body).Channels.GetAsync("ls-1");

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, await Client("""{"content":{"channelId":"ls-2","new":[1],"cdn":{"new":1}}}""").Channels.GetAsync("ls-1"));
    }

    private static readonly Func<LiveStationClient, Task<IReadOnlyList<Recording>>>[] Switches = [client => client.Recordings.StartAsync("ls-1"), client => client.Recordings.StopAsync("ls-1")];

    private static LiveStationClient Client(string body) => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body)));

    private static async Task<RecordingUpload> UploadAsync(string body) =>
        Assert.Single(await Expect.All(Client(body).Recordings.UploadAsync("asked", [298], null))).Result![298];

    private static string[] Kept(ServiceRecord record) => record.GetAdditionalFields().Select(field => $"{field.Key}={field.Value.GetRawText()}").OrderBy(field => field, StringComparer.Ordinal).ToArray();
}
