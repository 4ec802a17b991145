using System;
using System.Threading;
using Xunit;

namespace LiveStation.PowerShell.Tests;

/// <summary>The right time, but every wait is over at once.</summary>
internal sealed class HastyTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
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
