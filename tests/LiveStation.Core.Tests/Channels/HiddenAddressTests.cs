using System;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Channels;

/// <summary>Addresses that let somebody in are shown without what does it; the host stays readable.</summary>
public class HiddenAddressTests
{
    // That SRT addresses carry the key in the query is an inference of the API notes.
    [Theory]
    [InlineData("rtmp://ingest.example:8080/relay", "rtmp://ingest.example:8080/relay")]
    [InlineData("srt://ingest.example:8080?streamid=MARKER", "srt://ingest.example:8080?streamid=********")]
    [InlineData("srt://ingest.example:8080?streamid=MARKER&passphrase=MARKER", "srt://ingest.example:8080?streamid=********&passphrase=********")]
    [InlineData("srt://ingest.example:8080?MARKER", "srt://ingest.example:8080?********")]
    [InlineData("https://user:MARKER@hook.example/live?token=MARKER#x", "https://********@hook.example/live?token=********#x")]
    public async Task An_address_shows_its_host_and_no_secret(string address, string shown)
    {
        Channel channel = await Clients.Of(new ScriptedHandler(ScriptedHandler.Json(
            $$$"""{"content":{"channelId":"ls-1","publishUrl":"{{{address}}}","globalPublishUrl":"{{{address}}}","callbackEndpoint":"{{{address}}}"}}"""))).Channels.GetAsync("ls-1");

        foreach (Uri? uri in new[] { channel.PublishUrl, channel.GlobalPublishUrl, channel.CallbackEndpoint })
        {
            Assert.Equal(shown, uri!.OriginalString);
            Assert.DoesNotContain("MARKER", uri.AbsoluteUri, StringComparison.Ordinal);
        }

        foreach (Uri? uri in new[] { channel.RevealPublishUrl(), channel.RevealGlobalPublishUrl(), channel.RevealCallbackEndpoint() })
        {
            Assert.Equal(address, uri!.OriginalString);
        }
    }

    [Fact]
    public async Task Fields_that_are_new_are_masked_by_their_names_at_any_depth()
    {
        Channel channel = await Clients.Of(new ScriptedHandler(ScriptedHandler.Json(
            """{"content":{"channelId":"ls-1","srtPassphrase":"MARKER","plain":7,"nested":{"apiToken":"MARKER","list":[{"secretValue":["MARKER"],"ok":1}]}}}"""))).Channels.GetAsync("ls-1");

        string all = string.Join(";", channel.GetAdditionalFields());

        Assert.DoesNotContain("MARKER", all, StringComparison.Ordinal);
        Assert.Contains("[plain, 7]", all, StringComparison.Ordinal);
        Assert.Contains("\"ok\":1", all, StringComparison.Ordinal);
    }
}
