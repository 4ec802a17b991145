using System;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>What parallel calls of one context may spend on retries together, so that a failing service is not hit harder by many callers at once.</summary>
internal sealed class RetryBudget(TimeProvider time)
{
    // A retry costs ten, a call that succeeds at once gives one back: at the most one call in ten is a retry once the reserve is gone.
    private const int Cost = 10;
    private const int Capacity = 30 * Cost;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    private readonly object _lock = new();
    private int _left = Capacity;
    private long? _succeededAt;

    public bool TryTake()
    {
        lock (_lock)
        {
            if (_left < Cost)
            {
                return false;
            }

            _left -= Cost;
            return true;
        }
    }

    /// <summary>A call succeeded.</summary>
    /// <param name="atOnce">Whether at its first attempt.</param>
    public void Return(bool atOnce)
    {
        lock (_lock)
        {
            _succeededAt = time.GetTimestamp();
            if (atOnce && _left < Capacity)
            {
                _left++;
            }
        }
    }

    /// <summary>Whether calls have succeeded lately, so that others may still fill the budget.</summary>
    public bool MayFill
    {
        get
        {
            lock (_lock)
            {
                return _succeededAt is { } at && time.GetElapsedTime(at) < LongestWait;
            }
        }
    }

    /// <summary>Waits for others to fill the budget, for a while and no longer than they succeed.</summary>
    public async Task<bool> TakeLaterAsync(CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        while (MayFill && time.GetElapsedTime(began) < LongestWait)
        {
            await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);
            if (TryTake())
            {
                return true;
            }
        }

        return false;
    }
}
