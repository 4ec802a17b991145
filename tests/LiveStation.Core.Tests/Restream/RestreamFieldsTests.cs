using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Restream;

public sealed class RestreamFieldsTests
{
    [Fact]
    public async Task The_example_of_the_api_notes_gives_every_field_its_type()
    {
        RestreamChannel channel = await GetAsync(Repository.Body("restreamChannelGet.1"));

        Assert.Equal("ls-20250819000000-Ik1QU", channel.ChannelId);
        Assert.Equal("channel001", channel.ChannelName);
        Assert.Equal(ChannelStatus.Ready, channel.ChannelStatus);
        Assert.Equal("READY", channel.ChannelStatusText);
        Assert.False(channel.IsPublishing);
        Assert.Equal(PlanType.Standard, channel.PlanType);
        Assert.Equal("STANDARD", channel.PlanTypeText);
        Assert.Equal(1, channel.PlatformCount);
        Assert.Equal(TimeSpan.FromMinutes(2), channel.TotalPublishTime);
        Assert.Equal(1755757300000, new DateTimeOffset(channel.RecentPublishStartTime!.Value).ToUnixTimeMilliseconds());
        Assert.Equal(DateTimeKind.Local, channel.CreatedTime!.Value.Kind);
        Assert.Null(channel.OnAirSince);
        Assert.Equal(100000003, channel.InstanceNo);
        Assert.Equal(EnvType.Real, channel.EnvType);
        Assert.Equal("rtmp://ingest.example:8080/relay", channel.PublishUrl!.AbsoluteUri);
        Assert.Equal("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", channel.StreamKey!.Reveal());
        Assert.True(channel.AlertOptions!.AlertChangeStatus);
        Assert.Null(channel.CallbackEndpoint);
        RestreamTarget target = Assert.Single(channel.Restream);
        Assert.Equal("YOUTUBE", target.TargetName);
        Assert.Equal("rtmp://rtmp-test1234.youtube.com", target.RtmpUrl!.Reveal());
        Assert.Equal("****-****-****-****-****", target.StreamKey!.Reveal());
        Assert.Equal("user002", target.Id!.Reveal());
        Assert.Equal("d*********", target.Password!.Reveal());
        Assert.Equal("YOUTUBE", channel.Relay);
        Assert.Empty(channel.Platforms);
        Assert.Empty(channel.GetAdditionalFields());
    }

    [Fact]
    public async Task A_relay_has_numbers_as_numbers_and_as_text()
    {
        RestreamPlatform platform = await PlatformAsync("""{"targetName":"CHZZK","connectStatus":"PUBLISHING","platId":"3699","bytesPerSecond":"300000","totalRetryCount":2,"bytesTotalTrans":"9000000000","totalPlaySecond":"3600"}""");

        Assert.Equal("ls-1", platform.ChannelId);
        Assert.Equal(3699, platform.PlatId);
        Assert.Equal(ConnectStatus.Publishing, platform.ConnectStatus);
        Assert.Equal(300000, platform.BytesPerSecond);
        Assert.Equal(2, platform.TotalRetryCount);
        Assert.Equal(9000000000, platform.BytesTotalTrans);
        Assert.Equal(TimeSpan.FromHours(1), platform.TotalPlayTime);
        Assert.Equal("CHZZK (3699, PUBLISHING)", platform.ToString());
    }

    // platId in answers, platformId in the path; id and password in answers, streamId and streamPassword in changes.
    [Fact]
    public async Task Either_name_of_a_number_and_of_a_login_is_read()
    {
        RestreamPlatform platform = await PlatformAsync("""{"platformId":7,"streamId":"u","streamPassword":"p****"}""");

        Assert.Equal(7, platform.PlatId);
        Assert.Equal("u", platform.Id!.Reveal());
        Assert.Equal("p****", platform.Password!.Reveal());
        Assert.Empty(platform.GetAdditionalFields());
    }

    [Theory]
    [InlineData("\"SOMETHING_NEW\"", "SOMETHING_NEW")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task A_state_that_is_new_or_absent_is_unknown(string json, string? text)
    {
        RestreamPlatform platform = await PlatformAsync("{\"targetName\":\"X\",\"platId\":1,\"connectStatus\":" + json + "}");

        Assert.Equal(ConnectStatus.Unknown, platform.ConnectStatus);
        Assert.Equal(text, platform.ConnectStatusText);
        Assert.Equal(text is null ? "X" : "X " + text, platform.Relay);
    }

    [Fact]
    public async Task A_plan_and_a_state_that_are_new_keep_their_words()
    {
        RestreamChannel channel = await GetAsync("""{"content":{"channelId":"a","planType":"ULTRA","channelStatus":"STOPPED","envType":"LAB"}}""");

        Assert.Equal((PlanType.Unknown, "ULTRA"), (channel.PlanType, channel.PlanTypeText));
        Assert.Equal((ChannelStatus.Unknown, "STOPPED"), (channel.ChannelStatus, channel.ChannelStatusText));
        Assert.Equal((EnvType.Unknown, "LAB"), (channel.EnvType, channel.EnvTypeText));
    }

    // Whatever stands there may hold keys, users and addresses.
    [Theory]
    [InlineData("""{"targetName":"YOUTUBE","streamKey":"MARKER","rtmpUrl":"MARKER","id":"MARKER","password":"MARKER"}""")]
    [InlineData("""[{"targetName":"YOUTUBE","streamKey":"MARKER","id":"MARKER","rtmpUrl":"rtmp://MARKER"},"text"]""")]
    [InlineData("""[7]""")]
    public async Task A_list_of_targets_of_another_shape_is_kept_and_shows_no_secret(string restream)
    {
        RestreamChannel channel = await GetAsync("{\"content\":{\"channelId\":\"a\",\"restream\":" + restream + ",\"new\":1},\"beside\":2}");

        Assert.Empty(channel.Restream);
        Assert.Null(channel.Relay);
        Assert.Equal(["beside", "new", "restream"], channel.GetAdditionalFields().Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("MARKER", string.Join(";", channel.GetAdditionalFields()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_in_a_target_and_in_a_relay_is_kept_there()
    {
        RestreamChannel channel = await GetAsync("""{"content":{"channelId":"a","restream":[{"targetName":"X","region":"eu","apiToken":"MARKER"}]}}""");
        RestreamPlatform platform = await PlatformAsync("""{"targetName":"X","platId":1,"quality":"720p"}""");

        Assert.Equal(["apiToken", "region"], channel.Restream[0].GetAdditionalFields().Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("MARKER", string.Join(";", channel.Restream[0].GetAdditionalFields()), StringComparison.Ordinal);
        Assert.Equal(["quality"], platform.GetAdditionalFields().Keys);
    }

    [Fact]
    public async Task A_re_stream_gets_its_relays_by_one_more_call_and_keeps_the_rest()
    {
        ScriptedHandler handler = new(
            ScriptedHandler.Json("""{"content":[{"channelId":"a/b","channelName":"n","new":1}],"total":1}"""),
            ScriptedHandler.Json("""{"content":[{"targetName":"YOUTUBE","platId":1,"connectStatus":"PUBLISHING"},{"targetName":"CHZZK","platId":2,"connectStatus":"FAIL"}]}"""));
        LiveStationClient client = Clients.Of(handler);
        RestreamChannel listed = Assert.Single(await Expect.All(client.Restream.ListAsync()));

        RestreamChannel channel = await client.Restream.WithPlatformsAsync(listed);

        Assert.Equal("YOUTUBE Publishing, CHZZK Fail", channel.Relay);
        Assert.Equal("n", channel.ChannelName);
        Assert.Equal(["new"], channel.GetAdditionalFields().Keys);
        Assert.Empty(listed.Platforms);
        Assert.All(channel.Platforms, platform => Assert.Equal("a/b", platform.ChannelId));
        Assert.Equal(["/api/v2/re-stream/channels?pageNo=1&pageSizeNo=100", "/api/v2/re-stream/channels/a%2Fb/platforms"], handler.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("""{"content":[]}""")]
    [InlineData("""{"content":null}""")]
    [InlineData("{}")]
    public async Task An_answer_without_a_re_stream_is_an_error_and_no_object_of_nulls(string body)
    {
        await Assert.ThrowsAsync<LiveStationProtocolException>(() => GetAsync(body));
    }

    [Fact]
    public async Task What_is_not_found_is_looked_for_among_re_streams()
    {
        const string body = """{"error":{"errorCode":250123,"message":"The specified channel Id does not exist."}}""";
        LiveStationClient client = Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body, 404)));
        Func<Task>[] calls =
        [
            () => client.Restream.GetAsync("ls-1"),
            () => client.Restream.DeleteAsync("ls-1"),
            () => Expect.All(client.Restream.ListPlatformsAsync("ls-1")),
            () => client.Restream.UpdatePlatformAsync("ls-1", new RestreamPlatform { PlatId = 1 }, new RestreamPlatformChange()),
        ];

        foreach (Func<Task> call in calls)
        {
            LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(call);
            Assert.Contains("Get-LsRestream", error.Recommendation, StringComparison.Ordinal);
            Assert.DoesNotContain("Get-LsChannel", error.Recommendation, StringComparison.Ordinal);
        }
    }

    // What the catalog says of live channels names cmdlets that do nothing for a re-stream.
    [Theory]
    [InlineData(250114, "ChannelNotReady")]
    [InlineData(250102, "ChannelPublishing")]
    [InlineData(250131, "InvalidChannelValue")]
    public async Task Advice_is_about_re_streams(int code, string name)
    {
        LiveStationClient client = Clients.Of(new ScriptedHandler(ScriptedHandler.Json("{\"error\":{\"errorCode\":" + code + ",\"message\":\"m\"}}", 409)));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Restream.DeleteAsync("ls-1"));

        Assert.Equal(name, error.ErrorId);
        Assert.Contains("LsRestream", error.Recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain("LsChannel", error.Recommendation, StringComparison.Ordinal);
    }

    private static Task<RestreamChannel> GetAsync(string body) => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).Restream.GetAsync("ls-1");

    private static async Task<RestreamPlatform> PlatformAsync(string platform)
    {
        List<RestreamPlatform> platforms = await Expect.All(Clients.Of(new ScriptedHandler(ScriptedHandler.Json("{\"content\":[" + platform + "]}"))).Restream.ListPlatformsAsync("ls-1"));
        return Assert.Single(platforms);
    }
}
