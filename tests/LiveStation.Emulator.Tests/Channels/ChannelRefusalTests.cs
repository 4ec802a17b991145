using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class ChannelRefusalTests
{
    [Theory]
    [InlineData("channelName", 250142)]
    [InlineData("channelName=null", 250142)]
    [InlineData("channelName=\"ab\"", 250104)]
    [InlineData("channelName=\"abcdefghijklmnopqrstu\"", 250104)]
    [InlineData("channelName=\"a-b-c\"", 250104)]
    [InlineData("channelName=\"아침 뉴스\"", 250104)]
    [InlineData("channelName=\"아침뉴스_1\"", 0)]
    [InlineData("channelName=5", 250002)]
    [InlineData("qualitySetId", 250116)]
    [InlineData("qualitySetId=99", 250301)]
    [InlineData("qualitySetId=\"3\"", 250002)]
    [InlineData("qualitySetId=3.5", 250002)]
    [InlineData("cdn.profileId=\"4207\"", 250002)]
    [InlineData("timemachineMin=\"360\"", 250002)]
    [InlineData("ingestProtocol=\"RTMP\"", 0)]
    [InlineData("ingestProtocol=\"SRT\"", 0)]
    [InlineData("ingestProtocol=\"srt\"", 250002)]
    [InlineData("ingestProtocol=\"WHIP\"", 250002)]
    [InlineData("cdn", 250118)]
    [InlineData("cdn.cdnType", 250118)]
    [InlineData("cdn.cdnType=\"CDN_PLUS\"", 250120)]
    [InlineData("cdn.createCdn", 250011)]
    [InlineData("cdn.createCdn=false", 250119)]
    [InlineData("cdn.createCdn=false;cdn.cdnInstanceNo=1", 250011)]
    [InlineData("cdn.createCdn=false;cdn.cdnInstanceNo=1;cdn.cdnDomain=\"a.example\"", 0)]
    [InlineData("cdn.profileId", 250011)]
    [InlineData("cdn.regionType", 250011)]
    [InlineData("cdn.regionType=\"MARS\"", 250002)]
    [InlineData("useDvr", 250011)]
    [InlineData("useDvr=\"yes\"", 250002)]
    [InlineData("timemachineMin", 250138)]
    [InlineData("timemachineMin=60", 250122)]
    [InlineData("useDvr=false;immediateOnAir=true", 250139)]
    [InlineData("useDvr=false;timemachineMin", 0)]
    [InlineData("record", 250011)]
    [InlineData("record.type=\"SOMETIMES\"", 250002)]
    [InlineData("record.format=\"AVI\"", 250002)]
    [InlineData("record.type=\"AUTO_UPLOAD\"", 250011)]
    [InlineData("record.type=\"AUTO_UPLOAD\";record.bucketName=\"b\";record.filePath=\"live\"", 250002)]
    [InlineData("record.type=\"AUTO_UPLOAD\";record.bucketName=\"My_Bucket\";record.filePath=\"/live\"", 250704)]
    [InlineData("record.type=\"AUTO_UPLOAD\";record.bucketName=\"b\";record.filePath=\"/live\"", 0)]
    [InlineData("record.accessControl=\"SECRET\"", 250002)]
    [InlineData("outputProtocol=\"RTSP\"", 250002)]
    [InlineData("outputProtocol=\"LL_HLS\";qualitySetId=4;cdn.regionType=\"JAPAN\"", 250182)]
    [InlineData("outputProtocol=\"LL_HLS\"", 250002)]
    [InlineData("outputProtocol=\"LL_HLS\";qualitySetId=4", 0)]
    [InlineData("drmEnabledYn", 250011)]
    [InlineData("drmEnabledYn=true", 250011)]
    [InlineData("drmEnabledYn=true;drm={\"siteId\":\"s\",\"contentId\":\"abc\"}", 0)]
    public async Task Create_keeps_to_the_rules(string changes, int code)
    {
        (Caller caller, _) = Caller.Offline();

        await caller.ExpectAsync("POST", "/channels", Bodies.With(Bodies.Create, changes), code);

        Assert.Equal(code == 0 ? 1 : 0, caller.Emulator.Channels.Ids.Count);
    }

    [Theory]
    [InlineData("cdn.cdnType=\"GLOBAL_EDGE\"", 250120)]
    [InlineData("", 0)]
    [InlineData("cdn.createCdn=false", 250119)]
    [InlineData("cdn.createCdn=false;cdn.cdnInstanceNo=1", 0)]
    [InlineData("cdn.createCdn=false;cdn.cdnInstanceNo=1;cdn.cdnDomain=\"a.example\"", 250002)]
    [InlineData("cdn.profileId=4207", 250002)]
    [InlineData("cdn.regionType=\"KOREA\"", 250002)]
    [InlineData("outputProtocol=\"LL_HLS\";qualitySetId=4", 250182)]
    [InlineData("drmEnabledYn=false", 250002)]
    [InlineData("drmEnabledYn=true;drm={\"siteId\":\"s\",\"contentId\":\"abc\"}", 250002)]
    [InlineData("drm={\"siteId\":\"s\",\"contentId\":\"abc\"}", 250002)]
    public async Task The_financial_zone_has_rules_of_its_own(string changes, int code)
    {
        (Caller caller, _) = Caller.Offline();
        caller.Prefix = "/api/fin-v2";
        string body = Bodies.With(Bodies.Create, "cdn.cdnType=\"CDN_PLUS\";cdn.profileId;cdn.regionType;drmEnabledYn");

        await caller.ExpectAsync("POST", "/channels", Bodies.With(body, changes), code);
    }

    [Fact]
    public async Task The_financial_zone_moves_no_channel_to_an_edge_that_it_does_not_have()
    {
        (Caller caller, _) = Caller.Offline();
        caller.Prefix = "/api/fin-v2";
        string id = caller.Emulator.Channels.Add("channel");
        const string cdn = "\"cdn\":{\"cdnInstanceNo\":2,\"profileId\":3}";

        await caller.ExpectAsync("POST", $"/channels/{id}/cdnInfo", "{" + cdn + "}", 250120);
        await caller.ExpectAsync("POST", "/channels/cdnInfo", $$"""{"channelList":["{{id}}"],{{cdn}}}""", 250120);
    }

    [Fact]
    public async Task Numbers_as_text_are_taken_by_the_liberal_kind_only()
    {
        (Caller strict, _) = Caller.Offline();
        (Caller liberal, _) = Caller.Offline(takesNumbersAsText: true);
        string create = Bodies.With(Bodies.Create, "qualitySetId=\"3\";cdn.profileId=\"4207\"");

        await strict.ExpectAsync("POST", "/channels", create, 250002);
        await liberal.ExpectAsync("POST", "/channels", create, 0);
        foreach ((Caller caller, int code) in new[] { (strict, 250002), (liberal, 0) })
        {
            long record = caller.Emulator.Recordings.Add(caller.Emulator.Channels.Add("channel"), 1)[0];
            await caller.ExpectAsync("POST", "/buckets/b/upload", $$"""{"recordIds":["{{record}}"]}""", code);
        }

        await liberal.ExpectAsync("POST", "/channels", Bodies.With(Bodies.Create, "qualitySetId=\"three\""), 250002);
        await liberal.ExpectAsync("POST", "/channels", Bodies.With(Bodies.Create, "useDvr=\"true\""), 250002);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("channelName", 250142)]
    [InlineData("channelName=\"x\"", 250104)]
    [InlineData("useDvr", 250011)]
    [InlineData("useDvr=true", 250138)]
    [InlineData("timemachineMin=1", 250122)]
    [InlineData("immediateOnAir", 250011)]
    [InlineData("immediateOnAir=true", 250139)]
    [InlineData("record", 250011)]
    [InlineData("outputProtocol=\"LL_HLS\"", 250002)]
    [InlineData("outputProtocol=\"HLS,DASH\"", 0)]
    [InlineData("envType=\"DEV\"", 0)]
    [InlineData("ingestProtocol=\"RTMP\"", 250002)]
    [InlineData("ingestProtocol=\"SRT\"", 250002)]
    public async Task Update_keeps_to_the_rules(string changes, int code)
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("before");

        await caller.ExpectAsync("PUT", "/channels/" + id, Bodies.With(Bodies.Update, changes), code);
    }

    [Theory]
    [InlineData("POST", "/channels", "no json")]
    [InlineData("POST", "/channels", "")]
    [InlineData("POST", "/channels", "[]")]
    [InlineData("POST", "/channels", """{"channelName":"one","channelName":"two"}""")]
    [InlineData("POST", "/channels", """{"cdn":{"cdnType":"A","cdnType":"B"}}""")]
    [InlineData("POST", "/buckets/b/upload", "{")]
    [InlineData("POST", "/channels/cdnInfo", "{")]
    public async Task A_body_that_is_no_json_object_is_refused(string method, string path, string body) =>
        await Caller.Offline().Caller.ExpectAsync(method, path, body, 250012);

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PUT", "")]
    [InlineData("DELETE", "")]
    [InlineData("PUT", "/on")]
    [InlineData("PUT", "/off")]
    [InlineData("GET", "/serviceUrls?serviceUrlType=GENERAL")]
    [InlineData("GET", "/streamMetadata")]
    [InlineData("PUT", "/switch-stream")]
    [InlineData("POST", "/cdnInfo")]
    [InlineData("PUT", "/startRecord")]
    [InlineData("PUT", "/stopRecord")]
    [InlineData("GET", "/records")]
    [InlineData("DELETE", "/records")]
    [InlineData("GET", "/records/1")]
    public async Task An_unknown_channel_is_refused_by_every_operation(string method, string path) =>
        await Caller.Offline().Caller.ExpectAsync(method, "/channels/ls-%2F%ED%95%9C" + path, "{}", 250123);

    // What is done to a channel named %, and what it is refused with.
    [Theory]
    [InlineData("", "DELETE", "", null, 0)]
    [InlineData("publish", "DELETE", "", null, 250114)]
    [InlineData("block", "DELETE", "", null, 250114)]
    [InlineData("cdn", "DELETE", "", null, 250109)]
    [InlineData("", "PUT", "/startRecord", null, 250134)]
    [InlineData("publish,record", "PUT", "/startRecord", null, 250135)]
    [InlineData("norecord,publish", "PUT", "/startRecord", null, 250005)]
    [InlineData("publish", "PUT", "/stopRecord", null, 250137)]
    [InlineData("", "GET", "/streamMetadata", null, 250101)]
    [InlineData("publish", "GET", "/streamMetadata", null, 0)]
    [InlineData("", "PUT", "/switch-stream", null, 250101)]
    [InlineData("publish", "PUT", "/switch-stream", null, 250005)]
    [InlineData("", "GET", "/serviceUrls", null, 250011)]
    [InlineData("", "GET", "/serviceUrls?serviceUrlType=OTHER", null, 250002)]
    [InlineData("", "GET", "/serviceUrls?serviceUrlType=GENERAL", null, 0)]
    [InlineData("", "GET", "/serviceUrls?serviceUrlType=THUMBNAIL", null, 0)]
    [InlineData("cdn", "GET", "/serviceUrls?serviceUrlType=GENERAL", null, 250124)]
    [InlineData("block", "GET", "/serviceUrls?serviceUrlType=GENERAL", null, 250125)]
    [InlineData("", "GET", "/serviceUrls?serviceUrlType=TIMEMACHINE", null, 250141)]
    [InlineData("norecord", "GET", "/serviceUrls?serviceUrlType=TIMEMACHINE", null, 250121)]
    [InlineData("publish,record", "GET", "/serviceUrls?serviceUrlType=TIMEMACHINE", null, 0)]
    [InlineData("", "POST", "/cdnInfo", "{}", 250011)]
    [InlineData("", "POST", "/cdnInfo", """{"cdn":{"profileId":1}}""", 250119)]
    [InlineData("", "POST", "/cdnInfo", """{"cdn":{"cdnInstanceNo":1}}""", 250011)]
    [InlineData("publish", "POST", "/cdnInfo", """{"cdn":{"cdnInstanceNo":1,"profileId":1}}""", 250102)]
    [InlineData("block", "POST", "/cdnInfo", """{"cdn":{"cdnInstanceNo":1,"profileId":1}}""", 250005)]
    [InlineData("", "GET", "/records/1", null, 250702)]
    [InlineData("", "GET", "/records/first", null, 250021)]
    [InlineData("", "DELETE", "/records", "{}", 250011)]
    [InlineData("", "DELETE", "/records", """{"recordIds":[1]}""", 250702)]
    [InlineData("", "DELETE", "/records", """{"recordIds":["x"]}""", 250002)]
    public async Task An_operation_is_refused_in_the_wrong_state(string before, string method, string path, string? body, int code)
    {
        (Caller caller, _) = Caller.Offline();
        bool plain = before.Contains("norecord", StringComparison.Ordinal);
        string id = caller.Emulator.Channels.Add("channel", plain ? "NO_RECORD" : "MANUAL_UPLOAD", useDvr: !plain);
        foreach (string step in before.Split(','))
        {
            await (step switch
            {
                "publish" => Task.Run(() => caller.Emulator.Channels.StartPublishing(id), TestContext.Current.CancellationToken),
                "block" => caller.ContentAsync("PUT", $"/channels/{id}/off"),
                "record" => caller.ContentAsync("PUT", $"/channels/{id}/startRecord"),
                "cdn" => caller.ContentAsync("POST", $"/channels/{id}/cdnInfo", """{"cdn":{"cdnInstanceNo":2,"profileId":3}}"""),
                _ => Task.CompletedTask,
            });
        }

        await caller.ExpectAsync(method, $"/channels/{id}{path}", body, code);
    }

    [Fact]
    public async Task A_channel_that_is_being_made_can_do_nothing()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = (await caller.ContentAsync("POST", "/channels", Bodies.Create))["channelId"]!.ToString();

        await caller.ExpectAsync("DELETE", "/channels/" + id, null, 250114);
        await caller.ExpectAsync("PUT", $"/channels/{id}/off", null, 250005);
        await caller.ExpectAsync("GET", $"/channels/{id}/serviceUrls?serviceUrlType=GENERAL", null, 250124);
        Assert.Throws<InvalidOperationException>(() => caller.Emulator.Channels.StartPublishing(id));
        time.Advance(TimeSpan.FromSeconds(1));
        await caller.ExpectAsync("DELETE", "/channels/" + id, null, 0);
    }
}
