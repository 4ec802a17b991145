using System;

namespace LiveStation.PowerShell;

/// <summary>How one signed call went.</summary>
public sealed class LsConnectionTest
{
    /// <summary>Whether an answer came.</summary>
    public bool Reachable { get; init; }

    /// <summary>Whether the keys and the signature were accepted.</summary>
    public bool Authenticated { get; init; }

    /// <summary>Time until the headers of the answer; <see langword="null"/> when none came.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>How far the service's clock is ahead of this machine's, to the second; <see langword="null"/> when unknown.</summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>The address that was called.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Where the key pair came from.</summary>
    public string? CredentialSource { get; init; }

    /// <summary>Symbolic name of the error; <see langword="null"/> when there was none.</summary>
    public string? ErrorId { get; init; }

    /// <summary>What went wrong; <see langword="null"/> when nothing did.</summary>
    public LiveStationException? Error { get; init; }

    /// <summary>What to do about it; <see langword="null"/> when nothing is wrong.</summary>
    public string? Recommendation { get; init; }

    /// <summary>How it went, in one line.</summary>
    public override string ToString() => Text.Clean($"{Endpoint}: {ErrorId ?? "reached and accepted"}");
}
