using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace LiveStation.Core.Tests.Support;

/// <summary>A clock on which every pause is over as soon as it begins, or never ends. Keeps the length of each.</summary>
internal sealed class TestTime : FakeTimeProvider
{
    public static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<TimeSpan> _pauses = [];
    private readonly TaskCompletionSource<TimeSpan> _paused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _endless;

    public TestTime(bool endless = false)
        : base(Beginning)
    {
        _endless = endless;
    }

    /// <summary>Ends with the length of the first pause, when it begins.</summary>
    public Task<TimeSpan> Paused => _paused.Task;

    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_pauses)
            {
                return _pauses.ToArray();
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_pauses)
        {
            _pauses.Add(dueTime);
        }

        _paused.TrySetResult(dueTime);
        if (!_endless)
        {
            Advance(dueTime);
        }

        return timer;
    }
}
