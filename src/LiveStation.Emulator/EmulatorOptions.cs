using System;

namespace LiveStation.Emulator;

/// <summary>How an offline service is set up. A class and no record, so that nothing prints the secret key.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The access key id that callers must send; a made-up one when not given.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The secret key that signatures are checked with; a made-up one when not given. Can be set, never read.</summary>
    public string? SecretKey { internal get; init; }

    /// <summary>The clock of the service: states, expiry, the Date header and all delays run on it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Start with four channels and their recordings (the default), or empty.</summary>
    public bool Seed { get; init; } = true;

    /// <summary>How fast states move.</summary>
    public Pace Pace { get; init; } = new();

    /// <summary>What the gateway lets through from the start; null, the default, for everything.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>
    /// Take numbers in bodies also as text ("3" for 3), as the service may well do. By default they are refused with 250002, so that a
    /// client sends what is certain to be taken.
    /// </summary>
    public bool TakesNumbersAsText { get; init; }
}
