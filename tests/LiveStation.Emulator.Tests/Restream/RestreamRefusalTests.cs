using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests.Restream;

public class RestreamRefusalTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("channelName", 250142)]
    [InlineData("channelName=\"x\"", 250104)]
    [InlineData("channelName=\"has blank\"", 250104)]
    [InlineData("channelName=\"한글_이름\"", 0)]
    [InlineData("envType=\"DEV\"", 0)]
    [InlineData("envType=\"LAB\"", 250002)]
    [InlineData("planType", 250011)]
    [InlineData("planType=\"ULTRA\"", 250127)]
    [InlineData("planType=7", 250002)]
    [InlineData("restream", 250128)]
    [InlineData("restream=[]", 250128)]
    [InlineData("restream=[];planType=\"PROFESSIONAL\"", 250126)]
    [InlineData("restream=\"YOUTUBE\"", 250002)]
    [InlineData("restream=[7]", 250002)]
    [InlineData("restream=[{}]", 250011)]
    [InlineData("restream=[{\"targetName\":\"CHANNEL9\",\"rtmpUrl\":\"rtmp://a\",\"streamKey\":\"k\"}]", 250130)]
    [InlineData("restream=[{\"targetName\":\"TWITCH\",\"rtmpUrl\":\"rtmp://a\",\"streamKey\":\"k\"}]", 0)]
    [InlineData("restream=[{\"targetName\":\"CUSTOM\",\"streamKey\":\"k\"}]", 250129)]
    [InlineData("restream=[{\"targetName\":\"CUSTOM\",\"rtmpUrl\":\"https://a\",\"streamKey\":\"k\"}]", 250129)]
    [InlineData("restream=[{\"targetName\":\"CUSTOM\",\"rtmpUrl\":\"rtmp://a\"}]", 250143)]
    [InlineData("restream=[{\"targetName\":\"CUSTOM\",\"rtmpUrl\":\"rtmp://a\",\"streamKey\":\"\"}]", 250143)]
    public async Task A_new_re_stream_keeps_to_the_rules(string changes, int code) =>
        await Caller.Offline().Caller.ExpectAsync("POST", "/re-stream/channels", Bodies.With(RestreamBodies.Create, changes), code);

    [Theory]
    [InlineData("STANDARD", 3, 0)]
    [InlineData("STANDARD", 4, 250128)]
    [InlineData("PROFESSIONAL", 5, 0)]
    [InlineData("PROFESSIONAL", 6, 250126)]
    public async Task A_plan_has_a_number_of_targets(string plan, int targets, int code)
    {
        string list = string.Join(",", Enumerable.Repeat(RestreamBodies.Target(), targets));

        await Caller.Offline().Caller.ExpectAsync("POST", "/re-stream/channels", Bodies.With(RestreamBodies.Create, $"planType=\"{plan}\";restream=[{list}]"), code);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("rtmpUrl", 250129)]
    [InlineData("rtmpUrl=\"a\"", 250129)]
    [InlineData("streamKey", 250143)]
    [InlineData("streamId;streamPassword", 0)]
    public async Task A_change_of_a_target_keeps_to_the_rules(string changes, int code)
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Restream.Add("evening", "YOUTUBE");

        await caller.ExpectAsync("PUT", $"/re-stream/channels/{id}/platforms/{caller.Emulator.Restream.PlatformIds(id)[0]}", Bodies.With(RestreamBodies.Update, changes), code);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "/platforms")]
    [InlineData("PUT", "/platforms/1")]
    public async Task An_unknown_re_stream_is_refused_by_every_operation(string method, string path) =>
        await Caller.Offline().Caller.ExpectAsync(method, "/re-stream/channels/ls-1" + path, "{}", 250123);

    [Theory]
    [InlineData("1", 250004)]
    [InlineData("first", 250021)]
    [InlineData("-1", 250021)]
    public async Task An_unknown_target_is_refused(string number, int code)
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Restream.Add("evening", "YOUTUBE");

        await caller.ExpectAsync("PUT", $"/re-stream/channels/{id}/platforms/{number}", RestreamBodies.Update, code);
    }
}
