using System;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LiveStation.Emulator.Server;

/// <summary>
/// Who is answered at all. Only this machine reaches the socket, but a browser on this machine can be made to: the name of a page may be
/// resolved to 127.0.0.1 (DNS rebinding, seen by its Host), and a page may send to other places than its own (seen by its Origin).
/// </summary>
internal static class LocalCallers
{
    private static readonly string[] Hosts = ["127.0.0.1", "[::1]", "::1", "localhost"];

    /// <summary>Why this request is not answered, or null. Looks at headers only: nothing of the body has been read.</summary>
    public static string? Refuse(HttpRequest request) =>
        !Hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
            ? "Only requests to 127.0.0.1, [::1] or localhost are answered: look at the Host header."
            : !IsOwn(request.Headers.Origin, request)
                ? "Web pages are not answered: the request has the Origin of another place."
                : null;

    // No browser leaves Origin out where a page sends across origins; other programs have none.
    private static bool IsOwn(StringValues origin, HttpRequest request) =>
        origin.Count == 0
        || (origin.Count == 1 && string.Equals(origin[0], request.Scheme + "://" + request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
