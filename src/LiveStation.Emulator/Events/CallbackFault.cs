using System;

namespace LiveStation.Emulator;

/// <summary>One thing that goes wrong on the way of callbacks. Make it with a factory, narrow it down, give it to <see cref="EventControls.AddFault"/>.</summary>
public sealed record CallbackFault
{
    /// <summary>What goes wrong.</summary>
    public CallbackFaultKind Kind { get; init; }

    /// <summary>For how many callbacks, from 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Only callbacks about events with this code; null for all.</summary>
    public string? EventCode { get; init; }

    /// <summary>How late; on the clock of the service.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>A callback comes later; others overtake it.</summary>
    /// <param name="delay">How much.</param>
    public static CallbackFault Late(TimeSpan delay) => new() { Kind = CallbackFaultKind.Late, Delay = delay };

    /// <summary>A callback comes two times.</summary>
    public static CallbackFault Twice() => new() { Kind = CallbackFaultKind.Twice };

    /// <summary>A callback comes after the next one to the same address.</summary>
    public static CallbackFault OutOfOrder() => new() { Kind = CallbackFaultKind.OutOfOrder };

    /// <summary>A callback never comes.</summary>
    public static CallbackFault Lost() => new() { Kind = CallbackFaultKind.Lost };

    /// <summary>The same fault, only for events with this code.</summary>
    /// <param name="eventCode">The code as the API writes it; null or empty for all.</param>
    public CallbackFault On(string? eventCode) => this with { EventCode = eventCode };

    /// <summary>The same fault for several callbacks.</summary>
    /// <param name="times">For how many, from 1.</param>
    public CallbackFault Repeat(int times) => this with { Times = times };

    internal bool Matches(string code) => string.IsNullOrEmpty(EventCode) || EventCode == code;
}
