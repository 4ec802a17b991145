using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace LiveStation;

/// <summary>Turns what transports throw into <see cref="LiveStationTransportException"/>.</summary>
internal static class TransportFailure
{
    private const int ProxyWantsLogin = 407;

    // Nobody was there to connect to: nothing can have been sent.
    private static readonly HashSet<SocketError> Unconnected = [SocketError.ConnectionRefused, SocketError.HostNotFound, SocketError.HostUnreachable, SocketError.NetworkUnreachable, SocketError.NoData, SocketError.TryAgain];

    public static LiveStationTransportException NoHeaders(ApiRequest request, Uri uri, Uri? proxy, TimeSpan timeout, Exception inner) => new(
        "RequestTimeout",
        ErrorKind.Timeout,
        $"{Subject(request)}no answer within {Seconds(timeout)} s. ({Where(request, uri, proxy)})",
        "Look at the network, or connect with a larger -TimeoutSec.",
        inner)
    {
        IsTransient = true,
    };

    public static LiveStationTransportException IdleBody(ApiRequest request, Uri uri, Uri? proxy, TimeSpan idle, Exception inner) => new(
        "RequestTimeout",
        ErrorKind.Timeout,
        $"{Subject(request)}the answer stopped, nothing more came for {Seconds(idle)} s. ({Where(request, uri, proxy)})",
        "Look at the network, or connect with a larger -TimeoutSec.",
        inner)
    {
        IsTransient = true,
    };

    /// <summary>No connection, or a broken one: in the words of who refused it.</summary>
    /// <param name="request">The call.</param>
    /// <param name="uri">Its address.</param>
    /// <param name="proxy">The proxy on the way; null where there is none, or nobody knows.</param>
    /// <param name="inner">What the transport threw.</param>
    public static LiveStationTransportException NoConnection(ApiRequest request, Uri uri, Uri? proxy, Exception inner)
    {
        string reason = Text.Clean(Text.WithoutLogins(Innermost(inner).Message));
        bool isUnconnected = (Find<SocketException>(inner) is { } socket && Unconnected.Contains(socket.SocketErrorCode))
            || Find<WebException>(inner)?.Status is WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure;
        string through = proxy is null ? "the proxy" : "the proxy " + ProxyChoice.Shown(proxy);
        LiveStationTransportException Failure(string errorId, ErrorKind kind, string what, string recommendation, bool isTransient = false, bool wasSent = false) =>
            new(errorId, kind, $"{Subject(request)}{what} ({Where(request, uri, proxy)})", recommendation, Harmless(inner)) { IsTransient = isTransient, WasSent = wasSent };

        if (Find<CertificateRefusal>(inner) is { } certificate)
        {
            return Failure("CertificateRefused", ErrorKind.Connection, $"no trusted TLS connection, {certificate.Message}", certificate.Advice);
        }

        if (ProxyRefusal(inner) is { } refusal)
        {
            // tinyproxy answers a wrong password with 401.
            return refusal is ProxyWantsLogin or 401
                ? Failure("ProxyLoginNeeded", ErrorKind.Connection, $"{through} wants a login, or does not take the one it was given (HTTP {refusal.ToString(CultureInfo.InvariantCulture)}).", "Connect-LsAccount -ProxyCredential (Get-Credential) gives one, -ProxyUseDefaultCredentials the one of this machine's user; HTTPS_PROXY may hold one too: http://user:password@machine:port.")
                : Failure("ProxyRefused", ErrorKind.Connection, $"{through} makes no connection to {uri.Host} (HTTP {(refusal == 0 ? "unknown" : refusal.ToString(CultureInfo.InvariantCulture))}).", $"Ask the network's people to let calls to {uri.Host}, port {uri.Port.ToString(CultureInfo.InvariantCulture)} through, or name it in NO_PROXY where it can be reached without.", isTransient: refusal >= 500);
        }

        if (Find<AuthenticationException>(inner) is not null)
        {
            return Failure("TlsFailed", ErrorKind.Connection, $"no TLS connection; whoever answers there may be no server of TLS, such as the login page of a network. {reason}", "Look at the proxy and at the endpoint (Get-LsContext); in a network of guests, log in with a browser first.");
        }

        return proxy is not null && isUnconnected
            ? Failure("ProxyUnreachable", ErrorKind.Connection, $"{through} cannot be reached. {reason}", "Look whether the proxy runs, and at -Proxy or HTTPS_PROXY (Get-LsContext shows which is used). What can be reached without goes into NO_PROXY.", isTransient: true)
            : Failure("ConnectionFailed", ErrorKind.Connection, $"the connection failed. {reason}", "Look at the network, the proxy and the endpoint (Get-LsContext); Test-LsConnection tries one call.", isTransient: true, wasSent: !isUnconnected);
    }

    /// <summary>Whether an exception is the transport's own way to say that a body ended before its end, or is damaged.</summary>
    public static bool IsCut(Exception e) => e is IOException or InvalidDataException or System.Net.Http.HttpRequestException or WebException or ObjectDisposedException;

    private static string Subject(ApiRequest request) => (request.Target is null ? "Live Station" : Text.Clean(request.Target)) + ": ";

    private static string Where(ApiRequest request, Uri uri, Uri? proxy) =>
        $"{request.Method} {uri.GetLeftPart(UriPartial.Authority)}{ApiPath.Redact(uri.PathAndQuery)}{(proxy is null ? "" : " through " + ProxyChoice.Shown(proxy))}";

    // The status with which a proxy refuses to make a connection; 0 where it is not told, null where no proxy refused.
    private static int? ProxyRefusal(Exception inner) =>
#if NETFRAMEWORK
        Find<WebException>(inner) is { Response: HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } } ? ProxyWantsLogin : null;
#else
        Find<System.Net.Http.HttpRequestException>(inner) is { HttpRequestError: System.Net.Http.HttpRequestError.ProxyTunnelError } tunnel ? (int)(tunnel.StatusCode ?? 0) : null;
#endif

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    // A proxy's address is quoted with its password by the transport; what quotes one is not carried, for every log shows it.
    private static Exception? Harmless(Exception inner)
    {
        for (Exception? e = inner; e is not null; e = e.InnerException)
        {
            if (Text.WithoutLogins(e.Message) != e.Message)
            {
                return null;
            }
        }

        return inner;
    }

    private static Exception Innermost(Exception e)
    {
        while (e.InnerException is not null)
        {
            e = e.InnerException;
        }

        return e;
    }

    private static T? Find<T>(Exception? e)
        where T : Exception
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is T found)
            {
                return found;
            }
        }

        return null;
    }
}
