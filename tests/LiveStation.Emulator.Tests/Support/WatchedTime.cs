using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

/// <summary>A clock that tells when somebody has begun to wait on it, so that no test has to sleep.</summary>
internal sealed class WatchedTime : FakeTimeProvider, IDisposable
{
    private readonly SemaphoreSlim _waits = new(0);

    public WatchedTime()
        : base(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Release();
        return timer;
    }

    /// <summary>Waits until somebody waits, then lets that much time go by.</summary>
    public async Task AdvanceWhenAwaitedAsync(TimeSpan span)
    {
        await _waits.WaitAsync(TestContext.Current.CancellationToken);
        Advance(span);
    }

    public void Dispose() => _waits.Dispose();
}
