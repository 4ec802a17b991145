using System;

namespace LiveStation;

/// <summary>
/// What a gateway allows, as far as its refusals have shown. Between two refusals the gateway was out of calls at both ends, so what got
/// through in between is its rate; docs/design/pace.md. Times are seconds on one clock. For one thread at a time.
/// </summary>
internal sealed class AllowedRate
{
    // Slots that were missed by less than this are caught up: timers come late.
    private const double Slack = 0.02;

    // How much faster than the rate calls go while the gateway has calls left over from a pause.
    private const double Boost = 1.25;

    private const double DoublingSec = 0.5;
    private const double GrowthPerPass = 2;
    private const double ShortestGap = 0.05;
    private const double LongestFirstGap = 1;
    private const double LongestGap = 8;
    private const double CallsPerGap = 5;
    private const double LowestRate = 0.2;

    // A try that is not answered in this time holds the others up no longer.
    private const double PatienceWithTry = 1;

    // Grown so far past what was learned, nothing of it is left; what was only guessed holds for a while.
    private const double Forgotten = 20;
    private const double GuessForgottenSec = 60;

    private static readonly double[] Windows = [0.3, 1, 3];

    private readonly PassCount _passes = new();
    private double _rate = double.PositiveInfinity;
    private bool _isMeasured;
    private int _episode;
    private double _refusedAt;
    private double _openedAt;
    private double _pausedUntil;
    private double _nextSlot;
    private double _gap;
    private double _credit;
    private double _burst;
    private double _firstBurst;
    private int _passedSince;
    private bool _isTrying;
    private double? _triedAt;

    /// <summary>Until when nothing is sent; in the past where nothing is held up.</summary>
    public double PausedUntil => _pausedUntil;

    /// <summary>Calls a second now; infinite where nothing was refused, or long ago.</summary>
    public double RateAt(double now)
    {
        double open = Math.Max(0, now - _openedAt);
        double factor = _isMeasured ? 1 + (0.02 * open) + (0.0003 * open * open * open) : Math.Min(Math.Pow(2, open / DoublingSec), Math.Pow(GrowthPerPass, _passedSince));
        if (_isMeasured ? factor > Forgotten : open > GuessForgottenSec)
        {
            _rate = double.PositiveInfinity;
        }

        return _rate * factor;
    }

    /// <summary>When the next call may go.</summary>
    public double NextAt(double now)
    {
        double at = Math.Max(now, _pausedUntil);
        if (_isTrying)
        {
            // After a pause one call goes ahead, and the others follow when it got through.
            return _triedAt is { } tried ? Math.Max(at, tried + PatienceWithTry) : at;
        }

        return double.IsPositiveInfinity(RateAt(now)) ? at : Math.Max(at, _nextSlot);
    }

    /// <summary>Lets a call go.</summary>
    /// <returns>Its episode: what it meets is news only in the same one.</returns>
    public int Take(double now)
    {
        if (_isTrying)
        {
            _triedAt = now;
            return _episode;
        }

        double rate = RateAt(now);
        if (double.IsPositiveInfinity(rate))
        {
            return _episode;
        }

        // What is not used is saved by the gateway too, up to a limit.
        _credit = Math.Min(_burst, _credit + (Math.Max(0, now - Slack - _nextSlot) * _rate));
        if (_credit > 0)
        {
            rate *= Boost;
            _credit -= 1 - (1 / Boost);
        }

        _nextSlot = Math.Max(_nextSlot, now - Slack) + (1 / rate);
        return _episode;
    }

    /// <summary>A call got through, whatever became of it then.</summary>
    public void Passed(int episode, double now)
    {
        _passes.Add(now);
        if (episode != _episode)
        {
            return;
        }

        _passedSince++;
        if (_isTrying)
        {
            Open(now);
        }
    }

    /// <summary>A call was lost on the way: it says nothing about the gateway.</summary>
    public void Lost(int episode)
    {
        if (episode == _episode)
        {
            _triedAt = null;
        }
    }

    /// <summary>A call was refused.</summary>
    /// <param name="episode">What <see cref="Take"/> gave.</param>
    /// <param name="now">The time.</param>
    /// <param name="retryAfter">How long the gateway asks to wait, in seconds.</param>
    /// <returns>Whether that is news; a call of an episode before was on its way when the first one was refused.</returns>
    public bool Refused(int episode, double now, double? retryAfter)
    {
        if (episode != _episode)
        {
            return false;
        }

        Learn(now);
        _gap = _gap > 0 ? Math.Min(LongestGap, _gap * 2) : Math.Min(LongestFirstGap, Math.Max(ShortestGap, CallsPerGap / _rate));
        _pausedUntil = now + Math.Max(retryAfter ?? 0, _gap);
        Begin(now);
        _isTrying = true;
        return true;
    }

    /// <summary>Calls fail too often: at half the pace for a while.</summary>
    public void Slow(double now)
    {
        _rate = Math.Max(1, _passes.Last(1, now) / 2.0);
        _isMeasured = false;
        Begin(now);
        Open(now);
    }

    private void Learn(double now)
    {
        int lastSecond = _passes.Last(1, now);
        double span = now - _refusedAt;
        if (double.IsPositiveInfinity(_rate))
        {
            _rate = Math.Max(1, lastSecond);
            _burst = _firstBurst = lastSecond;
            _isMeasured = false;
        }
        else if (_passedSince >= 3 && span >= 0.5)
        {
            // Each of these is at most the rate of the gateway. The first falls short where calls came too slowly to use it up, the
            // others where it saved fewer calls than at first.
            _rate = _passedSince / span;
            foreach (double window in Windows)
            {
                _rate = Math.Max(_rate, _passes.RateOver(window, now, _firstBurst));
            }

            _isMeasured = true;
            if (_credit > 0)
            {
                _burst = Math.Max(0, _burst - _credit);
            }
        }
        else if (_passedSince > 0)
        {
            double lately = 1.5 * _passes.Last(PassCount.LongestSec, now) / PassCount.LongestSec;
            _rate = Math.Max(LowestRate, Math.Min(_rate * 0.7, lately));
            _isMeasured = false;
        }
    }

    private void Begin(double now)
    {
        _episode++;
        _refusedAt = now;
        _passedSince = 0;
        _credit = 0;
        _triedAt = null;
        _openedAt = Math.Max(now, _pausedUntil);
    }

    private void Open(double now)
    {
        _isTrying = false;
        _triedAt = null;
        _gap = 0;
        _openedAt = now;
        _nextSlot = now + (1 / _rate);
        if (_isMeasured)
        {
            _credit = Math.Max(0, Math.Min(_burst - 1, _rate * (now - _refusedAt)));
        }
    }
}
