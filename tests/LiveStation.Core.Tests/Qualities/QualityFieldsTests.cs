using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Qualities;

public sealed class QualityFieldsTests
{
    [Fact]
    public async Task The_example_of_the_api_notes_gives_every_field_its_type()
    {
        Quality quality = await Client(Repository.Body("qualityGet.1")).Qualities.GetAsync(5);

        Assert.Equal(
            new Quality
            {
                QualityId = 5,
                Name = "q-720",
                Type = QualityType.Normal,
                TypeText = "NORMAL",
                GenType = GenType.Custom,
                GenTypeText = "CUSTOM",
                Width = 1280,
                Height = 720,
                Fps = 30,
                VideoCodec = "H264",
                VideoProfile = VideoProfile.Main,
                VideoProfileText = "MAIN",
                VideoLevel = -1,
                VideoBitrate = 2_000_000,
                RateControl = RateControl.Cbr,
                RateControlText = "CBR",
                Bframes = 2,
                VideoH264ParamRefFrames = 1,
                VideoBypass = false,
                Orientation = "FIX",
                AudioCodec = AudioCodec.Aac,
                AudioCodecText = "AAC",
                AudioProfile = "LC",
                AudioSamplerate = 44_100,
                AudioChannels = 2,
                AudioBitrate = 128,
                AudioBypass = false,
                Disabled = false,
                Status = "CREATED",
                CreatedTime = DateTimeOffset.FromUnixTimeMilliseconds(1755129600000).LocalDateTime,
            },
            quality);
        Assert.Empty(quality.GetAdditionalFields());
        Assert.Equal("q-720 (5): 1280x720@30, 2 Mbit/s, H264 MAIN, AAC 128k", quality.ToString());
    }

    [Fact]
    public async Task The_example_of_a_set_gives_every_field_its_type()
    {
        QualitySet set = await Client(Repository.Body("qualitySetGet.1")).Qualities.GetSetAsync(3);

        Assert.Equal(3, set.QualitySetId);
        Assert.Equal("setting000", set.Name);
        Assert.Equal((GenType.Custom, "CUSTOM"), (set.GenType, set.GenTypeText));
        Assert.Equal(TimeSpan.FromSeconds(2), set.SegmentDuration);
        Assert.Equal(3, set.SegmentCount);
        Assert.Equal("q-720", Assert.Single(set.Qualities!).Name);
        Assert.Equal(["testchannel"], set.InUseChannelNames);
        Assert.Equal(1, set.InUseCount);
        Assert.True(set.EnableHlsTimedMetadata);
        Assert.Equal(new TimedMetadata { Header = "ncloud.livestation.metadata", Interval = TimeSpan.FromSeconds(1), Key = "utc" }, set.TimedMetadata);
        Assert.Equal("ncloud.livestation.metadata (utc, every 1 s)", set.TimedMetadata!.ToString());
        Assert.False(set.IsEnabledUll);
        Assert.Null(set.TargetLatency);
        Assert.Empty(set.GetAdditionalFields());
        Assert.Equal("setting000 (3): 1280x720", set.ToString());
    }

    [Theory]
    [InlineData("""{"type":"NORMAL","video":{"codec":"H264","profile":"BASELINE","width":1280,"height":720,"fps":29.97,"bitrate":2500000},"audio":{"codec":"AAC","bitrate":128}}""", "1280x720@29.97, 2.5 Mbit/s, H264 BASELINE, AAC 128k")]
    [InlineData("""{"type":"NORMAL","video":{"codec":"H264","profile":"HIGH","width":480,"height":270,"fps":15,"bitrate":400000},"audio":{"codec":"AAC","bitrate":64000}}""", "480x270@15, 400 kbit/s, H264 HIGH, AAC 64k")]
    [InlineData("""{"type":"NORMAL","video":{"width":480,"height":270,"bitrate":2000},"audio":{}}""", "480x270, 2 kbit/s")]
    [InlineData("""{"type":"NORMAL","video":{"bitrate":1}}""", "1 bit/s")]
    [InlineData("""{"type":"AUDIO","audio":{"codec":"MP3","bitrate":320}}""", "MP3 320k")]
    [InlineData("""{"type":"BYPASS"}""", "as it is sent")]
    [InlineData("""{"type":"NORMAL","video":{"width":1280,"height":720,"fps":30,"bypass":true},"audio":{"codec":"AAC","bypass":true}}""", "1280x720@30, video as it is sent, audio as it is sent")]
    [InlineData("{}", "")]
    public async Task A_quality_is_told_in_one_line(string fields, string line)
    {
        Assert.Equal(line, (await GetAsync(fields)).Encoding);
    }

    // Pages, codes and answers of the platform disagree about numbers as text; what is new is kept, wherever it stands.
    [Fact]
    public async Task Numbers_as_text_are_read_and_what_is_new_is_kept()
    {
        Quality quality = await GetAsync("""{"id":"5","genType":"SHARED","video":{"width":"1280","fps":"23.97","profile":"EXTENDED","codec":"H265","tier":1},"audio":{"samplerate":"44100","codec":"OPUS","new":{"a":1}},"newToken":"s"}""");

        Assert.Equal((5, 1280, 23.97, 44_100), (quality.QualityId, quality.Width, quality.Fps, quality.AudioSamplerate));
        Assert.Equal((GenType.Unknown, "SHARED"), (quality.GenType, quality.GenTypeText));
        Assert.Equal((VideoProfile.Unknown, "EXTENDED"), (quality.VideoProfile, quality.VideoProfileText));
        Assert.Equal((AudioCodec.Unknown, "OPUS", "H265"), (quality.AudioCodec, quality.AudioCodecText, quality.VideoCodec));
        Assert.Equal(["audio.new={\"a\":1}", "newToken=\"********\"", "video.tier=1"], quality.GetAdditionalFields().Select(field => $"{field.Key}={field.Value.GetRawText()}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"qualities\":\"none\"", "qualities")]
    [InlineData("\"qualities\":[1]", "qualities")]
    [InlineData("\"inUseChannelNames\":[{\"name\":\"x\"}]", "inUseChannelNames")]
    [InlineData("\"segmentDuration\":-1", "segmentDuration")]
    [InlineData("\"segmentDuration\":9223372036854775807", "segmentDuration")]
    [InlineData("\"timedMetadata\":true", "timedMetadata")]
    public async Task What_cannot_be_read_of_a_set_is_kept(string fields, string name)
    {
        QualitySet set = await Client("{\"content\":{\"id\":3," + fields + "}}").Qualities.GetSetAsync(3);

        Assert.Equal(3, set.QualitySetId);
        Assert.Equal([name], set.GetAdditionalFields().Keys);
    }

    [Fact]
    public async Task Sets_with_the_same_lists_are_equal()
    {
        string body = Repository.Body("qualitySetGet.1");
        QualitySet one = await Client(body).Qualities.GetSetAsync(3);
        QualitySet other = await Client(body).Qualities.GetSetAsync(3);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, await Client(body.Replace("q-720", "q-721", StringComparison.Ordinal)).Qualities.GetSetAsync(3));
        Assert.NotEqual(one, await Client(body.Replace("\"testchannel\"", "\"testchannel\", \"b\"", StringComparison.Ordinal)).Qualities.GetSetAsync(3));
    }

    // No body is documented for qualityDelete, and one for qualitySetDelete.
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"content":{"deleteSuccess":true}}""")]
    [InlineData("""{"success":true}""")]
    public async Task A_deletion_is_believed_whatever_the_answer_looks_like(string body)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(body));

        await Clients.Of(handler).Qualities.DeleteAsync(5);
        await Clients.Of(handler).Qualities.DeleteSetAsync(3);

        Assert.Equal(["DELETE /api/v2/qualityProfiles/5", "DELETE /api/v2/qualitySets/3"], handler.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Theory]
    [InlineData("""{"content":{"deleteSuccess":false}}""")]
    [InlineData("""{"deleteSuccess":false}""")]
    public async Task An_answer_that_denies_the_deletion_is_an_error_that_says_how_to_look(string body)
    {
        LiveStationProtocolException quality = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Client(body).Qualities.DeleteAsync(5));
        LiveStationProtocolException set = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Client(body).Qualities.DeleteSetAsync(3));

        Assert.Contains("did not delete it", quality.Message, StringComparison.Ordinal);
        Assert.Contains("Get-LsQuality 5", quality.Recommendation, StringComparison.Ordinal);
        Assert.Contains("Get-LsQualitySet 3", set.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_holds_less_than_it_counts_is_given_out_with_a_warning()
    {
        List<ApiEvent> events = [];
        LiveStationClient client = Client("""{"content":[{"id":1},{"id":2}],"total":6}""").Observe(events.Add);

        List<Quality> all = await Expect.All(client.Qualities.ListAsync());

        Assert.Equal([1, 2], all.Select(quality => quality.QualityId));
        Assert.Contains("counts 6 and lists 2", Assert.Single(events, apiEvent => apiEvent.Level == ApiEventLevel.Warning).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("news", 1L)]
    [InlineData("NEWS", 1L)]
    public async Task A_set_is_found_by_its_whole_name(string name, long id)
    {
        Assert.Equal(id, (await Client("""{"content":[{"id":2,"name":"news-2"},{"id":1,"name":"News"}],"total":2}""").Qualities.FindSetAsync(name)).QualitySetId);
    }

    [Fact]
    public async Task A_name_that_no_set_has_or_several_have_is_an_error()
    {
        LiveStationClient client = Client("""{"content":[{"id":1,"name":"show","qualities":[{"type":"NORMAL","video":{"width":1280,"height":720,"fps":30,"bitrate":2000000}}]},{"id":2,"name":"Show"}],"total":2}""");

        LiveStationArgumentException none = await Assert.ThrowsAsync<LiveStationArgumentException>(() => client.Qualities.FindSetAsync("sho"));
        LiveStationArgumentException several = await Assert.ThrowsAsync<LiveStationArgumentException>(() => client.Qualities.FindSetAsync("SHOW"));

        Assert.Equal(("QualitySetNotFound", ErrorKind.NotFound), (none.ErrorId, none.Kind));
        Assert.Equal(("QualitySetAmbiguous", ErrorKind.InvalidArgument), (several.ErrorId, several.Kind));
        Assert.Contains("1 (1280x720@30 2 Mbit/s); 2. ", several.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_that_does_not_tell_what_has_to_be_sent_is_not_changed()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"content":{"id":3,"name":"x","segmentCount":3}}"""));

        LiveStationArgumentException error = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Clients.Of(handler).Qualities.UpdateSetAsync(3, new QualitySetChange { SegmentCount = 4 }));

        Assert.Equal("SettingUnknown", error.ErrorId);
        Assert.Contains("-SegmentDuration", error.Message, StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    private static async Task<Quality> GetAsync(string fields) => await Client("{\"content\":" + fields + "}").Qualities.GetAsync(5);

    private static LiveStationClient Client(string body) => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body)));
}
