using System;

namespace LiveStation;

/// <summary>How loud an event is.</summary>
public enum ApiEventLevel
{
    /// <summary>For who looks closely: headers by allow-list.</summary>
    Debug = 0,

    /// <summary>One line for each request and retry.</summary>
    Verbose,

    /// <summary>What a user has to know.</summary>
    Warning,
}

/// <summary>Something that happened on the way to the service and back, without any secret, query value or body.</summary>
/// <param name="Level">How loud.</param>
/// <param name="Message">One line of text.</param>
public sealed record ApiEvent(ApiEventLevel Level, string Message)
{
    /// <summary>How long nothing will happen now; <see langword="null"/> where things go on.</summary>
    public TimeSpan? Pause { get; init; }
}
