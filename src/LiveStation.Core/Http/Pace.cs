using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// The pace of all calls of one client. A refusal slows everybody down at once, what gets through speeds everybody up again. Calls wait
/// here in line, those that were refused first. Costs next to nothing while nothing is refused. docs/design/pace.md.
/// </summary>
internal sealed class Pace
{
    private const double WorthTelling = 1.25;
    private const double LongestPauseSec = 366 * 86400.0;

    // A call that stands alone waits no longer for a pause that others were told of.
    private static readonly TimeSpan LongestAlone = TimeSpan.FromSeconds(60);

    // No timer is set for longer; whoever wakes looks again.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _patience;
    private readonly AllowedRate _rate = new();
    private readonly LinkedList<Waiter> _again = [];
    private readonly LinkedList<Waiter> _line = [];
    private ITimer? _timer;
    private int _arming;
    private int _refusals;
    private double _lastRefusal;
    private double? _silentSince;
    private double _toldRate = double.PositiveInfinity;
    private LiveStationApiException? _refusal;

    /// <summary>Begins without any limit.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="patience">How long the gateway may let nothing through before a crowd of calls gives up.</param>
    public Pace(TimeProvider time, TimeSpan patience)
    {
        _time = time;
        _start = time.GetTimestamp();
        _patience = patience;
    }

    /// <summary>The pace in words.</summary>
    public string Words
    {
        get
        {
            lock (_lock)
            {
                double now = Now;
                double rate = _rate.RateAt(now);
                string pace = double.IsPositiveInfinity(rate) ? "free" : $"{Number(rate)} calls a second";
                string pause = _rate.PausedUntil > now ? $", after a pause of {Seconds(_rate.PausedUntil - now)}" : "";
                return _refusals == 0 ? "free, nothing was refused" : $"{pace}{pause}; refused {_refusals} {(_refusals == 1 ? "time" : "times")}, last {Seconds(now - _lastRefusal)} ago";
            }
        }
    }

    private double Now => _time.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Waits for a call's turn.</summary>
    /// <param name="isAgain">Whether it was refused before.</param>
    /// <param name="crowd">What it belongs to.</param>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>What to give back with how it went.</returns>
    /// <exception cref="LiveStationApiException">The gateway asked for a pause that is not waited for, or lets nothing through. Nothing was sent.</exception>
    public ValueTask<int> EnterAsync(bool isAgain, Crowd crowd, ApiRequest request, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_lock)
        {
            if (crowd.GivenUp is { } over)
            {
                throw over;
            }

            double now = Now;
            if (_again.Count == 0 && _line.Count == 0 && _rate.NextAt(now) <= now)
            {
                return new ValueTask<int>(_rate.Take(now));
            }

            if (!crowd.IsMany && TimeSpan.FromSeconds(_rate.PausedUntil - now) is { } pause && pause > LongestAlone)
            {
                throw _refusal!.StillPaused(request.Target, pause);
            }

            LinkedList<Waiter> line = isAgain ? _again : _line;
            waiter = new Waiter(crowd);
            line.AddLast(waiter.Place);
            waiter.Stopped = cancellationToken.Register(() => Leave(waiter, cancellationToken));
        }

        Release();
        return new ValueTask<int>(waiter.Task);
    }

    /// <summary>A call got through the gateway, whatever became of it then.</summary>
    public void Passed(int ticket)
    {
        lock (_lock)
        {
            _silentSince = null;
            _rate.Passed(ticket, Now);
        }

        Release();
    }

    /// <summary>A call was lost on its way.</summary>
    public void Lost(int ticket)
    {
        lock (_lock)
        {
            _rate.Lost(ticket);
        }

        Release();
    }

    /// <summary>A call was refused.</summary>
    /// <returns>The change of the pace; null where it was known before that the gateway refuses.</returns>
    public ApiEvent? Refused(int ticket, LiveStationApiException refusal)
    {
        ApiEvent? change = null;
        lock (_lock)
        {
            double now = Now;
            _refusal = refusal;
            _refusals++;
            _lastRefusal = now;
            _silentSince ??= now;
            if (_rate.Refused(ticket, now, refusal.RetryAfter is { } asked ? Math.Min(asked.TotalSeconds, LongestPauseSec) : null))
            {
                double pause = _rate.PausedUntil - now;
                _toldRate = _rate.RateAt(now);
                change = new ApiEvent(ApiEventLevel.Verbose, $"pace: the gateway refuses calls ({refusal.ErrorId}); all pause {Seconds(pause)}, then {Number(_toldRate)} calls a second") { Pause = TimeSpan.FromSeconds(pause) };
            }
        }

        Release();
        return change;
    }

    /// <summary>Calls fail too often for the budget of retries.</summary>
    /// <returns>The change of the pace.</returns>
    public ApiEvent Slow()
    {
        lock (_lock)
        {
            double now = Now;
            _rate.Slow(now);
            _toldRate = _rate.RateAt(now);
            return new ApiEvent(ApiEventLevel.Verbose, $"pace: too many calls fail; slowed to {Number(_toldRate)} calls a second");
        }
    }

    /// <summary>The pace where it has grown by so much that it is worth telling; each change once.</summary>
    public ApiEvent? Change()
    {
        lock (_lock)
        {
            double rate = _rate.RateAt(Now);
            if (double.IsPositiveInfinity(_toldRate) || rate < _toldRate * WorthTelling)
            {
                return null;
            }

            _toldRate = rate;
            return new ApiEvent(ApiEventLevel.Verbose, double.IsPositiveInfinity(rate) ? "pace: calls go freely again" : $"pace: {Number(rate)} calls a second");
        }
    }

    /// <summary>Ends the calls of a crowd, where the gateway has let nothing through for too long.</summary>
    /// <param name="crowd">To whom the refused call belongs. Its patience begins with its own first refusal.</param>
    /// <param name="refusal">What it met.</param>
    /// <exception cref="LiveStationApiException">That is so.</exception>
    public void ThrowIfNothingPasses(Crowd crowd, LiveStationApiException refusal)
    {
        List<Waiter> ended = [];
        LiveStationApiException error;
        lock (_lock)
        {
            if (crowd.GivenUp is { } over)
            {
                throw over;
            }

            double now = Now;

            // A pause that the gateway asks for counts at once; the pace's own ones are waited for, as calls may get through after them.
            double asked = refusal.RetryAfter?.TotalSeconds ?? 0;
            crowd.RefusedSince ??= now;
            double since = Math.Max(crowd.RefusedSince.Value, _silentSince ?? now);
            if (now + asked - since < _patience.TotalSeconds)
            {
                return;
            }

            crowd.GivenUp = error = refusal.NothingPasses(TimeSpan.FromSeconds(now - since));
            foreach (LinkedList<Waiter> line in new[] { _again, _line })
            {
                for (LinkedListNode<Waiter>? node = line.First, next; node is not null; node = next)
                {
                    next = node.Next;
                    if (node.Value.Crowd == crowd)
                    {
                        line.Remove(node);
                        ended.Add(node.Value);
                    }
                }
            }
        }

        foreach (Waiter waiter in ended)
        {
            waiter.Fail(error);
        }

        throw error;
    }

    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (waiter.Place.List is null)
            {
                return;
            }

            waiter.Place.List.Remove(waiter.Place);
        }

        waiter.Cancel(cancellationToken);
    }

    // Lets those go whose turn it is, and comes back for the next one.
    private void Release()
    {
        List<(Waiter Waiter, int Ticket)>? going = null;
        TimeSpan? again = null;
        int arming;
        lock (_lock)
        {
            if (_again.Count == 0 && _line.Count == 0)
            {
                return;
            }

            double now = Now;
            while ((_again.First ?? _line.First) is { } first)
            {
                double at = _rate.NextAt(now);
                if (at > now)
                {
                    again = TimeSpan.FromSeconds(at - now);
                    break;
                }

                first.List!.Remove(first);
                (going ??= []).Add((first.Value, _rate.Take(now)));
            }

            arming = ++_arming;
        }

        foreach ((Waiter waiter, int ticket) in going ?? [])
        {
            waiter.Go(ticket);
        }

        if (again is { } wait)
        {
            Arm(wait, arming);
        }
    }

    private void Arm(TimeSpan wait, int arming)
    {
        // Outside the lock: a clock of a test may ring at once. Rounded up, so that a timer of whole milliseconds is not early.
        ITimer timer = _time.CreateTimer(static pace => ((Pace)pace!).Release(), this, wait < LongestTimer ? wait + TimeSpan.FromMilliseconds(1) : LongestTimer, Timeout.InfiniteTimeSpan);
        ITimer? old = timer;
        lock (_lock)
        {
            if (arming == _arming)
            {
                (old, _timer) = (_timer, timer);
            }
        }

        old?.Dispose();
    }

    private static string Seconds(double seconds) => seconds.ToString(seconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " s";

    private static string Number(double rate) => rate.ToString(rate < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private sealed class Waiter
    {
        private readonly TaskCompletionSource<int> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Waiter(Crowd crowd)
        {
            Crowd = crowd;
            Place = new LinkedListNode<Waiter>(this);
        }

        public Crowd Crowd { get; }

        public LinkedListNode<Waiter> Place { get; }

        public CancellationTokenRegistration Stopped { get; set; }

        public Task<int> Task => _turn.Task;

        public void Go(int ticket)
        {
            _turn.TrySetResult(ticket);
            Stopped.Dispose();
        }

        public void Fail(LiveStationApiException error)
        {
            _turn.TrySetException(error);
            Stopped.Dispose();
        }

        public void Cancel(CancellationToken cancellationToken) => _turn.TrySetCanceled(cancellationToken);
    }
}
