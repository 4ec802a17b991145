using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;

namespace LiveStation;

/// <summary>An answer with its body still on the way.</summary>
internal sealed class ApiResponse : IDisposable
{
    private readonly HttpResponseMessage _message;

    public ApiResponse(HttpResponseMessage message, Stream body)
    {
        _message = message;
        Body = body;
        TraceId = Header(message, "x-ncp-trace-id") ?? Header(message, "x-ncp-request-id");
    }

    public Stream Body { get; }

    /// <summary>The id of the call at the gateway. Documented and seen under one name, looked for by a public client under another.</summary>
    public string? TraceId { get; }

    public int HttpStatus => (int)_message.StatusCode;

    public bool IsSuccess => _message.IsSuccessStatusCode;

    public bool IsHtml => _message.Content.Headers.ContentType?.MediaType == "text/html";

    public DateTimeOffset? Date => _message.Headers.Date;

    /// <summary>How long the service asks to wait; by its own clock where it names a time.</summary>
    public TimeSpan? RetryAfter(DateTimeOffset now)
    {
        RetryConditionHeaderValue? header = _message.Headers.RetryAfter;
        TimeSpan? wait = header?.Delta ?? (header?.Date - (Date ?? now));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    public static string? Header(HttpResponseMessage message, string name) =>
        message.Headers.TryGetValues(name, out IEnumerable<string>? values) || message.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    public void Dispose()
    {
        // The message first: on .NET Framework it aborts the connection, and a body that is closed before is read to its end.
        _message.Dispose();
        Body.Dispose();
    }
}
