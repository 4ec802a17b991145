using System;
using System.Net;
using System.Net.Http;
#if !NETFRAMEWORK
using System.Net.Security;
#endif

namespace LiveStation;

/// <summary>Connection pools of the process for one purpose: one for all, one for who offers the login of this machine to any proxy, and one for each client that names a proxy.</summary>
/// <param name="createHandler">Makes what sends.</param>
internal sealed class SharedTransport(Func<ProxyChoice, HttpMessageHandler> createHandler)
{
    private readonly Lazy<Transport> _pool = new(() => Create(createHandler, null, null, false));
    private readonly Lazy<Transport> _poolWithLogin = new(() => Create(createHandler, null, null, true));

    /// <summary>The pools for calls of the service.</summary>
    public static SharedTransport Service { get; } = new(CreateHandler);

    /// <summary>The way that a client asks for.</summary>
    /// <param name="own">What it sends with itself; null for these pools.</param>
    /// <param name="address">The proxy that it names; null for none.</param>
    /// <param name="login">The login for a proxy; null for none.</param>
    /// <param name="offersLogin">Whether the login of this machine's user goes to any proxy.</param>
    /// <exception cref="LiveStationArgumentException">What it names is no proxy.</exception>
    public Transport For(HttpMessageHandler? own, Uri? address, NetworkCredential? login, bool offersLogin) =>
        own is not null ? new Transport(own)
        : address is not null || login is not null ? Create(createHandler, address, login, offersLogin)
        : offersLogin ? _poolWithLogin.Value
        : _pool.Value;

    private static Transport Create(Func<ProxyChoice, HttpMessageHandler> createHandler, Uri? address, NetworkCredential? login, bool offersLogin)
    {
#if NETFRAMEWORK
        IWebProxy system = WebRequest.DefaultWebProxy ?? new WebProxy();
#else
        IWebProxy system = HttpClient.DefaultProxy;
#endif
        ProxyChoice proxy = new(address, login, offersLogin, Environment.GetEnvironmentVariable, system);
        return new Transport(createHandler(proxy), proxy);
    }

#if NETFRAMEWORK
    private static FrameworkHandler CreateHandler(ProxyChoice proxy) => new(proxy);
#else
    /// <summary>Makes what sends.</summary>
    public static SocketsHttpHandler CreateHandler(ProxyChoice proxy) => new()
    {
        // Long-lived sessions follow changes of DNS.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),

        // A signature is for one address; a redirect would hand it to another.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        Proxy = proxy,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = CertificateRefusal.Judge },

        // Disposing an unread answer would drain up to a megabyte of it first: -First ends in 48 ms instead of 2050.
        MaxResponseDrainSize = 0,
    };
#endif
}
