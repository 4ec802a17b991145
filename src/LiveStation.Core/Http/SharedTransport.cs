using System;
using System.Net;
using System.Net.Http;

namespace LiveStation;

/// <summary>The one connection pool of the process.</summary>
internal static class SharedTransport
{
    private static readonly Lazy<HttpMessageInvoker> Pool = new(() => new HttpMessageInvoker(CreateHandler()));

    public static HttpMessageInvoker Invoker => Pool.Value;

#if NETFRAMEWORK
    public static HttpMessageHandler CreateHandler() => new FrameworkHandler(new LoopbackBypass(WebRequest.DefaultWebProxy ?? new WebProxy()));
#else
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        // Long-lived sessions follow changes of DNS.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),

        // A signature is for one address; a redirect would hand it to another.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        Proxy = new LoopbackBypass(HttpClient.DefaultProxy),
        DefaultProxyCredentials = CredentialCache.DefaultCredentials,

        // Disposing an unread answer would drain up to a megabyte of it first: -First ends in 48 ms instead of 2050.
        MaxResponseDrainSize = 0,
    };
#endif
}
