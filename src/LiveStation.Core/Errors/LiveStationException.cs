using System;

namespace LiveStation;

/// <summary>Whatever goes wrong between the caller and the service. Its texts are for terminals and logs, and so hold no control characters.</summary>
public abstract class LiveStationException : Exception
{
    private readonly string _recommendation;
    private string? _howToLook;

    private protected LiveStationException(string errorId, ErrorKind kind, string message, string recommendation, Exception? inner)
        : base(Text.Line(message), inner)
    {
        ErrorId = errorId;
        Kind = kind;
        _recommendation = Text.Line(recommendation);
    }

    /// <summary>Symbolic name of the cause, in PascalCase; never changes.</summary>
    public string ErrorId { get; }

    /// <summary>The sort of failure.</summary>
    public ErrorKind Kind { get; }

    /// <summary>What to do next.</summary>
    public string Recommendation => _howToLook is null ? _recommendation : $"It may have been carried out, and is not sent again by itself. Look first: {_howToLook}";

    /// <summary>How often the call was sent in all; 0 when it was not sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>How many things of a list were not given because of this; <see langword="null"/> where no list broke off, or nobody knows.</summary>
    public long? Unlisted { get; internal set; }

    /// <inheritdoc/>
    public override string Message =>
        base.Message + (Attempts > 1 ? $" (sent {Attempts} times)" : "") + (_howToLook is null ? "" : " The call may have been carried out all the same.");

    /// <summary>Whether the same call may succeed at once; one that changes something is not sent again all the same, for it may have run.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>Whether it may be over in a while, so that who waits or watches goes on.</summary>
    internal bool MayPass => IsTransient || Kind is ErrorKind.Unavailable or ErrorKind.Throttled || this is LiveStationApiException { HttpStatus: >= 500 };

    /// <summary>Whether any of the call can have reached the service.</summary>
    internal bool WasSent { get; init; } = true;

    /// <summary>Marks the failure of a write whose outcome is not known.</summary>
    /// <param name="howToLook">The command that shows the present state.</param>
    internal void MayHaveRun(string howToLook) => _howToLook = Text.Line(howToLook);
}
