using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Counts requests against a limit. Whole ticks and no fractions of requests, so that a test knows which one is refused.</summary>
internal sealed class RateGate
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private RateLimit? _limit;

    // When all that has passed is paid for, at one request an interval: the more it lies ahead, the fuller the burst.
    private TimeSpan _paidAt;

    public RateGate(TimeProvider time, RateLimit? limit)
    {
        _time = time;
        _start = time.GetTimestamp();
        _limit = limit;
    }

    /// <summary>The limit; null for none. A new one begins with its whole burst.</summary>
    public RateLimit? Limit
    {
        get
        {
            lock (_gate)
            {
                return _limit;
            }
        }

        set
        {
            lock (_gate)
            {
                _limit = value;
                _paidAt = TimeSpan.Zero;
            }
        }
    }

    /// <summary>The refusal of one more request, or null when it passes.</summary>
    public Answer? Refuse()
    {
        lock (_gate)
        {
            if (_limit is not RateLimit limit)
            {
                return null;
            }

            TimeSpan now = _time.GetElapsedTime(_start);
            TimeSpan early = _paidAt - now - TimeSpan.FromTicks(limit.Interval.Ticks * (limit.Burst - 1));
            if (early > TimeSpan.Zero)
            {
                IReadOnlyList<KeyValuePair<string, string>> headers = limit.SendsRetryAfter ? [GatewayErrors.RetryAfter(early)] : [];
                return GatewayErrors.Answer(410) with { Headers = headers };
            }

            _paidAt = (_paidAt > now ? _paidAt : now) + limit.Interval;
            return null;
        }
    }
}
