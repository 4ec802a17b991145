using System;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;

namespace LiveStation;

/// <summary>An answer of Object Storage with its body still on the way.</summary>
internal sealed class StorageAnswer(HttpResponseMessage message, Stream body) : IDisposable
{
    public Stream Body { get; } = body;

    public int HttpStatus => (int)message.StatusCode;

    public bool IsSuccess => message.IsSuccessStatusCode;

    public bool IsHtml => message.Content.Headers.ContentType?.MediaType == "text/html";

    public DateTimeOffset? Date => message.Headers.Date;

    /// <summary>Without its quotes, and without the mark of a proxy that made it a weak one; null where the store gives none.</summary>
    public string? ETag => Header("ETag") is { } tag ? (tag.StartsWith("W/", StringComparison.Ordinal) ? tag.Substring(2) : tag).Trim('"') : null;

    public string? RequestId => Header("x-amz-request-id");

    public long? Length => message.Content.Headers.ContentLength;

    public DateTimeOffset? LastModified => message.Content.Headers.LastModified;

    /// <summary>Which bytes of how many came; null where the answer is the whole object.</summary>
    public ContentRangeHeaderValue? Range => message.Content.Headers.ContentRange;

    /// <summary>How long the store asks to wait.</summary>
    public TimeSpan? RetryAfter => int.TryParse(Header("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds) : null;

    public string? Header(string name) => ApiResponse.Header(message, name);

    public void Dispose()
    {
        // The message first: on .NET Framework a body that is closed before is read to its end.
        message.Dispose();
        Body.Dispose();
    }
}
