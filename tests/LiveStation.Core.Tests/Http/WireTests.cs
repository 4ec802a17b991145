using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>What really goes over the wire.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData("ls-20200313162828-G60tN")]
    [InlineData("테스트 채널")]
    [InlineData("a/b?c#d")]
    [InlineData("../../secrets")]
    [InlineData("..%2F..%2Fsecrets")]
    [InlineData("%2F")]
    [InlineData("%2e%2e")]
    [InlineData("...")]
    [InlineData("a+b c&d=e;f,g:h@i$j!k*l'm(n)o~p")]
    [InlineData("[x]{y}|z\\^`\"<>")]
    [InlineData("😀")]
    [InlineData("line\r\nx-injected: 1")]
    [InlineData("\u0000\u007f\u00a0")]
    public async Task An_id_is_one_escaped_segment_and_the_signed_path_is_the_one_on_the_wire(string channelId)
    {
        await using RawServer server = new(Reply.Json(Lists.Of()));

        await Expect.All(Clients.At(server).Recordings.ListAsync(channelId));

        RawRequest request = Assert.Single(server.Requests);
        Assert.Equal("/api/v2/channels/" + PercentEncode(channelId) + "/records", request.Target);
        AssertSigned(request);
        Assert.Null(request["x-injected"]);
    }

    [Fact]
    public async Task A_value_longer_than_any_address_is_refused_before_anything_is_sent()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":[],\"total\":0}"));

        LiveStationArgumentException error = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Expect.All(Clients.Of(handler).Channels.ListAsync(new ChannelFilter { ChannelName = new string('x', 70_000) })));

        Assert.Equal("InvalidIdentifier", error.ErrorId);
        Assert.Empty(handler.Requests);
    }

    // What the rules of .NET Framework 4.0 make of "%2F" and "a.", today's make of these.
    [Theory]
    [InlineData("/channels/../buckets")]
    [InlineData("/channels/%2e%2e/buckets")]
    [InlineData("/channels/a%41")]
    public void An_address_that_would_be_another_is_refused(string path)
    {
        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => ApiPath.Address("https://example.com/api/v2", path));

        Assert.Equal("InvalidIdentifier", error.ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("KR\r\nx-injected: 1")]
    [InlineData("한국")]
    public async Task A_region_that_no_header_can_hold_is_refused_before_anything_is_sent(string region)
    {
        await using RawServer server = new(Reply.Json(Lists.Of()));

        LiveStationArgumentException error = await Assert.ThrowsAsync<LiveStationArgumentException>(async () =>
        {
            LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Endpoint = server.Address, RegionCode = region });
            await Expect.All(client.Recordings.ListAsync("x"));
        });

        Assert.Equal("InvalidIdentifier", error.ErrorId);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("테스트")]
    [InlineData("a b&pageNo=9#x=%2F+?/'()!*")]
    [InlineData("100%")]
    public async Task A_query_is_escaped_once_and_the_signed_one_is_the_one_on_the_wire(string name)
    {
        await using RawServer server = new(Reply.Json("{\"content\":[],\"total\":0}"));

        await Expect.All(Clients.At(server).Channels.ListAsync(new ChannelFilter { ChannelName = name, ChannelStatus = ChannelStatus.ForceBlock, ChannelId = "ls-" }));

        RawRequest request = Assert.Single(server.Requests);
        Assert.StartsWith("/api/v2/channels?", request.Target, StringComparison.Ordinal);
        Assert.Equal(["channelName=" + PercentEncode(name), "channelStatus=FORCE_BLOCK", "id=ls-", "pageNo=1", "pageSizeNo=100"], Expect.Query(request.Target));
        AssertSigned(request);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("half {0} a character")]
    public async Task An_id_that_would_reach_something_else_is_refused_before_anything_is_sent(string text)
    {
        // An attribute cannot hold half a character.
        string channelId = text.Replace("{0}", "\ud83d");
        await using RawServer server = new(Reply.Json(Lists.Of()));
        LiveStationClient client = Clients.At(server);

        LiveStationArgumentException list = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Expect.All(client.Recordings.ListAsync(channelId)));
        LiveStationArgumentException one = await Assert.ThrowsAsync<LiveStationArgumentException>(() => client.Recordings.GetAsync(channelId, 1));
        LiveStationArgumentException channel = await Assert.ThrowsAsync<LiveStationArgumentException>(() => client.Channels.GetAsync(channelId));

        Assert.All(new[] { list, one, channel }, error =>
        {
            Assert.Equal("InvalidIdentifier", error.ErrorId);
            Assert.Equal(ErrorKind.InvalidArgument, error.Kind);
            Assert.Equal(0, error.Attempts);
        });
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Every_call_carries_the_documented_headers_and_never_the_secret()
    {
        await using RawServer server = new(Reply.Json("{\"content\":[],\"total\":0}"));

        await Expect.All(Clients.At(server).Channels.ListAsync());

        RawRequest request = Assert.Single(server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("application/json", request["Content-Type"]);
        Assert.Equal("application/json", request["Accept"]);
        Assert.Equal("KR", request["x-ncp-region_code"]);
        Assert.Equal(Keys.AccessKey, request["x-ncp-iam-access-key"]);
        Assert.Equal(TestTime.Beginning.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), request["x-ncp-apigw-timestamp"]);
        Assert.StartsWith("LiveStation-PowerShell/", request["User-Agent"], StringComparison.Ordinal);
        Assert.Contains("gzip", request["Accept-Encoding"], StringComparison.Ordinal);
        Assert.Null(request["Cookie"]);
        Assert.Null(request["Expect"]);
        Assert.DoesNotContain(Keys.SecretKey, request.Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task A_write_sends_its_json_and_signs_its_own_method(string method)
    {
        await using RawServer server = new(Reply.Empty(200));
        HttpPipeline pipeline = Clients.Pipeline(server);

        await pipeline.SendJsonAsync(new ApiRequest(new HttpMethod(method), "/channels/x") { Body = Encoding.ASCII.GetBytes("{\"a\":1}") }, CancellationToken.None);
        await pipeline.SendJsonAsync(new ApiRequest(new HttpMethod(method), "/channels/x"), CancellationToken.None);

        Assert.Equal(["{\"a\":1}", ""], server.Requests.Select(request => request.Body));
        Assert.All(server.Requests, request =>
        {
            Assert.Equal(method, request.Method);
            Assert.Equal("application/json", request["Content-Type"]);
            AssertSigned(request);
        });
    }

    [Fact]
    public async Task Every_attempt_is_signed_afresh_with_the_time_of_its_own()
    {
        await using RawServer server = new(
            Reply.Json("{}", 503, "Retry-After: 2"),
            Reply.Json("{}", 503, "Retry-After: 3"),
            Reply.Json(Lists.Of()));

        await Expect.All(Clients.At(server).Recordings.ListAsync("ls-1"));

        long first = TestTime.Beginning.ToUnixTimeMilliseconds();
        Assert.Equal([first, first + 2000, first + 5000], server.Requests.Select(request => long.Parse(request["x-ncp-apigw-timestamp"]!, CultureInfo.InvariantCulture)));
        Assert.All(server.Requests, AssertSigned);
        Assert.Equal(3, server.Requests.Select(request => request["x-ncp-apigw-signature-v2"]).Distinct().Count());
    }

    private static void AssertSigned(RawRequest request) =>
        Assert.Equal(Keys.Sign(request.Method, request.Target, request["x-ncp-apigw-timestamp"]!), request["x-ncp-apigw-signature-v2"]);

    // RFC 3986: all but the unreserved characters, written without the framework's own escaping.
    private static string PercentEncode(string text)
    {
        StringBuilder escaped = new();
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            bool isUnreserved = b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            escaped.Append(isUnreserved ? ((char)b).ToString() : "%" + b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
