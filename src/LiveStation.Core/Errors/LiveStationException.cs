using System;

namespace LiveStation;

/// <summary>Whatever goes wrong between the caller and the service.</summary>
public abstract class LiveStationException : Exception
{
    private protected LiveStationException(string errorId, ErrorKind kind, string message, string recommendation, Exception? inner)
        : base(message, inner)
    {
        ErrorId = errorId;
        Kind = kind;
        Recommendation = recommendation;
    }

    /// <summary>Symbolic name of the cause, in PascalCase; never changes.</summary>
    public string ErrorId { get; }

    /// <summary>The sort of failure.</summary>
    public ErrorKind Kind { get; }

    /// <summary>What to do next.</summary>
    public string Recommendation { get; }

    /// <summary>How often the call was sent in all; 0 when it was not sent.</summary>
    public int Attempts { get; internal set; }

    /// <inheritdoc/>
    public override string Message => Attempts > 1 ? $"{base.Message} (sent {Attempts} times)" : base.Message;

    /// <summary>Whether the same call may succeed at once; one that changes something is not sent again all the same, for it may have run.</summary>
    internal bool IsTransient { get; init; }
}
