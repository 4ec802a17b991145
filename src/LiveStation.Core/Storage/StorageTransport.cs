using System;
using System.Net;
using System.Net.Http;

namespace LiveStation;

/// <summary>The connections to Object Storage: those of the service, but what is stored comes as it is stored.</summary>
internal static class StorageTransport
{
    private static readonly Lazy<HttpMessageInvoker> Pool = new(static () => new HttpMessageInvoker(CreateHandler(false)));
    private static readonly Lazy<HttpMessageInvoker> PoolWithLogin = new(static () => new HttpMessageInvoker(CreateHandler(true)));

    public static HttpMessageInvoker Invoker(bool offersLogin) => (offersLogin ? PoolWithLogin : Pool).Value;

    // An object that is stored compressed would be unpacked on the way: other bytes than its length and its ETag are of.
#if NETFRAMEWORK
    private static HttpMessageHandler CreateHandler(bool offersLogin)
    {
        IWebProxy proxy = new LoopbackBypass(WebRequest.DefaultWebProxy ?? new WebProxy());
        proxy.Credentials ??= CredentialCache.DefaultCredentials;
        _ = offersLogin;
        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            Proxy = proxy,
            MaxConnectionsPerServer = 64,
        };
    }
#else
    private static SocketsHttpHandler CreateHandler(bool offersLogin)
    {
        SocketsHttpHandler handler = (SocketsHttpHandler)SharedTransport.CreateHandler(offersLogin, Environment.GetEnvironmentVariable);
        handler.AutomaticDecompression = DecompressionMethods.None;
        return handler;
    }
#endif
}
