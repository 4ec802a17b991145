using System;
using System.Threading;
using Xunit;

namespace LiveStation.PowerShell.Tests;

/// <summary>A clock that leaps over every wait: it is over at once, and the clock that much later.</summary>
internal sealed class LeapingTime : TimeProvider
{
    private long _leaptTicks;

    /// <summary>The same clock for a service, whose delays are to be real ones.</summary>
    public TimeProvider OfService => new FollowingTime(this);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Leapt;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Leapt.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Interlocked.Add(ref _leaptTicks, dueTime.Ticks);
            dueTime = TimeSpan.Zero;
        }

        return base.CreateTimer(callback, state, dueTime, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets so much time pass at once.</summary>
    public void Leap(TimeSpan span) => Interlocked.Add(ref _leaptTicks, span.Ticks);

    private TimeSpan Leapt => TimeSpan.FromTicks(Interlocked.Read(ref _leaptTicks));

    private sealed class FollowingTime(LeapingTime leader) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => leader.GetUtcNow();

        public override long GetTimestamp() => leader.GetTimestamp();
    }
}

/// <summary>The right time, but no wait ever ends; tells when one begins.</summary>
internal sealed class EndlessTime : TimeProvider, IDisposable
{
    private readonly SemaphoreSlim _begun = new(0);

    public void AwaitWait(CancellationToken cancellationToken) => Assert.True(_begun.Wait(Running.Patience, cancellationToken), "No wait began.");

    public void Dispose() => _begun.Dispose();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer never = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _begun.Release();
        return never;
    }
}
