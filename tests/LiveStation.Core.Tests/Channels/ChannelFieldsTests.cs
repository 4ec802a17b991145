using System;
using System.Text.Json;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Channels;

public sealed class ChannelFieldsTests
{
    [Theory]
    [InlineData("1e999")]
    [InlineData("\"fast\"")]
    public async Task A_frame_rate_that_no_number_holds_ends_in_no_exception(string fps)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":{\"video\":{\"width\":1,\"fps\":" + fps + "}}}"));

        StreamMetadata metadata = await Clients.Of(handler).Channels.GetStreamMetadataAsync("ls-1");

        Assert.Equal(1, metadata.VideoWidth);
    }

    [Fact]
    public async Task What_is_new_in_a_nested_object_is_kept_with_its_name_before_it()
    {
        Channel channel = await GetAsync("{\"content\":{\"channelId\":\"ls-1\",\"cdn\":{\"cdnDomain\":\"a.example\",\"tier\":2},\"record\":{\"type\":\"NO_RECORD\",\"filePath\":7.5,\"copies\":[1]}}}");

        Assert.Equal("2", channel.GetAdditionalFields()["cdn.tier"].GetRawText());
        Assert.Equal("[1]", channel.GetAdditionalFields()["record.copies"].GetRawText());
        Assert.Equal(2, channel.GetAdditionalFields().Count);
    }

    [Fact]
    public async Task The_example_of_the_api_notes_gives_every_field_its_type()
    {
        Channel channel = await GetAsync(Repository.Body("channelGet.2"));

        Assert.Equal("ls-20250814000000-zTwK2", channel.ChannelId);
        Assert.Equal("testchannel", channel.ChannelName);
        Assert.Equal(ChannelStatus.Publishing, channel.ChannelStatus);
        Assert.Equal("PUBLISHING", channel.ChannelStatusText);
        Assert.True(channel.IsRecording);
        Assert.Equal(1755590000000, new DateTimeOffset(channel.RecentPublishStartTime!.Value).ToUnixTimeMilliseconds());
        Assert.Equal(DateTimeKind.Local, channel.RecentPublishStartTime.Value.Kind);
        Assert.Equal(TimeSpan.FromHours(1), channel.TotalPublishTime);
        Assert.Equal(1755129600000, new DateTimeOffset(channel.CreatedTime!.Value).ToUnixTimeMilliseconds());
        Assert.Equal(100000001, channel.InstanceNo);
        Assert.Equal(3, channel.QualitySetId);
        Assert.Equal("sample-set", channel.QualitySetName);
        Assert.Equal(OutputProtocol.Hls, channel.OutputProtocol);
        Assert.Equal(EnvType.Real, channel.EnvType);
        Assert.True(channel.UseDvr);
        Assert.Equal(360, channel.TimemachineMin);
        Assert.True(channel.ImmediateOnAir);
        Assert.True(channel.IsStreamFailOver);
        Assert.True(channel.IsPublishingBackUp);
        Assert.Equal(RecordSaveType.AutoUpload, channel.RecordType);
        Assert.Equal(RecordFormat.Mp4, channel.RecordFormat);
        Assert.Equal("mybucket", channel.BucketName);
        Assert.Equal(AccessControl.Private, channel.Record!.AccessControl);
        Assert.Equal("/livestation", channel.Record.FilePath);
        Assert.Equal("/livestation", channel.UploadPath);
        Assert.Equal(CdnStatus.Running, channel.CdnStatus);
        Assert.Equal(CdnType.GlobalEdge, channel.CdnType);
        Assert.Equal("sample11577.edge.example", channel.CdnDomain);
        Assert.Equal(11577, channel.CdnInstanceNo);
        Assert.Equal(4207, channel.ProfileId);
        Assert.Equal(CdnRegionType.Korea, channel.Cdn!.RegionType);
        Assert.Equal("edge-sample", channel.Cdn.ServiceName);
        Assert.Equal("rtmp://ingest.example:8080/relay", channel.PublishUrl!.AbsoluteUri);
        Assert.Equal("rtmp://global.ingest.example:8080/relay", channel.GlobalPublishUrl!.AbsoluteUri);
        Assert.Equal("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", channel.StreamKey!.Reveal());
        Assert.Equal("yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", channel.BackupStreamKey!.Reveal());
        Assert.True(channel.AlertOn);
        Assert.True(channel.AlertOptions!.AlertChangeStatus);
        Assert.False(channel.AlertOptions.AlertVodUploadFail);
        Assert.False(channel.AlertOptions.AlertReStreamFail);
        Assert.Null(channel.AlertOptions.AlertShortClipFail);
        Assert.Null(channel.CallbackEndpoint);
        Assert.False(channel.DrmEnabledYn);
        Assert.Null(channel.Drm);
        Assert.Empty(channel.GetAdditionalFields());
    }

    [Theory]
    [InlineData("useDVR")]
    [InlineData("useDvr")]
    public async Task The_time_machine_is_read_in_both_spellings(string name)
    {
        Channel channel = await OneAsync($"\"{name}\":true");

        Assert.True(channel.UseDvr);
        Assert.Empty(channel.GetAdditionalFields());
    }

    [Theory]
    [InlineData("PUBLISHING", ChannelStatus.Publishing)]
    [InlineData("PUBLISH", ChannelStatus.Publishing)]
    [InlineData("READY", ChannelStatus.Ready)]
    [InlineData("CREATING", ChannelStatus.Creating)]
    [InlineData("BLOCK", ChannelStatus.Block)]
    [InlineData("FORCE_BLOCK", ChannelStatus.ForceBlock)]
    [InlineData("DELETED", ChannelStatus.Deleted)]
    [InlineData("FORCE_DELETED", ChannelStatus.ForceDeleted)]
    [InlineData("STOPPED", ChannelStatus.Unknown)]
    public async Task Every_state_is_known_and_keeps_its_text(string text, ChannelStatus status)
    {
        Channel channel = await OneAsync($"\"channelStatus\":\"{text}\"");

        Assert.Equal(status, channel.ChannelStatus);
        Assert.Equal(text, channel.ChannelStatusText);
    }

    [Theory]
    [InlineData("HLS", OutputProtocol.Hls)]
    [InlineData("LL_HLS", OutputProtocol.LlHls)]
    [InlineData("HLS,DASH", OutputProtocol.HlsDash)]
    [InlineData("DASH", OutputProtocol.Unknown)]
    public async Task Packagings_are_known_and_keep_their_text(string text, OutputProtocol protocol)
    {
        Channel channel = await OneAsync($"\"outputProtocol\":\"{text}\"");

        Assert.Equal(protocol, channel.OutputProtocol);
        Assert.Equal(text, channel.OutputProtocolText);
    }

    [Theory]
    [InlineData("{\"content\":{\"isPublishingBackUp\":true}}", true)]
    [InlineData("{\"content\":{},\"isPublishingBackUp\":true}", true)]
    [InlineData("{\"content\":{\"isPublishingBackUp\":false},\"isPublishingBackUp\":true}", false)]
    [InlineData("{\"content\":{}}", null)]
    public async Task The_backup_flag_is_read_in_either_place(string body, bool? expected)
    {
        Assert.Equal(expected, (await GetAsync(body)).IsPublishingBackUp);
    }

    [Theory]
    [InlineData("100000001")]
    [InlineData("\"100000001\"")]
    public async Task Instance_numbers_are_read_as_number_and_as_text(string value)
    {
        Channel channel = await OneAsync($"\"instanceNo\":{value},\"cdn\":{{\"instanceNo\":{value}}}");

        Assert.Equal(100000001, channel.InstanceNo);
        Assert.Equal(100000001, channel.CdnInstanceNo);
    }

    [Fact]
    public async Task All_six_alert_options_are_read()
    {
        Channel channel = await OneAsync("\"alertOptions\":{\"alertChangeStatus\":true,\"alertVodUploadFail\":true,\"alertReStreamFail\":true,\"alertShortClipFail\":true,\"alertStreamFailOver\":true,\"alertGeneralChannelError\":true}");

        Assert.Equal(
            new ChannelAlertOptions { AlertChangeStatus = true, AlertVodUploadFail = true, AlertReStreamFail = true, AlertShortClipFail = true, AlertStreamFailOver = true, AlertGeneralChannelError = true },
            channel.AlertOptions);
        Assert.Equal("ChangeStatus, VodUploadFail, ReStreamFail, ShortClipFail, StreamFailOver, GeneralChannelError", channel.AlertOptions!.ToString());
        Assert.Equal("none", new ChannelAlertOptions { AlertChangeStatus = false }.ToString());
    }

    [Fact]
    public async Task Nothing_that_shows_a_channel_shows_its_keys()
    {
        Channel channel = await OneAsync("\"channelName\":\"name\",\"streamKey\":\"key-marker\",\"backupStreamKey\":\"backup-marker\"");

        string shown = channel + JsonSerializer.Serialize(channel) + channel.StreamKey + channel.BackupStreamKey + JsonSerializer.Serialize(channel.GetAdditionalFields());

        Assert.Contains("name", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("marker", shown, StringComparison.Ordinal);
        Assert.Equal("key-marker", channel.StreamKey!.Reveal());
        Assert.Equal(new StreamKey("key-marker"), channel.StreamKey);
        Assert.NotEqual(new StreamKey("other"), channel.StreamKey);
    }

    [Fact]
    public async Task What_is_absent_is_null()
    {
        Channel channel = await OneAsync("\"channelName\":\"-\",\"timemachineMin\":null,\"cdn\":{},\"record\":null,\"streamKey\":\"\",\"publishUrl\":\"-\"");

        Assert.Equal(new Channel(), channel);
        Assert.Empty(channel.GetAdditionalFields());
    }

    [Fact]
    public async Task Unknown_and_unreadable_fields_are_kept()
    {
        Channel channel = await OneAsync("\"new\":[1],\"instanceNo\":\"many\",\"isRecording\":\"maybe\",\"createdTime\":\"soon\",\"recentPublishStartTime\":9223372036854775807,\"totalPublishSeconds\":900000000000000");

        Assert.Equal("[1]", channel.GetAdditionalFields()["new"].GetRawText());
        Assert.Equal("\"many\"", channel.GetAdditionalFields()["instanceNo"].GetRawText());
        Assert.Equal("\"maybe\"", channel.GetAdditionalFields()["isRecording"].GetRawText());
        Assert.Equal("\"soon\"", channel.GetAdditionalFields()["createdTime"].GetRawText());
        Assert.Equal("9223372036854775807", channel.GetAdditionalFields()["recentPublishStartTime"].GetRawText());
        Assert.Equal("900000000000000", channel.GetAdditionalFields()["totalPublishSeconds"].GetRawText());
        Assert.Null(channel.InstanceNo);
        Assert.Null(channel.TotalPublishTime);
    }

    // Numbers beyond any clock or calendar, and half characters.
    [Theory]
    [InlineData("\"totalPublishSeconds\":900000000000000")]
    [InlineData("\"totalPublishSeconds\":-9223372036854775808")]
    [InlineData("\"createdTime\":9223372036854775807")]
    [InlineData("\"instanceNo\":1e400")]
    [InlineData("\"channelName\":\"\\ud83d\"")]
    [InlineData("\"\\ud83d\":1")]
    [InlineData("\"channelStatus\":\"\\udc00\"")]
    [InlineData("\"cdn\":{\"cdnDomain\":\"\\ud83d\"}")]
    [InlineData("\"cdn\":5,\"record\":[],\"drm\":\"x\",\"snapshot\":7,\"alertOptions\":true")]
    public async Task Absurd_values_end_in_no_other_exception(string fields)
    {
        Exception? one = await Xunit.Record.ExceptionAsync(() => OneAsync(fields));
        Exception? list = await Xunit.Record.ExceptionAsync(() => Expect.All(Clients.Of(new ScriptedHandler(ScriptedHandler.Json("{\"content\":[{" + fields + "}],\"total\":1}"))).Channels.ListAsync()));

        Assert.True(one is null or LiveStationProtocolException, one?.ToString());
        Assert.True(list is null or LiveStationProtocolException, list?.ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"content\":null}")]
    [InlineData("{\"content\":[]}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task An_answer_without_a_channel_is_an_invalid_response_with_its_trace_id(string body)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(body, 200, ("x-ncp-trace-id", "trace-9")));

        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Clients.Of(handler).Channels.GetAsync("ls-1"));

        Assert.Equal("InvalidResponse", error.ErrorId);
        Assert.StartsWith("ls-1: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("trace-9", error.Message, StringComparison.Ordinal);
    }

    private static Task<Channel> OneAsync(string fields) => GetAsync("{\"content\":{" + fields + "}}");

    private static Task<Channel> GetAsync(string body) => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).Channels.GetAsync("ls-1");
}
