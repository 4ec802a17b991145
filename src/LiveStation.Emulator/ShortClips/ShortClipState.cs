using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The snapshots of the account and the clips that were cut from them.</summary>
internal sealed class ShortClipState
{
    private const int LongestMinutes = 240;

    // For what is not there the pages print no code: the general one.
    private const int NotFound = 250004;

    private readonly Pace _pace;
    private readonly Counter _snapshotIds = new(7525);
    private readonly Counter _clipIds = new(100);
    private readonly Shelf<long, TakenSnapshot> _snapshots = new(snapshot => snapshot.Id, NotFound);
    private readonly Shelf<long, ShortClip> _clips = new(clip => clip.Id, NotFound);

    public ShortClipState(Pace pace, RecordingState recordings)
    {
        _pace = pace;
        Recordings = recordings;
    }

    public RecordingState Recordings { get; }

    public int Count => _clips.Count;

    /// <summary>A snapshot of a channel that is being recorded.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="minutes">How far back; null for all that the recording has.</param>
    /// <param name="now">The time.</param>
    public TakenSnapshot Take(Channel channel, int? minutes, DateTimeOffset now)
    {
        TimeSpan recorded = now - (Recordings.Of(channel).RunningSince ?? now);

        // The page counts in whole minutes: a begun one is one.
        int most = (int)Math.Min(LongestMinutes, Math.Floor(recorded.TotalMinutes) + 1);
        TakenSnapshot snapshot = _snapshots.Add(new(_snapshotIds.Next(), channel, now, now + _pace.SnapshotPreparation, minutes ?? most));
        channel.Snapshot = (snapshot.Id, snapshot.Expires);
        return snapshot;
    }

    public ShortClip Cut(TakenSnapshot snapshot, ShortClipRequest request, DateTimeOffset now) =>
        _clips.Add(new ShortClip(_clipIds.Next(), snapshot, request, now) { Due = now + _pace.ShortClipCreation });

    /// <summary>The snapshot of a channel, as long as it is valid, or the refusal.</summary>
    public TakenSnapshot RequireSnapshot(Channel channel, long id, DateTimeOffset now) =>
        _snapshots.Find(id) is TakenSnapshot snapshot && snapshot.Channel == channel && snapshot.IsValidAt(now) ? snapshot : throw new Refusal(NotFound, "Snapshot");

    /// <summary>The clip of a channel, or the refusal.</summary>
    public ShortClip Require(Channel channel, long id, DateTimeOffset now) =>
        _clips.Find(id) is ShortClip clip && clip.Snapshot.Channel == channel ? clip.At(now) : throw new Refusal(NotFound, "Short clip");

    public IEnumerable<ShortClip> Of(TakenSnapshot snapshot, DateTimeOffset now) =>
        _clips.Where(clip => clip.Snapshot == snapshot).Select(clip => clip.At(now));

    public ShortClip? Find(long id, DateTimeOffset now) => _clips.Find(id)?.At(now);

    public void Replace(ShortClip clip) => _clips.Replace(clip);
}
