using System;
using System.Net;
using System.Net.Http;

namespace LiveStation;

/// <summary>The connection pools of the process: one for all, and one for who offers the login of this machine to any proxy.</summary>
internal static class SharedTransport
{
    private static readonly Lazy<HttpMessageInvoker> Pool = new(static () => new HttpMessageInvoker(CreateHandler(false, Environment.GetEnvironmentVariable)));
    private static readonly Lazy<HttpMessageInvoker> PoolWithLogin = new(static () => new HttpMessageInvoker(CreateHandler(true, Environment.GetEnvironmentVariable)));

    public static HttpMessageInvoker Invoker(bool offersLogin = false) => (offersLogin ? PoolWithLogin : Pool).Value;

#if NETFRAMEWORK
    // The proxy is the system's there: .NET Framework knows none of the variables.
    public static HttpMessageHandler CreateHandler(bool offersLogin, Func<string, string?> environment) =>
        new FrameworkHandler(new LoopbackBypass(WebRequest.DefaultWebProxy ?? new WebProxy()));
#else
    private static readonly string[] ProxyVariables = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

    public static HttpMessageHandler CreateHandler(bool offersLogin, Func<string, string?> environment) => new SocketsHttpHandler
    {
        // Long-lived sessions follow changes of DNS.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),

        // A signature is for one address; a redirect would hand it to another.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        Proxy = new LoopbackBypass(HttpClient.DefaultProxy),

        // Whoever can set a variable must not collect logins: the proxy of the system gets it, one that the environment names only when asked for.
        DefaultProxyCredentials = offersLogin || !Array.Exists(ProxyVariables, name => environment(name) is { Length: > 0 }) ? CredentialCache.DefaultCredentials : null,

        // Disposing an unread answer would drain up to a megabyte of it first: -First ends in 48 ms instead of 2050.
        MaxResponseDrainSize = 0,
    };
#endif
}
