using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class EdgeTests
{
    [Fact]
    public async Task Addresses_lead_to_playlists_without_a_key_while_the_channel_is_on_air()
    {
        await using Line line = await Line.OpenAsync(socket: true);
        string id = line.Caller.Emulator.Channels.Add("live");
        Uri[] addresses = [.. (await line.Caller.ContentAsync("GET", $"/channels/{id}/serviceUrls?serviceUrlType=GENERAL")).AsArray().Select(it => new Uri(it!["url"]!.ToString()))];
        using HttpClient player = new();

        Assert.All(addresses, address => Assert.Equal(line.Address.Authority, address.Authority));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(addresses[0]));
        line.Caller.Emulator.Channels.StartPublishing(id);
        Assert.StartsWith("#EXTM3U\n", await player.GetStringAsync(addresses[0], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(new Uri(line.Address, "/live/video/ls-none/720p-16-9/playlist.m3u8")));
        line.Caller.Emulator.Channels.StopPublishing(id);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(addresses[0]));

        async Task<HttpStatusCode> StatusAsync(Uri address)
        {
            using HttpResponseMessage answer = await player.GetAsync(address, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task In_the_process_they_are_those_of_the_edge()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");

        Assert.All((await caller.ContentAsync("GET", $"/channels/{id}/serviceUrls?serviceUrlType=GENERAL")).AsArray(), it => Assert.StartsWith("https://sample11577.edge.example/live/video/", it!["url"]!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_comes_in_may_be_weak_until_the_broadcast_ends()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");
        Assert.Throws<InvalidOperationException>(() => caller.Emulator.Channels.SetStream(id, 1));
        caller.Emulator.Channels.StartPublishing(id);
        caller.Emulator.Channels.SetStream(id, 380_000, 11.5);

        JsonNode video = (await caller.ContentAsync("GET", $"/channels/{id}/streamMetadata"))["video"]!;
        Assert.Equal((380_000, 11.5), ((long)video["bitrate"]!, (double)video["fps"]!));
        caller.Emulator.Channels.StopPublishing(id);
        caller.Emulator.Channels.StartPublishing(id);
        Assert.Equal(2_000_000, (long)(await caller.ContentAsync("GET", $"/channels/{id}/streamMetadata"))["video"]!["bitrate"]!);
    }
}
