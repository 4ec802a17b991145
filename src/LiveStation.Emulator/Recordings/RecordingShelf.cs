using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The recordings of a channel in the order of their ids, which is also the order in which they are made.</summary>
internal sealed class RecordingShelf
{
    private static readonly IComparer<Recording> ById = Comparer<Recording>.Create((left, right) => left.Id.CompareTo(right.Id));

    private readonly Pace _pace;
    private readonly List<Recording> _recordings = [];
    private readonly List<long> _running = [];

    public RecordingShelf(Pace pace) => _pace = pace;

    public bool IsRunning => _running.Count > 0;

    /// <summary>By how much "total" is above the number of entries; not zero in the documented example only.</summary>
    public int UnlistedCount { get; set; }

    public int Total => _recordings.Count + UnlistedCount;

    public void Add(Recording recording)
    {
        _recordings.Add(recording);
        if (recording.Status == RecordingStatus.Recording)
        {
            _running.Add(recording.Id);
        }
    }

    public Recording? Find(long id, DateTimeOffset now)
    {
        int index = IndexOf(id);
        return index < 0 ? null : _recordings[index].At(now, _pace);
    }

    /// <summary>Puts a recording in the place of the one with the same id.</summary>
    public void Replace(Recording recording) => _recordings[IndexOf(recording.Id)] = recording;

    /// <summary>All recordings as they stand now: a copy, which can be written after the lock is left.</summary>
    public IReadOnlyList<Recording> Snapshot(DateTimeOffset now)
    {
        Recording[] copy = new Recording[_recordings.Count];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = _recordings[i].At(now, _pace);
        }

        return copy;
    }

    public IReadOnlyList<Recording> StopRunning(DateTimeOffset now)
    {
        List<Recording> stopped = _running.Select(id => _recordings[IndexOf(id)].Stop(now, _pace)).ToList();
        stopped.ForEach(Replace);
        _running.Clear();
        return stopped;
    }

    private int IndexOf(long id) => _recordings.BinarySearch(new Recording(id, "", "", QualitySet.Small.Best), ById);
}
