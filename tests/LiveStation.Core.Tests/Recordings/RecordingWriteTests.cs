using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Recordings;

/// <summary>What calls that change recordings send, what they read out of the answer, and whom their errors name.</summary>
public sealed class RecordingWriteTests
{
    [Fact]
    public async Task An_upload_names_its_recordings_and_reads_each_below_its_id()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(
            """{"content":{"bucketName":"other","accessControl":"PUBLIC_READ","uploadedRecords":{"7":{"recordType":"MP4","recordFileName":"a.mp4","status":"TRANSFER","uploadPath":"p/a.mp4","objectStorageUrl":"https://x.example/a.mp4"},"8":{"status":"TRANSFER_READY"}}}}"""));

        BulkOutcome<long, IReadOnlyDictionary<long, RecordingUpload>> outcome = Assert.Single(await Expect.All(Clients.Of(handler).Recordings.UploadAsync("b", [7, 8], AccessControl.PublicRead)));

        ScriptedHandler.Sent sent = Assert.Single(handler.Requests);
        Assert.Equal(("POST", "{\"recordIds\":[7,8],\"accessControl\":\"PUBLIC_READ\"}"), (sent.Method, sent.Body));
        Assert.EndsWith("/buckets/b/upload", sent.Target, StringComparison.Ordinal);
        RecordingUpload first = outcome.Result![7];
        Assert.Equal(("other", AccessControl.PublicRead, RecordType.Mp4, "a.mp4", RecordStatus.Transfer, "p/a.mp4", "https://x.example/a.mp4"), (first.BucketName, first.AccessControl, first.RecordType, first.RecordFileName, first.Status, first.UploadPath, first.ObjectStorageUrl?.OriginalString));
        Assert.Equal("7 a.mp4 to other (TRANSFER)", first.ToString());
        Assert.Equal((RecordStatus.TransferReady, null), (outcome.Result[8].Status, outcome.Result[8].RecordFileName));
    }

    [Theory]
    [InlineData("{\"content\":{\"recordType\":\"MP4\",\"status\":\"TRANSFER\",\"uploadPath\":\"p\"}}")]
    [InlineData("{\"content\":{\"uploadedRecords\":{\"recordType\":\"MP4\",\"status\":\"TRANSFER\",\"uploadPath\":\"p\"}}}")]
    public async Task The_flat_answer_of_older_editions_is_the_one_recording_s_and_nobody_s_of_several(string answer)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(answer));

        RecordingUpload one = (await Expect.All(Clients.Of(handler).Recordings.UploadAsync("b", [7], null)))[0].Result![7];
        IReadOnlyDictionary<long, RecordingUpload> two = (await Expect.All(Clients.Of(handler).Recordings.UploadAsync("b", [7, 8], null)))[0].Result!;

        Assert.Equal("{\"recordIds\":[7]}", handler.Requests[0].Body);
        Assert.Equal(("b", RecordType.Mp4, "TRANSFER", "p"), (one.BucketName, one.RecordType, one.StatusText, one.UploadPath));
        Assert.Equal([null, null], two.Values.Select(upload => upload.StatusText));
    }

    [Fact]
    public void Of_a_recording_s_own_words_an_upload_keeps_where_it_goes()
    {
        Recording recording = new() { RecordId = 7, ChannelId = "ls-1", FileName = "a.mp4", Status = RecordStatus.TransferFinish, StatusText = "TRANSFER_FINISH", UploadPath = "p" };

        RecordingUpload asked = RecordingUpload.Of(recording, new RecordingUpload { BucketName = "b", AccessControl = AccessControl.PublicRead });
        RecordingUpload unasked = RecordingUpload.Of(recording, null);

        Assert.Equal(("b", AccessControl.PublicRead, "a.mp4", "p", "ls-1"), (asked.BucketName, asked.AccessControl, asked.RecordFileName, asked.UploadPath, asked.ChannelId));
        Assert.Equal((null, default(AccessControl)), (unasked.BucketName, unasked.AccessControl));
        Assert.Equal(("ls-2", "ls-1"), (asked.In("ls-2").ChannelId, asked.ChannelId));
    }

    [Theory]
    [InlineData(1, "7: ")]
    [InlineData(2, "2 recordings: ")]
    public async Task A_lost_upload_names_what_it_was_for_and_where_to_look(int count, string subject)
    {
        LiveStationException error = (await Expect.All(Clients.Of(Lost()).Recordings.UploadAsync("b", [.. Enumerable.Range(7, count)], null)))[0].Failure!;

        Assert.StartsWith(subject, error.Message, StringComparison.Ordinal);
        Assert.Contains("Get-LsRecording shows whether the upload runs.", error.Message + error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "ls-1/7: ")]
    [InlineData(2, "ls-1: ")]
    public async Task A_lost_deletion_names_what_it_was_for_and_where_to_look(int count, string subject)
    {
        LiveStationException error = (await Expect.All(Clients.Of(Lost()).Recordings.DeleteAsync("ls-1", [.. Enumerable.Range(7, count)])))[0].Failure!;

        Assert.StartsWith(subject, error.Message, StringComparison.Ordinal);
        Assert.Contains("Get-LsRecording", error.Message + error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_is_as_the_status_says_whatever_the_body()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("gone"));

        Assert.True(Assert.Single(await Expect.All(Clients.Of(handler).Recordings.DeleteAsync("ls-1", [7, 8]))).Result);
        Assert.Equal(("DELETE", "{\"recordIds\":[7,8]}"), (handler.Requests[0].Method, handler.Requests[0].Body));
        Assert.EndsWith("/channels/ls-1/records", handler.Requests[0].Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"content\":{\"x\":1}}", "The answer names no recording.")]
    [InlineData("{\"content\":[{\"status\":\"RECORDING\"}]}", "A recording of the answer has no id.")]
    [InlineData("{\"content\":{\"recordList\":{\"7\":1}}}", "A recording is not an object.")]
    public async Task An_answer_of_a_shape_that_nobody_knows_says_so_to_who_looks_deeper(string answer, string message)
    {
        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(answer))).Recordings.StartAsync("ls-1"));

        Assert.Equal(message, error.InnerException?.Message);
    }

    [Fact]
    public async Task What_has_a_type_and_no_state_is_a_recording_too()
    {
        IReadOnlyList<Recording> started = await Clients.Of(new ScriptedHandler(ScriptedHandler.Json("{\"content\":{\"7\":{\"recordType\":\"MP4\"},\"8\":{\"status\":\"RECORDING\"},\"9\":{\"x\":1}}}"))).Recordings.StartAsync("ls-1");

        Assert.Equal([7, 8], started.Select(recording => recording.RecordId));
    }

    private static ScriptedHandler Lost() => new(ScriptedHandler.Json("", 502));
}
