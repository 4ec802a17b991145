#if !NETFRAMEWORK // SocketsHttpHandler
using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>A proxy's password, which the transport quotes in its own messages, reaches nobody.</summary>
public class ProxyLoginTests
{
    [Fact]
    public async Task A_proxy_that_refuses_the_login_is_named_without_it()
    {
        using TcpListener proxy = new(IPAddress.Loopback, 0);
        proxy.Start();
        Task answering = RefuseAsync(proxy);
        using SocketsHttpHandler handler = new() { Proxy = new WebProxy($"http://someone:marker-s3cret@127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}"), UseProxy = true };
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Handler = handler, MaxAttempts = 1, Endpoint = new Uri("https://example.invalid/") });

        LiveStationException error = await Assert.ThrowsAnyAsync<LiveStationException>(() => client.Channels.GetAsync("a"));

        proxy.Stop();
        await answering;
        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.DoesNotContain("marker-s3cret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("someone", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task RefuseAsync(TcpListener proxy)
    {
        try
        {
            while (true)
            {
                using TcpClient caller = await proxy.AcceptTcpClientAsync();
                using NetworkStream stream = caller.GetStream();
                using StreamReader reader = new(stream, Encoding.ASCII);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException or IOException)
        {
            // The test is over.
        }
    }
}
#endif
