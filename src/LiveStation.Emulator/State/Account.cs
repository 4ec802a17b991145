using System;

namespace LiveStation.Emulator;

/// <summary>The account that the service keeps: its clock, its pace, and its lock. The areas keep what is in it.</summary>
internal sealed class Account
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;

    public Account(TimeProvider time, Pace pace)
    {
        _time = time;
        Pace = pace;
    }

    public Pace Pace { get; }

    /// <summary>Does one thing at a time, at one time. Whatever reads or changes the state of an area goes through here.</summary>
    public T Do<T>(Func<DateTimeOffset, T> work)
    {
        lock (_gate)
        {
            return work(_time.GetUtcNow());
        }
    }

    /// <summary>The same without a result.</summary>
    public void Do(Action<DateTimeOffset> work)
    {
        lock (_gate)
        {
            work(_time.GetUtcNow());
        }
    }
}
