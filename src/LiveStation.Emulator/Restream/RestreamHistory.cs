using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What happened to a re-stream, oldest first: for the area of events. Relays tell ahead what time alone will bring.</summary>
internal sealed class RestreamHistory
{
    private const int Most = 1000;

    private readonly List<RestreamHappening> _all = [];

    /// <summary>What has come true by now: a copy.</summary>
    public IReadOnlyList<RestreamHappening> Until(DateTimeOffset now) => _all.Where(happening => happening.At <= now).OrderBy(happening => happening.At).ToList();

    public void Add(RestreamHappening happening)
    {
        // A relay that changes before what it told ahead has come true will not bring that any more.
        _all.RemoveAll(earlier => happening.RelayStatus is not null && earlier.Target == happening.Target && earlier.RelayStatus is not null && earlier.At > happening.At);
        _all.Add(happening);
        if (_all.Count > Most)
        {
            _all.RemoveAt(0);
        }
    }
}
