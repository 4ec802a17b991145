using System;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

public sealed class EndpointTests
{
    [Theory]
    [InlineData(Zone.Public, null, "https://livestation.apigw.ntruss.com/api/v2", "KR")]
    [InlineData(Zone.Financial, null, "https://livestation.apigw.ntruss.com/api/fin-v2", "FKR")]
    [InlineData(Zone.Public, "https://example.com", "https://example.com/api/v2", "KR")]
    [InlineData(Zone.Financial, "https://example.com:8443/", "https://example.com:8443/api/fin-v2", "FKR")]
    [InlineData(Zone.Financial, "https://example.com/own/prefix/", "https://example.com/own/prefix", "FKR")]
    [InlineData(Zone.Public, "http://localhost:5000", "http://localhost:5000/api/v2", "KR")]
    [InlineData(Zone.Public, "http://LOCALHOST:5000", "http://localhost:5000/api/v2", "KR")]
    [InlineData(Zone.Public, "http://loopback", "http://localhost/api/v2", "KR")]
    [InlineData(Zone.Public, "http://127.0.0.1:5000", "http://127.0.0.1:5000/api/v2", "KR")]
    [InlineData(Zone.Public, "http://127.8.9.10", "http://127.8.9.10/api/v2", "KR")]
    [InlineData(Zone.Public, "http://[::1]:5000", "http://[::1]:5000/api/v2", "KR")]
    public void Zone_and_endpoint_give_the_base_address(Zone zone, string? endpoint, string expected, string region)
    {
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Zone = zone, Endpoint = endpoint is null ? null : new Uri(endpoint) });

        Assert.Equal(expected, client.Endpoint.AbsoluteUri);
        Assert.Equal(region, client.RegionCode);
    }

    [Theory]
    [InlineData("http://example.com", "plain http")]
    [InlineData("http://localhost.example.com", "plain http")]
    [InlineData("http://192.168.0.1", "plain http")]
    [InlineData("http://0.0.0.0:80", "plain http")]
    [InlineData("ftp://example.com", "neither https nor http")]
    [InlineData("file:///etc/passwd", "neither https nor http")]
    [InlineData("https://user:pass-marker@example.com", "user name")]
    [InlineData("http://user:pass-marker@localhost", "user name")]
    [InlineData("https://example.com?pass-marker", "query or fragment")]
    [InlineData("https://example.com/api#pass-marker", "query or fragment")]
    [InlineData("/api/v2", "not an absolute address")]
    public void An_endpoint_that_cannot_serve_is_refused_before_anything_is_sent(string endpoint, string reason)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{}"));
        LiveStationClientOptions options = new(Keys.Credential)
        {
            Endpoint = new Uri(endpoint, endpoint[0] == '/' ? UriKind.Relative : UriKind.Absolute),
            Handler = handler,
        };

        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => new LiveStationClient(options));

        Assert.Equal("InvalidEndpoint", error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Give -Endpoint as https://host", error.Recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain("pass-marker", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData(Zone.Public, null, "https://kr.object.ncloudstorage.com/", "kr-standard")]
    [InlineData(Zone.Financial, null, "https://kr.object.fin-ncloudstorage.com/", "fin-standard")]
    [InlineData(Zone.Financial, "https://store.example.com:9000/", "https://store.example.com:9000/", "fin-standard")]
    public void Zone_and_endpoint_give_the_store(Zone zone, string? endpoint, string expected, string region)
    {
        Assert.Equal(expected, ServiceAddress.StorageOf(zone, endpoint is null ? null : new Uri(endpoint)).AbsoluteUri);
        Assert.Equal(region, ServiceAddress.StorageRegionOf(zone));
    }

    [Theory]
    [InlineData("https://store.example.com/bucket", "InvalidEndpoint", "The endpoint 'https://store.example.com")]
    [InlineData("http://store.example.com", "InvalidEndpoint", "-StorageEndpoint")]
    public void A_store_that_cannot_serve_is_refused(string endpoint, string errorId, string told)
    {
        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => ServiceAddress.StorageOf(Zone.Public, new Uri(endpoint)));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(told, error.Message + error.Recommendation, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Recommendation);
    }

    [Theory]
    [InlineData(Zone.Public, null, "KR")]
    [InlineData(Zone.Financial, null, "FKR")]
    [InlineData(Zone.Public, "JPN", "JPN")]
    public async Task Every_call_names_the_region(Zone zone, string? regionCode, string expected)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(Lists.Of()));
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Zone = zone, RegionCode = regionCode, Handler = handler });

        await Expect.All(client.Recordings.ListAsync(Lists.ChannelId));

        ScriptedHandler.Sent sent = Assert.Single(handler.Requests);
        Assert.Equal(expected, sent.Region);
    }

    [Fact]
    public async Task A_path_in_the_endpoint_replaces_the_prefix_of_the_zone_on_the_wire()
    {
        await using RawServer server = new(Reply.Json(Lists.Of()));
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Zone = Zone.Financial, Endpoint = new Uri(server.Address, "/gateway/live") });

        await Expect.All(client.Recordings.ListAsync("ls-1"));

        Assert.Equal("/gateway/live/channels/ls-1/records", Assert.Single(server.Requests).Target);
    }
}
