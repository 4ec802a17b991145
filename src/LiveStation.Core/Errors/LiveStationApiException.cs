using System;
using System.Collections.Generic;
using System.Globalization;

namespace LiveStation;

/// <summary>The service, or the gateway in front of it, answered that the call failed.</summary>
public sealed class LiveStationApiException : LiveStationException
{
    internal LiveStationApiException(ErrorAnswer answer, int httpStatus, string? traceId, TimeSpan? retryAfter, string? target, string? listing = null, IReadOnlyDictionary<string, string>? advice = null)
        : this(answer, ErrorDescription.Of(answer, httpStatus, retryAfter).For(listing, advice, target), httpStatus, traceId, retryAfter, target)
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

    /// <summary>How far the clock of who refused is ahead of this machine's; null where the answer did not say, or is not of the service.</summary>
    internal TimeSpan? ClockOffset { get; init; }

    /// <summary>Whether calls that belong together were given up, because the gateway lets nothing through.</summary>
    internal bool IsGivenUp { get; private init; }

    /// <summary>The refusal of everything, for all calls that it ends.</summary>
    /// <param name="silence">How long nothing has got through.</param>
    internal LiveStationApiException NothingPasses(TimeSpan silence)
    {
        string since = silence < TimeSpan.FromSeconds(1) ? "refuses all calls" : string.Format(CultureInfo.InvariantCulture, "has let nothing through for {0:0} s", silence.TotalSeconds);
        ErrorDescription description = new(
            "ThrottleLimited",
            ErrorKind.Throttled,
            ErrorDescription.Asking($"The gateway {since}.", RetryAfter),
            "Run the command again for what was not asked; where that is a part, the TargetObject of the error names it. Other jobs with the same key count too; Connect-LsAccount -ThrottleTimeoutSec waits longer.");
        return new LiveStationApiException(Answer, description, HttpStatus, TraceId, RetryAfter, null) { IsGivenUp = true };
    }

    /// <summary>The refusal of a call that is not sent because the gateway asked all calls to wait.</summary>
    /// <param name="target">What the call is about.</param>
    /// <param name="pause">How long it still asks to wait.</param>
    internal LiveStationApiException StillPaused(string? target, TimeSpan pause) =>
        new(Answer, ErrorDescription.Of(Answer, HttpStatus, pause), HttpStatus, TraceId, pause, target);

    private ErrorAnswer Answer => new(Code, ErrorName, ServiceMessage);

    // Get-Error and loggers print every property of an exception.
    private static string? Shown(string? text) => text is null ? null : Text.Line(text);
}
