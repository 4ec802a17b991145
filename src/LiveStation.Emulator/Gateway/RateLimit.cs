using System;

namespace LiveStation.Emulator;

/// <summary>
/// How many requests the gateway lets through: so many at once, and then so many a second. The others are refused with 429 and the
/// gateway's code 410, and nothing of them is carried out.
/// </summary>
public sealed record RateLimit
{
    /// <summary>The smallest RequestsPerSecond.</summary>
    public const double Lowest = 0.001;

    /// <summary>The largest RequestsPerSecond, and the largest Burst.</summary>
    public const int Highest = 1_000_000;

    /// <summary>Sets a limit.</summary>
    /// <param name="requestsPerSecond">Requests a second, 0.001 to 1,000,000.</param>
    /// <param name="burst">Requests that pass at once after a rest, 1 to 1,000,000; 0 for what one second lets through.</param>
    /// <param name="sendsRetryAfter">Whether a refusal says when to come back.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public RateLimit(double requestsPerSecond, int burst = 0, bool sendsRetryAfter = true)
    {
        if (requestsPerSecond is not (>= Lowest and <= Highest))
        {
            throw new ArgumentOutOfRangeException(nameof(requestsPerSecond), "RequestsPerSecond goes from 0.001 to 1,000,000.");
        }

        if (burst is < 0 or > Highest)
        {
            throw new ArgumentOutOfRangeException(nameof(burst), "Burst goes from 1 to 1,000,000; 0 for what one second lets through.");
        }

        RequestsPerSecond = requestsPerSecond;
        Burst = burst > 0 ? burst : (int)Math.Ceiling(requestsPerSecond);
        SendsRetryAfter = sendsRetryAfter;
    }

    /// <summary>Requests a second that pass in the long run.</summary>
    public double RequestsPerSecond { get; }

    /// <summary>Requests that pass at once after a rest, from 1.</summary>
    public int Burst { get; }

    /// <summary>Whether a refusal has a Retry-After header: whole seconds, rounded up, so never under one.</summary>
    public bool SendsRetryAfter { get; }

    /// <summary>The time in which one more request may pass.</summary>
    internal TimeSpan Interval => TimeSpan.FromTicks((long)Math.Round(TimeSpan.TicksPerSecond / RequestsPerSecond));
}
