using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The qualities and the sets of the account, with those that are built in.</summary>
internal sealed class QualityState
{
    private readonly Counter _qualityIds = new(BuiltIn.Qualities.Length);
    private readonly Counter _setIds = new(BuiltIn.Sets.Length);
    private readonly List<Func<long, IEnumerable<string>>> _users = [];

    public QualityState()
    {
        Array.ForEach(BuiltIn.Qualities, quality => Qualities.Add(quality));
        Array.ForEach(BuiltIn.Sets, set => Sets.Add(set));
    }

    /// <summary>Told after the segments of a set have changed: broadcasts that use it begin anew.</summary>
    public event Action<QualitySet, DateTimeOffset>? Changed;

    public Shelf<long, Quality> Qualities { get; } = new(quality => quality.Id, notFoundCode: 250300);

    public Shelf<long, QualitySet> Sets { get; } = new(set => set.Id, notFoundCode: 250301);

    /// <summary>Areas with things that use sets bring the names of those that use one.</summary>
    public void AddUsers(Func<long, IEnumerable<string>> namesOf) => _users.Add(namesOf);

    public IReadOnlyList<string> UsersOf(QualitySet set) => _users.SelectMany(namesOf => namesOf(set.Id)).ToList();

    public Quality Add(string name, VideoSetting? video, AudioSetting audio, DateTimeOffset now) =>
        Qualities.Add(new Quality(_qualityIds.Next(), name, false, now, video, audio));

    public QualitySet Add(string name, bool isLowLatency, IReadOnlyList<Quality> qualities, DateTimeOffset now, long? segmentDuration, long? segmentCount, string? metadataHeader) =>
        Sets.Add(new QualitySet(_setIds.Next(), name, false, isLowLatency, now, qualities) { SegmentDuration = segmentDuration, SegmentCount = segmentCount, MetadataHeader = metadataHeader });

    public QualitySet Change(QualitySet set, long segmentDuration, long segmentCount, DateTimeOffset now)
    {
        QualitySet changed = set with { SegmentDuration = segmentDuration, SegmentCount = segmentCount };
        Sets.Replace(changed);
        Changed?.Invoke(changed, now);
        return changed;
    }
}
