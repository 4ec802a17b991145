using System;

namespace LiveStation;

/// <summary>The service, or the gateway in front of it, answered that the call failed.</summary>
public sealed class LiveStationApiException : LiveStationException
{
    internal LiveStationApiException(ErrorAnswer answer, int httpStatus, string? traceId, TimeSpan? retryAfter, string? target, string? listing = null)
        : this(answer, ErrorDescription.Of(answer, httpStatus, retryAfter).For(listing), httpStatus, traceId, retryAfter, target)
    {
    }

    private LiveStationApiException(ErrorAnswer answer, ErrorDescription description, int httpStatus, string? traceId, TimeSpan? retryAfter, string? target)
        : base(description.Name, description.Kind, description.Message(answer, httpStatus, traceId, target), description.Recommendation, null)
    {
        Code = answer.Code;
        ErrorName = Shown(answer.Name);
        ServiceMessage = Shown(answer.Message);
        HttpStatus = httpStatus;
        TraceId = Shown(traceId);
        RetryAfter = retryAfter;
    }

    /// <summary>The number of the error; <see langword="null"/> when the answer had none.</summary>
    public int? Code { get; }

    /// <summary>The service's own name for the error; <see langword="null"/> when it sent none.</summary>
    public string? ErrorName { get; }

    /// <summary>What the service wrote; <see langword="null"/> when it wrote nothing.</summary>
    public string? ServiceMessage { get; }

    /// <summary>HTTP status of the answer. 200 when an error stood in a successful answer.</summary>
    public int HttpStatus { get; }

    /// <summary>The id under which the vendor's support finds the call; <see langword="null"/> when none came.</summary>
    public string? TraceId { get; }

    /// <summary>How long the service asks to wait; <see langword="null"/> when it did not say.</summary>
    public TimeSpan? RetryAfter { get; }

    // Get-Error and loggers print every property of an exception.
    private static string? Shown(string? text) => text is null ? null : Text.Line(text);
}
