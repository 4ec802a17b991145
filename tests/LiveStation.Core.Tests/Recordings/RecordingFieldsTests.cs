using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Recordings;

public sealed class RecordingFieldsTests
{
    [Fact]
    public async Task The_sample_of_the_page_gives_every_field_its_type()
    {
        List<Recording> recordings = await ListAsync(Repository.Body("recordingList.1"));

        Assert.Equal([298, 299], recordings.Ids());
        Recording mp4 = recordings[0];
        Assert.Equal("ls-20200313162828-G60tN", mp4.ChannelId);
        Assert.Equal(RecordType.Mp4, mp4.RecordType);
        Assert.Equal("MP4", mp4.RecordTypeText);
        Assert.Equal(RecordStatus.TransferReady, mp4.Status);
        Assert.Equal("TRANSFER_READY", mp4.StatusText);
        Assert.Equal(104077, mp4.RecordSeq);
        Assert.Equal(137305, mp4.StreamSeq);
        Assert.Equal(Utc(2020, 3, 23, 8, 36, 55), mp4.RecordBeginTime!.Value.ToUniversalTime());
        Assert.Equal(Utc(2020, 3, 23, 9, 26, 56), mp4.CreatedTime!.Value.ToUniversalTime());
        Assert.Equal(Utc(2020, 3, 30, 9, 26, 56), mp4.ShouldDeleteTime!.Value.ToUniversalTime());
        Assert.Equal("480x270", mp4.Resolution);
        Assert.Equal("137305-104077-202003231736.mp4", mp4.FileName);
        Assert.Equal(TimeSpan.FromMilliseconds(2996437), mp4.Duration);
        Assert.Equal(400000, mp4.VideoBitrate);
        Assert.Equal(64000, mp4.AudioBitrate);
        Assert.Equal(15.0, mp4.VideoFrameRate);
        Assert.Equal("aac", mp4.AudioCodec);
        Assert.Equal("live-station/record/ls-20200313162828-G60tN/137305-104077-202003231736.mp4", mp4.UploadPath);
        Assert.Null(mp4.ObjectStorageUrl);
        Assert.Empty(mp4.GetAdditionalFields());

        Recording hls = recordings[1];
        Assert.Equal(RecordType.Hls, hls.RecordType);
        Assert.Equal("270p-16-9/playlist.m3u8", hls.FileName);
        Assert.Null(hls.Duration);
        Assert.Null(hls.AudioCodec);
        Assert.Empty(hls.GetAdditionalFields());
    }

    // The pages say seconds; the times beside it say milliseconds.
    [Fact]
    public async Task Duration_is_in_milliseconds_by_the_times_beside_it()
    {
        Recording recording = (await ListAsync(Repository.Body("recordingList.1")))[0];

        TimeSpan span = recording.CreatedTime!.Value - recording.RecordBeginTime!.Value;

        Assert.InRange(recording.Duration!.Value.TotalSeconds / span.TotalSeconds, 0.99, 1.01);
    }

    [Fact]
    public async Task Times_are_local_and_keep_their_instant()
    {
        Recording recording = await OneAsync("\"createdTime\":1584955616123");

        Assert.Equal(DateTimeKind.Local, recording.CreatedTime!.Value.Kind);
        Assert.Equal(1584955616123, new DateTimeOffset(recording.CreatedTime.Value).ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData("\"recordType\":null,\"channelId\":null,\"status\":null,\"recordSeq\":null,\"streamSeq\":null,\"recordBeginTime\":null,\"createdTime\":null,\"shouldDeleteTime\":null,\"resolution\":null,\"fileName\":null,\"duration\":null,\"videoBitrate\":null,\"audioBitrate\":null,\"videoFrameRate\":null,\"audioCodec\":null,\"uploadPath\":null,\"objectStorageUrl\":null")]
    [InlineData("\"recordType\":\"-\",\"channelId\":\"-\",\"status\":\"-\",\"recordSeq\":\"-\",\"streamSeq\":\"-\",\"recordBeginTime\":\"-\",\"createdTime\":\"-\",\"shouldDeleteTime\":\"-\",\"resolution\":\"-\",\"fileName\":\"-\",\"duration\":\"-\",\"videoBitrate\":\"-\",\"audioBitrate\":\"-\",\"videoFrameRate\":\"-\",\"audioCodec\":\"-\",\"uploadPath\":\"-\",\"objectStorageUrl\":\"-\"")]
    [InlineData("\"recordType\":\"\",\"channelId\":\"\",\"status\":\"\",\"recordSeq\":\"\",\"streamSeq\":\"\",\"recordBeginTime\":\"\",\"createdTime\":\"\",\"shouldDeleteTime\":\"\",\"resolution\":\"\",\"fileName\":\"\",\"duration\":\"\",\"videoBitrate\":\"\",\"audioBitrate\":\"\",\"videoFrameRate\":\"\",\"audioCodec\":\"\",\"uploadPath\":\"\",\"objectStorageUrl\":\"\"")]
    [InlineData("")]
    public async Task What_is_absent_is_null_and_never_zero_or_empty(string fields)
    {
        Recording recording = await OneAsync(fields);

        Assert.Equal(new Recording { RecordId = 7, ChannelId = "ls-asked" }, recording);
        Assert.Empty(recording.GetAdditionalFields());
        Assert.Null(recording.TimeLeft);
    }

    [Fact]
    public async Task Numbers_as_text_are_numbers()
    {
        Recording recording = await OneAsync("\"recordSeq\":\"104077\",\"streamSeq\":\"137305\",\"createdTime\":\"1584955616000\",\"duration\":\"2996437\",\"videoBitrate\":\"400000\",\"audioBitrate\":\"64000\",\"videoFrameRate\":\"29.97\"");

        Assert.Equal(104077, recording.RecordSeq);
        Assert.Equal(137305, recording.StreamSeq);
        Assert.Equal(Utc(2020, 3, 23, 9, 26, 56), recording.CreatedTime!.Value.ToUniversalTime());
        Assert.Equal(2996437, recording.Duration!.Value.TotalMilliseconds);
        Assert.Equal(400000, recording.VideoBitrate);
        Assert.Equal(64000, recording.AudioBitrate);
        Assert.Equal(29.97, recording.VideoFrameRate);
        Assert.Empty(recording.GetAdditionalFields());
    }

    [Theory]
    [InlineData("400000.0", 400000L)]
    [InlineData("4e5", 400000L)]
    [InlineData("0", 0L)]
    [InlineData("-1", -1L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public async Task Whole_numbers_are_read_however_they_are_written(string text, long expected)
    {
        Assert.Equal(expected, (await OneAsync("\"videoBitrate\":" + text)).VideoBitrate);
    }

    [Theory]
    [InlineData("\"status\":\"ARCHIVED\"", "ARCHIVED")]
    [InlineData("\"status\":\"보관\"", "보관")]
    public async Task An_unknown_status_is_Unknown_with_its_text(string fields, string text)
    {
        Recording recording = await OneAsync(fields);

        Assert.Equal(RecordStatus.Unknown, recording.Status);
        Assert.Equal(text, recording.StatusText);
        Assert.Empty(recording.GetAdditionalFields());
    }

    [Fact]
    public async Task An_unknown_type_is_Unknown_with_its_text()
    {
        Recording recording = await OneAsync("\"recordType\":\"CMAF\"");

        Assert.Equal(RecordType.Unknown, recording.RecordType);
        Assert.Equal("CMAF", recording.RecordTypeText);
    }

    [Theory]
    [InlineData("RECORDING", RecordStatus.Recording)]
    [InlineData("PROCESSING", RecordStatus.Processing)]
    [InlineData("PROCESSING_FAIL", RecordStatus.ProcessingFail)]
    [InlineData("TRANSFER_READY", RecordStatus.TransferReady)]
    [InlineData("TRANSFER", RecordStatus.Transfer)]
    [InlineData("TRANSFER_FINISH", RecordStatus.TransferFinish)]
    [InlineData("TRANSFER_FAIL", RecordStatus.TransferFail)]
    [InlineData("DELETED", RecordStatus.Deleted)]
    public async Task Every_documented_status_is_known(string text, RecordStatus status)
    {
        Recording recording = await OneAsync($"\"status\":\"{text}\"");

        Assert.Equal(status, recording.Status);
        Assert.Equal(text, recording.StatusText);
    }

    [Theory]
    [InlineData("TRANSFER_READY")]
    [InlineData("TransferReady")]
    [InlineData("transferready")]
    public void A_status_converts_from_both_spellings(string text)
    {
        Assert.Equal(RecordStatus.TransferReady, System.ComponentModel.TypeDescriptor.GetConverter(typeof(RecordStatus)).ConvertFromInvariantString(text));
    }

    [Fact]
    public async Task Unknown_fields_are_kept_as_they_came()
    {
        Recording recording = await OneAsync("\"codec\":\"h264\",\"tags\":{\"a\":[1,2,{\"b\":null}]},\"status\":\"DELETED\",\"nothing\":null,\"유형\":1.50");

        IReadOnlyDictionary<string, JsonElement> rest = recording.GetAdditionalFields();
        Assert.Equal(["codec", "nothing", "tags", "유형"], rest.Keys.OrderBy(key => key, StringComparer.Ordinal));
        Assert.Equal("h264", rest["codec"].GetString());
        Assert.Equal("{\"a\":[1,2,{\"b\":null}]}", rest["tags"].GetRawText());
        Assert.Equal("1.50", rest["유형"].GetRawText());
        Assert.Equal(RecordStatus.Deleted, recording.Status);
    }

    [Theory]
    [InlineData("recordSeq", "\"many\"")]
    [InlineData("streamSeq", "true")]
    [InlineData("createdTime", "\"2020-03-23\"")]
    [InlineData("createdTime", "9999999999999999")]
    [InlineData("recordBeginTime", "[1]")]
    [InlineData("shouldDeleteTime", "1.5")]
    [InlineData("resolution", "480")]
    [InlineData("fileName", "{}")]
    [InlineData("duration", "-5")]
    [InlineData("duration", "9223372036854775807")]
    [InlineData("videoBitrate", "\"400 kbit/s\"")]
    [InlineData("videoBitrate", "1e400")]
    [InlineData("videoFrameRate", "\"15/1\"")]
    [InlineData("audioCodec", "[]")]
    [InlineData("objectStorageUrl", "\"not an address\"")]
    [InlineData("objectStorageUrl", "5")]
    [InlineData("status", "5")]
    [InlineData("recordType", "{}")]
    [InlineData("channelId", "5")]
    public async Task A_field_of_another_type_is_null_and_kept_and_the_others_are_read(string name, string value)
    {
        Recording recording = await OneAsync($"\"uploadPath\":\"before\",\"{name}\":{value},\"audioBitrate\":64000");

        Assert.Equal(value, recording.GetAdditionalFields()[name].GetRawText());
        Assert.Equal(new Recording { RecordId = 7, ChannelId = "ls-asked", UploadPath = "before", AudioBitrate = 64000 }, recording);
    }

    [Fact]
    public async Task An_address_in_object_storage_is_a_uri()
    {
        Recording recording = await OneAsync("\"objectStorageUrl\":\"https://kr.object.ncloudstorage.com/b/%EA%B0%80.mp4\"");

        Assert.Equal("https://kr.object.ncloudstorage.com/b/%EA%B0%80.mp4", recording.ObjectStorageUrl!.AbsoluteUri);
    }

    [Fact]
    public async Task Escaped_and_korean_text_is_text()
    {
        Recording recording = await OneAsync("\"fileName\":\"\\uc544\\uce68 \\\"\\u65b0\\ud83d\\ude00\\n.mp4\",\"uploadPath\":\"아침/뉴스\"");

        Assert.Equal("아침 \"新😀\n.mp4", recording.FileName);
        Assert.Equal("아침/뉴스", recording.UploadPath);
    }

    [Fact]
    public async Task An_entry_names_its_own_channel_and_else_that_of_the_call()
    {
        Assert.Equal("ls-own", (await OneAsync("\"channelId\":\"ls-own\"")).ChannelId);
        Assert.Equal("ls-asked", (await OneAsync("\"fileName\":\"x\"")).ChannelId);
    }

    [Fact]
    public void Time_left_is_counted_on_the_clock_of_the_world()
    {
        Recording recording = new() { ShouldDeleteTime = DateTime.Now.AddHours(2) };
        Recording past = new() { ShouldDeleteTime = DateTime.UtcNow.AddHours(-2) };

        Assert.Equal(120, recording.TimeLeft!.Value.TotalMinutes, 1.0);
        Assert.Equal(-120, past.TimeLeft!.Value.TotalMinutes, 1.0);
    }

    [Theory]
    [InlineData(RecordStatus.TransferFinish)]
    [InlineData(RecordStatus.Deleted)]
    public void Nothing_is_left_of_the_time_of_what_is_safe_or_gone(RecordStatus status)
    {
        Assert.Null(new Recording { ShouldDeleteTime = DateTime.Now.AddHours(2), Status = status }.TimeLeft);
    }

    [Theory]
    [InlineData(RecordStatus.TransferReady, 1, true)]
    [InlineData(RecordStatus.TransferFail, 24, true)]
    [InlineData(RecordStatus.Unknown, 1, true)]
    [InlineData(RecordStatus.TransferReady, 25, false)]
    [InlineData(RecordStatus.TransferReady, 0, true)]
    [InlineData(RecordStatus.TransferReady, -1, true)]
    [InlineData(RecordStatus.TransferFinish, 1, false)]
    [InlineData(RecordStatus.TransferFinish, -1, false)]
    [InlineData(RecordStatus.Deleted, 1, false)]
    [InlineData(RecordStatus.Deleted, -1, false)]
    public void What_expires_is_what_would_be_lost(RecordStatus status, int hoursLeft, bool expires)
    {
        DateTime now = Utc(2026, 1, 1, 0, 0, 0);
        Recording recording = new() { Status = status, ShouldDeleteTime = now.AddHours(hoursLeft).ToLocalTime() };

        Assert.Equal(expires, recording.ExpiresWithin(TimeSpan.FromHours(24), now));
        Assert.False(new Recording { Status = status }.ExpiresWithin(TimeSpan.MaxValue, now));
    }

    private static DateTime Utc(int year, int month, int day, int hour, int minute, int second) => new(year, month, day, hour, minute, second, DateTimeKind.Utc);

    private static async Task<Recording> OneAsync(string fields) => Assert.Single(await ListAsync(Lists.With(fields)));

    private static Task<List<Recording>> ListAsync(string body) =>
        Expect.All(Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).Recordings.ListAsync("ls-asked"));
}
