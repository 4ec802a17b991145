using System;
using System.Collections.Generic;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>A status, a body, and headers beyond the usual ones.</summary>
internal sealed record Answer(int Status, IEnumerable<BodyChunk> Body)
{
    /// <summary>Null when there is no body.</summary>
    public string? ContentType { get; init; } = "application/json;charset=utf-8";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static Answer Empty(int status) => new(status, []) { ContentType = null };

    /// <summary>All headers, the usual ones with them.</summary>
    /// <param name="now">What the service's clock says.</param>
    public List<KeyValuePair<string, string>> HeadersAt(DateTimeOffset now)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Date", now.ToString("R", CultureInfo.InvariantCulture)),
            new("x-ncp-trace-id", TraceId.Next()),
            .. Headers,
        ];
        if (ContentType is string contentType)
        {
            headers.Add(new("Content-Type", contentType));
        }

        return headers;
    }
}
