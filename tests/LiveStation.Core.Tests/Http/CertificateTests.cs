#if !NETFRAMEWORK // Mono makes no certificates, and has no SocketsHttpHandler.
using System;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>TLS with certificates that are made here: what is not trusted is told with who issued it, and what is goes through a proxy with its login.</summary>
public sealed class CertificateTests
{
    [Theory]
    [InlineData("CN=livestation.example", -1, 1, "whose issuer this machine does not trust", "root certificate")]
    [InlineData("CN=other.example", -1, 1, "for another name", "root certificate")]
    [InlineData("CN=livestation.example", -9, -8, "not valid at the time of this machine", "root certificate")]
    public async Task A_certificate_that_is_not_trusted_is_told_with_who_issued_it(string subject, int from, int to, string reason, string advice)
    {
        using X509Certificate2 certificate = Certificates.Make(subject, from, to);
        await using RawServer service = new(certificate, Reply.Json("{}"));
        await using RawServer proxy = new(exchange => exchange.TunnelAsync(service.Address));
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Proxy = proxy.Address, Endpoint = new Uri("https://livestation.example"), TimeProvider = new TestTime() });

        LiveStationTransportException error = await Assert.ThrowsAsync<LiveStationTransportException>(() => client.Channels.GetAsync("a"));

        Assert.Equal("CertificateRefused", error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains($"issued by '{subject}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Recommendation, StringComparison.Ordinal);
        Assert.False(error.WasSent);
        Assert.Equal(1, error.Attempts);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("CN=other.example", -1, 1, "for another name", "Somebody else answers")]
    [InlineData("CN=livestation.example", -9, -8, "not valid at the time of this machine", "Look at the clock")]
    public async Task Of_a_trusted_issuer_the_other_reasons_stay(string subject, int from, int to, string reason, string advice)
    {
        using X509Certificate2 certificate = Certificates.Make(subject, from, to);
        await using RawServer service = new(certificate, Reply.Json("{}"));
        await using RawServer proxy = new(exchange => exchange.TunnelAsync(service.Address));

        LiveStationTransportException error = await Assert.ThrowsAsync<LiveStationTransportException>(() => Trusting(certificate, $"http://{proxy.Address.Authority}").GetAsync("a"));

        Assert.Equal("CertificateRefused", error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("does not trust", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(advice, error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_certificate_forges_no_line()
    {
        using X509Certificate2 certificate = Certificates.Make("CN=\"a\u001b[2J\nWhat if: done\"", -1, 1);
        await using RawServer service = new(certificate, Reply.Json("{}"));
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Endpoint = new Uri($"https://127.0.0.1:{service.Address.Port}"), TimeProvider = new TestTime() });

        LiveStationTransportException error = await Assert.ThrowsAsync<LiveStationTransportException>(() => client.Channels.GetAsync("a"));

        Assert.Equal("CertificateRefused", error.ErrorId);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Fact]
    public async Task A_call_goes_through_a_proxy_with_its_login_and_the_proxy_sees_none_of_it()
    {
        using X509Certificate2 certificate = Certificates.Make("CN=livestation.example", -1, 1);
        await using RawServer service = new(certificate, Reply.Json("""{ "content": [], "total": 0 }"""));
        await using RawServer proxy = new(exchange => exchange.Request["Proxy-Authorization"] is null
            ? Reply.Empty(407, "Proxy-Authenticate: Basic realm=\"company\"", "Connection: close")(exchange)
            : exchange.TunnelAsync(service.Address));

        Assert.Empty(await Expect.All(Trusting(certificate, $"http://some%40one:a%3Ab@{proxy.Address.Authority}").ListAsync()));

        Assert.Contains("x-ncp-apigw-signature-v2", Assert.Single(service.Requests).Head, StringComparison.Ordinal);
        Assert.All(proxy.Requests, request => Assert.Equal("CONNECT", request.Method));
        Assert.Contains(proxy.Requests, request => request["Proxy-Authorization"] == "Basic " + Convert.ToBase64String("some@one:a:b"u8));
        Assert.All(proxy.Requests, request => Assert.DoesNotContain("x-ncp", request.Head, StringComparison.OrdinalIgnoreCase));
    }

    // As a machine that has the certificate in its store, with HTTPS_PROXY set.
    private static ChannelOperations Trusting(X509Certificate2 root, string proxy)
    {
        ProxyChoice choice = new(null, null, false, name => name == "HTTPS_PROXY" ? proxy : null, new WebProxy());
        SocketsHttpHandler handler = SharedTransport.CreateHandler(choice);
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(root);
        PipelineState state = new(new TestTime(), 1, TimeSpan.FromSeconds(120));
        return new ChannelOperations(new HttpPipeline(new Transport(handler, choice), Keys.Credential, new Uri("https://livestation.example/api/v2"), "KR", TimeSpan.FromSeconds(30), state), Zone.Public);
    }
}
#endif
