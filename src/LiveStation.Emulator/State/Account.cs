using System;
using System.Threading;

namespace LiveStation.Emulator;

/// <summary>The account that the service keeps: its clock, its pace, and its lock. The areas keep what is in it.</summary>
internal sealed class Account
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly Agenda _agenda = new();
    private bool _keepsTime;
    private ITimer? _timer;

    public Account(TimeProvider time, Pace pace)
    {
        _time = time;
        Pace = pace;
    }

    public Pace Pace { get; }

    /// <summary>Does one thing at a time, at one time, and before it whatever was due until then. Whatever reads or changes the state of an area goes through here.</summary>
    public T Do<T>(Func<DateTimeOffset, T> work)
    {
        lock (_gate)
        {
            DateTimeOffset now = _time.GetUtcNow();
            _agenda.Run(now);
            try
            {
                return work(now);
            }
            finally
            {
                _agenda.Run(now);
                SetTimer(now);
            }
        }
    }

    /// <summary>The same without a result.</summary>
    public void Do(Action<DateTimeOffset> work) => Do(now =>
    {
        work(now);
        return true;
    });

    /// <summary>Puts something off. It is done at its time as far as anybody can see: before the first thing that is done after it.</summary>
    /// <param name="when">Its time, which the work is given.</param>
    /// <param name="work">What to do; it runs under the lock.</param>
    public void At(DateTimeOffset when, Action<DateTimeOffset> work) => _agenda.Add(when, work);

    /// <summary>From now on what was put off is done at its time also where nobody calls: the service speaks by itself.</summary>
    public void KeepTime() => _keepsTime = true;

    private void SetTimer(DateTimeOffset now)
    {
        _timer?.Dispose();
        _timer = null;
        if (_keepsTime && _agenda.Next is DateTimeOffset next)
        {
            // Timers count whole milliseconds, and one that comes too early would find nothing.
            TimeSpan wait = next - now + TimeSpan.FromMilliseconds(1);
            _timer = _time.CreateTimer(_ => Do(static _ => { }), null, wait < LongestTimer ? wait : LongestTimer, Timeout.InfiniteTimeSpan);
        }
    }
}
