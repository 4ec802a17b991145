using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What is to happen at its time. Nothing waits for it: it is caught up with, in order, each at the time that it was meant for. Touched under the lock of the account only.</summary>
internal sealed class Agenda
{
    // What is due at the same time happens in the order in which it was put down.
    private readonly SortedDictionary<(DateTimeOffset When, long Order), Action<DateTimeOffset>> _entries = [];
    private readonly Counter _orders = new(0);

    /// <summary>When the next thing is due; null for never.</summary>
    public DateTimeOffset? Next => _entries.Count > 0 ? _entries.First().Key.When : null;

    public void Add(DateTimeOffset when, Action<DateTimeOffset> work) => _entries.Add((when, _orders.Next()), work);

    /// <summary>Does what is due; it may put down more, which is done too where it is due.</summary>
    public void Run(DateTimeOffset now)
    {
        while (_entries.Count > 0 && _entries.First() is { Key: var key, Value: var work } && key.When <= now)
        {
            _entries.Remove(key);
            work(key.When);
        }
    }
}
