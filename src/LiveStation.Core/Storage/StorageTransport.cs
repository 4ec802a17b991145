using System.Net;
using System.Net.Http;

namespace LiveStation;

/// <summary>The connections to Object Storage: those of the service, but what is stored comes as it is stored.</summary>
internal static class StorageTransport
{
    public static SharedTransport Shared { get; } = new(CreateHandler);

    // An object that is stored compressed would be unpacked on the way: other bytes than its length and its ETag are of.
#if NETFRAMEWORK
    private static HttpClientHandler CreateHandler(ProxyChoice proxy) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        Proxy = proxy,
        MaxConnectionsPerServer = 64,
    };
#else
    private static SocketsHttpHandler CreateHandler(ProxyChoice proxy)
    {
        SocketsHttpHandler handler = SharedTransport.CreateHandler(proxy);
        handler.AutomaticDecompression = DecompressionMethods.None;
        return handler;
    }
#endif
}
