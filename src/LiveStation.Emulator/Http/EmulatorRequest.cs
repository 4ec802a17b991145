using System;
using System.Collections.Generic;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>One request as it came in, whatever carried it.</summary>
public sealed class EmulatorRequest
{
    /// <summary>The largest body that is taken, in bytes of UTF-8: 1 MiB, over a hundred thousand ids. A larger one is answered with 413.</summary>
    public const int MaxBodyBytes = 1_048_576;

    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathAndQuery">Path and query byte for byte as sent: the signature covers them.</param>
    /// <param name="headers">The headers; names are not case-sensitive.</param>
    /// <param name="body">The body as text, empty when there is none.</param>
    public EmulatorRequest(string method, string pathAndQuery, IEnumerable<KeyValuePair<string, string>> headers, string body = "")
    {
        Method = method ?? throw new ArgumentNullException(nameof(method));
        PathAndQuery = pathAndQuery ?? throw new ArgumentNullException(nameof(pathAndQuery));
        Body = body ?? throw new ArgumentNullException(nameof(body));
        foreach (KeyValuePair<string, string> header in headers ?? throw new ArgumentNullException(nameof(headers)))
        {
            _headers[header.Key] = header.Value;
        }
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query as sent.</summary>
    public string PathAndQuery { get; }

    /// <summary>The body as text, empty when there is none.</summary>
    public string Body { get; }

    /// <summary>The names of the headers that were sent.</summary>
    public IReadOnlyCollection<string> HeaderNames => _headers.Keys;

    /// <summary>Whether a body has more than <see cref="MaxBodyBytes"/>.</summary>
    /// <param name="body">The body as text.</param>
    public static bool IsTooLarge(string body) => Encoding.UTF8.GetByteCount(body) > MaxBodyBytes;

    /// <summary>The value of a header, or null.</summary>
    /// <param name="name">The header's name, in any case.</param>
    public string? Header(string name) => _headers.TryGetValue(name, out string? value) ? value : null;
}
