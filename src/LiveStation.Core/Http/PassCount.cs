using System;

namespace LiveStation;

/// <summary>How many calls got through lately, in memory that does not grow with them.</summary>
internal sealed class PassCount
{
    private const double SpanSec = 0.05;
    private const int Spans = 100;

    private readonly int[] _counts = new int[Spans];
    private long _newest;

    /// <summary>The longest time that can be asked for, in seconds.</summary>
    public const double LongestSec = SpanSec * Spans;

    public void Add(double now)
    {
        TurnTo(now);
        _counts[_newest % Spans]++;
    }

    /// <summary>How many in the last so many seconds, to a twentieth of one.</summary>
    public int Last(double seconds, double now)
    {
        TurnTo(now);
        int sum = 0;
        long oldest = Math.Max(0, _newest - (long)Math.Round(seconds / SpanSec) + 1);
        for (long span = oldest; span <= _newest; span++)
        {
            sum += _counts[span % Spans];
        }

        return sum;
    }

    /// <summary>How many a second got through in about the last so many seconds, but for some of them.</summary>
    public double RateOver(double seconds, double now, double less) => (Last(seconds, now) - less) / (seconds - SpanSec + (now % SpanSec));

    private void TurnTo(double now)
    {
        long span = (long)(now / SpanSec);
        for (long next = Math.Max(_newest + 1, span - Spans + 1); next <= span; next++)
        {
            _counts[next % Spans] = 0;
        }

        _newest = Math.Max(_newest, span);
    }
}
