using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>What happened to a re-stream: for the area of events. Relays tell ahead what time alone will bring.</summary>
internal sealed class RestreamHistory
{
    private const int Most = 1000;

    private readonly List<RestreamHappening> _all = [];

    /// <summary>Told of everything, also of what is still to come.</summary>
    public event Action<RestreamHappening>? Added;

    public IReadOnlyList<RestreamHappening> All => _all;

    /// <summary>Whether something that was told ahead still comes true.</summary>
    public bool Holds(RestreamHappening happening) => _all.Exists(other => ReferenceEquals(other, happening));

    public void Add(RestreamHappening happening)
    {
        // A relay that changes before what it told ahead has come true will not bring that any more.
        _all.RemoveAll(earlier => happening.RelayStatus is not null && earlier.Target == happening.Target && earlier.RelayStatus is not null && earlier.At > happening.At);
        _all.Add(happening);
        if (_all.Count > Most)
        {
            _all.RemoveAt(0);
        }

        Added?.Invoke(happening);
    }
}
