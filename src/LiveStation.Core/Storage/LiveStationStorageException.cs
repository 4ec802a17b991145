using System;

namespace LiveStation;

/// <summary>Object Storage answered that a request failed.</summary>
public sealed class LiveStationStorageException : LiveStationException
{
    internal LiveStationStorageException(string errorId, ErrorKind kind, string message, string recommendation)
        : base(errorId, kind, message, recommendation, null)
    {
    }

    /// <summary>The store's own code, for example NoSuchKey; <see langword="null"/> where it gave none.</summary>
    public string? Code { get; internal init; }

    /// <summary>HTTP status of the answer.</summary>
    public int HttpStatus { get; internal init; }

    /// <summary>The id under which the vendor's support finds the request; <see langword="null"/> when none came.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>How long the store asks to wait; <see langword="null"/> when it did not say.</summary>
    public TimeSpan? RetryAfter { get; internal init; }
}
