using System;

namespace LiveStation;

/// <summary>An answer came, but it is not what the API promises: cut short, no JSON, or JSON of another shape.</summary>
public sealed class LiveStationProtocolException : LiveStationException
{
    internal const string InvalidResponse = "InvalidResponse";

    internal LiveStationProtocolException(string? target, string what, int httpStatus, string? traceId, Exception? inner = null)
        : base(
            InvalidResponse,
            ErrorKind.InvalidResponse,
            $"{(target is null ? "" : Text.Clean(target) + ": ")}{what} (HTTP {httpStatus}, trace {(traceId is null ? "none" : Text.Clean(traceId))})",
            "Try again in a moment. If it stays, look for a proxy between here and the service, and give the vendor's support the trace id.",
            inner)
    {
        HttpStatus = httpStatus;
        TraceId = traceId is null ? null : Text.Line(traceId);
    }

    /// <summary>HTTP status of the answer.</summary>
    public int HttpStatus { get; }

    /// <summary>The id under which the vendor's support finds the call; <see langword="null"/> when none came.</summary>
    public string? TraceId { get; }
}
