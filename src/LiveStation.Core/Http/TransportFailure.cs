using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace LiveStation;

/// <summary>Turns what transports throw into <see cref="LiveStationTransportException"/>.</summary>
internal static class TransportFailure
{
    public static LiveStationTransportException NoHeaders(ApiRequest request, Uri uri, TimeSpan timeout, Exception inner) => new(
        "RequestTimeout",
        ErrorKind.Timeout,
        $"{Subject(request)}no answer within {Seconds(timeout)} s. ({Where(request, uri)})",
        "Look at the network, or connect with a larger -TimeoutSec.",
        inner)
    {
        IsTransient = true,
    };

    public static LiveStationTransportException IdleBody(ApiRequest request, Uri uri, TimeSpan idle, Exception inner) => new(
        "RequestTimeout",
        ErrorKind.Timeout,
        $"{Subject(request)}the answer stopped, nothing more came for {Seconds(idle)} s. ({Where(request, uri)})",
        "Look at the network, or connect with a larger -TimeoutSec.",
        inner)
    {
        IsTransient = true,
    };

    public static LiveStationTransportException NoConnection(ApiRequest request, Uri uri, Exception inner)
    {
        string reason = Text.Clean(Text.WithoutLogins(Innermost(inner).Message));
        Exception? carried = Harmless(inner);
        if (Find<AuthenticationException>(inner) is not null)
        {
            return new LiveStationTransportException(
                "CertificateRefused",
                ErrorKind.Connection,
                $"{Subject(request)}no trusted TLS connection. {reason} ({Where(request, uri)})",
                "Look for a proxy that opens TLS connections, at the machine's certificate store, and at its clock.",
                carried)
            {
                WasSent = false,
            };
        }

        return new LiveStationTransportException(
            "ConnectionFailed",
            ErrorKind.Connection,
            $"{Subject(request)}the connection failed. {reason} ({Where(request, uri)})",
            "Look at the network, the proxy and the endpoint (Get-LsContext); Test-LsConnection tries one call.",
            carried)
        {
            IsTransient = true,
            WasSent = Find<SocketException>(inner)?.SocketErrorCode is not (SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable),
        };
    }

    /// <summary>Whether an exception is the transport's own way to say that a body ended before its end, or is damaged.</summary>
    public static bool IsCut(Exception e) => e is IOException or InvalidDataException or System.Net.Http.HttpRequestException or WebException or ObjectDisposedException;

    private static string Subject(ApiRequest request) => (request.Target is null ? "Live Station" : Text.Clean(request.Target)) + ": ";

    private static string Where(ApiRequest request, Uri uri) => $"{request.Method} " + uri.GetLeftPart(UriPartial.Authority) + ApiPath.Redact(uri.PathAndQuery);

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
