using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The recordings of a channel, each as it stands at the time at which it is asked for.</summary>
internal sealed class RecordingShelf
{
    private readonly Pace _pace;
    private readonly Shelf<long, Recording> _recordings = new(recording => recording.Id, notFoundCode: 250702);
    private readonly List<long> _running = [];

    public RecordingShelf(Pace pace) => _pace = pace;

    /// <summary>By how much "total" is above the number of entries; not zero in the documented example only.</summary>
    public int UnlistedCount { get; set; }

    public int Count => _recordings.Count;

    public int Total => Count + UnlistedCount;

    public void Add(Recording recording)
    {
        _recordings.Add(recording);
        if (recording.Status == RecordingStatus.Recording)
        {
            _running.Add(recording.Id);
        }
    }

    /// <summary>When the recording that runs began; null when none runs.</summary>
    public DateTimeOffset? RunningSince => _running.Count == 0 ? null : _recordings.Require(_running[0]).Begin;

    public bool Holds(long id) => _recordings.Find(id) is not null;

    /// <summary>Whether nothing was done to a recording since it was put here.</summary>
    public bool Keeps(Recording recording) => ReferenceEquals(_recordings.Find(recording.Id), recording);

    public Recording? Find(long id, DateTimeOffset now) => _recordings.Find(id)?.At(now, _pace);

    /// <summary>The recording, or the refusal.</summary>
    public Recording Require(long id, DateTimeOffset now) => _recordings.Require(id).At(now, _pace);

    /// <summary>Puts a recording in the place of the one with the same id.</summary>
    public void Replace(Recording recording) => _recordings.Replace(recording);

    /// <summary>All recordings as they stand now: a copy, which can be written after the lock is left.</summary>
    public IReadOnlyList<Recording> Snapshot(DateTimeOffset now)
    {
        Recording[] copy = new Recording[Count];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = _recordings[i].At(now, _pace);
        }

        return copy;
    }

    public IReadOnlyList<Recording> StopRunning(DateTimeOffset now)
    {
        List<Recording> stopped = _running.Select(id => _recordings.Require(id).Stop(now, _pace)).ToList();
        stopped.ForEach(Replace);
        _running.Clear();
        return stopped;
    }
}
