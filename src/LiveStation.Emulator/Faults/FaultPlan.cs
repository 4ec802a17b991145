using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>
/// The faults to come. A request plays the first one that matches it, and only that one; the next request the next.
/// The skew of the clock stands apart and holds until <see cref="Clear"/>.
/// </summary>
public sealed class FaultPlan
{
    private static readonly (Func<Fault, bool> IsBroken, string Message)[] Rules =
    [
        (static fault => fault.Times < 1, "Times counts from 1."),
        (static fault => fault.ChunkSize < 1, "ChunkSize counts from 1."),
        (static fault => fault.AtByte < 0, "AtByte counts from 0."),
        (static fault => fault.AtEntry < 1, "AtEntry counts from 1."),
        (static fault => fault.AtFraction is < 0 or > 1, "AtFraction goes from 0 to 1."),
        (static fault => fault.Status is < 200 or > 599, "Status goes from 200 to 599."),
        (static fault => fault.Kind != FaultKind.SkewedClock && fault.Delay < TimeSpan.Zero, "Delay cannot be negative."),
        (static fault => IsTicks(fault.Delay) || IsTicks(fault.RetryAfter ?? default), "A span under a millisecond: was a number taken as ticks? Give a TimeSpan."),
    ];

    private readonly object _gate = new();
    private readonly List<Fault> _faults = [];
    private TimeSpan _clockSkew;

    internal FaultPlan()
    {
    }

    /// <summary>How far the clock of the service is ahead of its TimeProvider.</summary>
    public TimeSpan ClockSkew
    {
        get
        {
            lock (_gate)
            {
                return _clockSkew;
            }
        }
    }

    /// <summary>The faults that have not been played out.</summary>
    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (_gate)
            {
                return _faults.ToArray();
            }
        }
    }

    /// <summary>Adds a fault behind those that are there.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(Fault fault)
    {
        if (fault is null)
        {
            throw new ArgumentNullException(nameof(fault));
        }

        if (Array.Find(Rules, rule => rule.IsBroken(fault)) is { Message: string message })
        {
            throw new ArgumentException(message, nameof(fault));
        }

        lock (_gate)
        {
            if (fault.Kind == FaultKind.SkewedClock)
            {
                _clockSkew = fault.Delay;
            }
            else
            {
                _faults.Add(fault);
            }
        }
    }

    /// <summary>Forgets all faults and sets the clock right.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _clockSkew = TimeSpan.Zero;
        }
    }

    /// <summary>The fault for this request, used up once; or null.</summary>
    internal Fault? Take(EmulatorRequest request)
    {
        lock (_gate)
        {
            int index = _faults.FindIndex(fault => fault.Matches(request));
            if (index < 0)
            {
                return null;
            }

            Fault fault = _faults[index];
            if (fault.Times == 1)
            {
                _faults.RemoveAt(index);
            }
            else if (fault.Times != Fault.Unlimited)
            {
                _faults[index] = fault with { Times = fault.Times - 1 };
            }

            return fault;
        }
    }

    private static bool IsTicks(TimeSpan span) => span != TimeSpan.Zero && span.Duration() < TimeSpan.FromMilliseconds(1);
}
