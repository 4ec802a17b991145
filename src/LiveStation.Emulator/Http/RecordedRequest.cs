using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What the log keeps of a request. Header values are left out (but for the timestamp and the range), so no key or signature is kept.</summary>
public sealed class RecordedRequest
{
    /// <summary>How much of a body is kept, in characters.</summary>
    public const int MaxBodyLength = 65_536;

    internal RecordedRequest(EmulatorRequest request, DateTimeOffset receivedTime)
    {
        ReceivedTime = receivedTime;
        Method = request.Method;
        PathAndQuery = request.PathAndQuery;
        Timestamp = request.Header("x-ncp-apigw-timestamp");
        Range = request.Header("Range");
        HeaderNames = request.HeaderNames.ToArray();
        BodyLength = request.Body.Length;
        Body = BodyLength > MaxBodyLength ? request.Body.Substring(0, MaxBodyLength) : request.Body;
    }

    /// <summary>When it came in, by the emulator's own TimeProvider.</summary>
    public DateTimeOffset ReceivedTime { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query as sent.</summary>
    public string PathAndQuery { get; }

    /// <summary>The text of the x-ncp-apigw-timestamp header (milliseconds since 1970 UTC), or null.</summary>
    public string? Timestamp { get; }

    /// <summary>The text of the Range header, or null.</summary>
    public string? Range { get; }

    /// <summary>The names of all headers that were sent.</summary>
    public IReadOnlyCollection<string> HeaderNames { get; }

    /// <summary>The body as text, no more than its first <see cref="MaxBodyLength"/> characters; empty when there was none.</summary>
    public string Body { get; }

    /// <summary>
    /// The length of the whole body in characters, as far as it was read: a socket stops one byte after <see cref="EmulatorRequest.MaxBodyBytes"/>.
    /// </summary>
    public int BodyLength { get; }

    /// <summary>The HTTP status of the answer; null until there is one, and for good after a reset or a cancelled wait.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>What keeping it costs, in characters.</summary>
    internal int Length => Body.Length + PathAndQuery.Length + (Timestamp?.Length ?? 0) + HeaderNames.Sum(name => name.Length);

    /// <summary>One line, such as "GET /api/v2/channels 200".</summary>
    public override string ToString() => $"{Method} {PathAndQuery} {StatusCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}";
}
