using System;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>Proxies on real sockets: one that wants a login, is down, refuses, answers with a web page, and one that lets calls through.</summary>
public sealed class ProxyTests
{
    private const string Marker = "pass-marker";
    private const string Challenge = "Proxy-Authenticate: Basic realm=\"company\"";

    [Fact]
    public async Task A_proxy_that_wants_a_login_is_told_as_that_and_no_call_goes_out()
    {
        await using RawServer proxy = new(Reply.Empty(407, Challenge, "Connection: close"));

        LiveStationTransportException error = await FailureAsync(proxy.Address);

        Assert.Equal("ProxyLoginNeeded", error.ErrorId);
        Assert.Contains($"the proxy {proxy.Address.GetLeftPart(UriPartial.Authority)} wants a login", error.Message, StringComparison.Ordinal);
        Assert.Contains("-ProxyCredential", error.Recommendation, StringComparison.Ordinal);
        Assert.False(error.WasSent);
        Assert.Equal(1, error.Attempts);
        Assert.All(proxy.Requests, request => Assert.Equal("CONNECT livestation.example:443", $"{request.Method} {request.Target}"));
        Assert.All(proxy.Requests, request => Assert.DoesNotContain("x-ncp", request.Head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_login_is_given_when_asked_for_and_told_to_nobody()
    {
        await using RawServer proxy = new(Reply.Empty(407, Challenge, "Connection: close"));

        LiveStationTransportException error = await FailureAsync(proxy.Address, new NetworkCredential("someone", Marker));

        Assert.Equal("ProxyLoginNeeded", error.ErrorId);
        Assert.Contains(proxy.Requests, request => request["Proxy-Authorization"] == "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("someone:" + Marker)));
        Assert.DoesNotContain(Marker, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("someone", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_is_down_is_named_and_tried_again()
    {
        Uri address;
        await using (RawServer proxy = new(Reply.Empty(200)))
        {
            address = proxy.Address;
        }

        LiveStationTransportException error = await FailureAsync(address);

        Assert.Equal("ProxyUnreachable", error.ErrorId);
        Assert.Contains($"the proxy {address.GetLeftPart(UriPartial.Authority)} cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.Contains("HTTPS_PROXY", error.Recommendation, StringComparison.Ordinal);
        Assert.False(error.WasSent);
        Assert.Equal(2, error.Attempts);
    }

    [Fact]
    public async Task A_proxy_whose_name_nobody_knows_is_unreachable_too()
    {
        Assert.Equal("ProxyUnreachable", (await FailureAsync(new Uri("http://no-such-proxy.invalid:3128"))).ErrorId);
    }

#if !NETFRAMEWORK // HttpWebRequest gives a refused tunnel as the answer of the service, and Mono waits for TLS until time is up.
    [Theory]
    [InlineData(401, 1, "ProxyLoginNeeded", "wants a login")]
    [InlineData(403, 1, "ProxyRefused", "makes no connection to livestation.example (HTTP 403)")]
    [InlineData(502, 2, "ProxyRefused", "makes no connection to livestation.example (HTTP 502)")]
    [InlineData(503, 2, "ProxyRefused", "makes no connection to livestation.example (HTTP 503)")]
    public async Task A_proxy_that_makes_no_connection_is_told_with_what_it_says(int status, int attempts, string errorId, string words)
    {
        await using RawServer proxy = new(Reply.Bytes(Encoding.ASCII.GetBytes("<html>blocked</html>"), status, "Content-Type: text/html", "Connection: close"));

        LiveStationTransportException error = await FailureAsync(proxy.Address);

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.False(error.WasSent);
        Assert.Equal(attempts, error.Attempts);
    }

    [Fact]
    public async Task A_web_page_in_place_of_the_tunnel_is_no_TLS()
    {
        await using RawServer proxy = new(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 26\r\n\r\n<html>Please log in</html>");
            await exchange.DrainAsync();
        });

        LiveStationTransportException error = await FailureAsync(proxy.Address);

        Assert.Equal("TlsFailed", error.ErrorId);
        Assert.Contains("log in with a browser", error.Recommendation, StringComparison.Ordinal);
        Assert.False(error.WasSent);
    }
#endif

    [Fact]
    public async Task A_proxy_that_never_answers_is_named_when_time_is_up()
    {
        await using RawServer proxy = new(Reply.Silence());
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Proxy = proxy.Address, Endpoint = new Uri("https://livestation.example"), MaxAttempts = 1, Timeout = TimeSpan.FromMilliseconds(300) });

        LiveStationTransportException error = await Assert.ThrowsAsync<LiveStationTransportException>(() => client.Channels.GetAsync("a"));

        Assert.Equal("RequestTimeout", error.ErrorId);
        Assert.Contains(" through " + proxy.Address.GetLeftPart(UriPartial.Authority), error.Message, StringComparison.Ordinal);
    }

    private static async Task<LiveStationTransportException> FailureAsync(Uri proxy, NetworkCredential? login = null)
    {
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential)
        {
            Proxy = proxy,
            ProxyCredential = login,
            Endpoint = new Uri("https://livestation.example"),
            MaxAttempts = 2,
            TimeProvider = new TestTime(),
        });
        return await Assert.ThrowsAsync<LiveStationTransportException>(() => client.Channels.GetAsync("a"));
    }
}
