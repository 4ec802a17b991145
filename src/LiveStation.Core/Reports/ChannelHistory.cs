using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>
/// The recordings and broadcasts of one channel, gathered in any order, and what is wrong between the two. Knows no clock and calls
/// nobody. The settings of the channel are no judge: they may have been others when it was on air.
/// </summary>
internal sealed class ChannelHistory(string channelId)
{
    // What is missing of a file that holds less than this of its time is more than frames that did not come.
    private const double MuchShorter = 0.9;

    // A pause that is longer lies between two broadcasts.
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(10);

    private readonly Dictionary<long, RecordedTake> _takes = [];
    private readonly List<(DateTime At, bool IsStart)> _switches = [];
    private readonly HashSet<(DateTime, bool)> _known = [];
    private readonly Dictionary<long, Recording> _recordings = [];
    private readonly Dictionary<(DateTime?, string?), Event> _events = [];

    public string ChannelId => channelId;

    public bool HasRecordings => _takes.Count > 0;

    public bool HasBroadcasts => _switches.Count > 0;

    /// <summary>Whether recordings are kept as they came, for somebody who shows them.</summary>
    public bool Keeps { get; init; }

    /// <summary>The recordings that were kept.</summary>
    public IReadOnlyCollection<Recording> Recordings => _recordings.Values;

    /// <summary>The events that were kept.</summary>
    public IReadOnlyCollection<Event> Events => _events.Values;

    /// <summary>Adds a recording; one that is known takes the place of what was known.</summary>
    public void Add(Recording recording)
    {
        _takes[recording.RecordId] = new RecordedTake(recording);
        if (Keeps)
        {
            _recordings[recording.RecordId] = recording;
        }
    }

    /// <summary>Adds an event; only those are judged that tell of going on air and off, each once however many lists have it.</summary>
    /// <param name="item">The event.</param>
    /// <param name="keeps">Whether it is kept, for somebody who shows it.</param>
    public void Add(Event item, bool keeps = false)
    {
        if (keeps)
        {
            _events[(item.Timestamp, item.EventCodeText)] = item;
        }

        if (item is { EventCode: EventCode.PublishStart or EventCode.PublishEnd, Timestamp: { } time })
        {
            (DateTime, bool) one = (time.ToUniversalTime(), item.EventCode == EventCode.PublishStart);
            if (_known.Add(one))
            {
                _switches.Add(one);
            }
        }
    }

    /// <summary>The broadcasts, in their order.</summary>
    /// <param name="takes">The recordings, in theirs.</param>
    /// <param name="now">Now, in UTC.</param>
    public IReadOnlyList<Broadcast> Broadcasts(IReadOnlyList<(RecordedTake Take, Stretch Made)> takes, DateTime now)
    {
        List<Broadcast> broadcasts = [];
        DateTime? since = null;
        DateTime last = DateTime.MinValue;

        // At the same instant the order in which they came stays.
        foreach ((DateTime at, bool isStart) in _switches.OrderBy(static one => one.At))
        {
            if (isStart)
            {
                // A second start in a row: the end between them was lost. To take the channel for on air names a gap too many rather than too few.
                since ??= at;
                continue;
            }

            if ((since ?? BeginOfRecording(takes, last, at)) is { } begin)
            {
                broadcasts.Add(new Broadcast(new Stretch(begin, at), false));
            }

            since = null;
            last = at;
        }

        if (since < now)
        {
            broadcasts.Add(new Broadcast(new Stretch(since.Value, now), true));
        }

        return broadcasts;
    }

    /// <summary>Recordings with the time in which they were made, in the order of that time.</summary>
    /// <param name="now">Now, in UTC.</param>
    public IReadOnlyList<(RecordedTake Take, Stretch Made)> Takes(DateTime now) =>
        [.. _takes.Values.Select(take => (Take: take, At: take.At(now))).Where(static one => one.At is not null).Select(static one => (one.Take, one.At!.Value)).OrderBy(static one => one.Value.Begin)];

    /// <summary>What is wrong, in the order of time; what has none comes last.</summary>
    /// <param name="now">Now, in UTC.</param>
    /// <param name="minimum">What is shorter is left out: recording begins some seconds after publishing.</param>
    public IEnumerable<RecordingGap> Gaps(DateTime now, TimeSpan minimum)
    {
        IReadOnlyList<(RecordedTake Take, Stretch Made)> takes = Takes(now);
        IReadOnlyList<Broadcast> broadcasts = Broadcasts(takes, now);
        return Missing(broadcasts, takes)
            .Concat(Breaks(broadcasts))
            .Concat(Overlaps(takes, broadcasts))
            .Where(gap => gap.Duration >= minimum && gap.Duration > TimeSpan.Zero)
            .Concat(Shorter(takes, broadcasts, minimum))
            .Concat(Failures(broadcasts, now))
            .OrderBy(static gap => gap.Begin?.ToUniversalTime() ?? DateTime.MaxValue);
    }

    // A list may begin in the middle of a broadcast. As much of it is certain as was recorded.
    private static DateTime? BeginOfRecording(IReadOnlyList<(RecordedTake Take, Stretch Made)> takes, DateTime last, DateTime end) =>
        takes.Where(take => take.Made.Begin >= last && take.Made.Begin < end).Select(static take => (DateTime?)take.Made.Begin).FirstOrDefault();

    // A recording that could not be finished is told as a failure: the same time is not missing twice.
    private IEnumerable<RecordingGap> Missing(IReadOnlyList<Broadcast> broadcasts, IReadOnlyList<(RecordedTake Take, Stretch Made)> takes)
    {
        List<Stretch> covered = Union(takes.Select(static take => take.Made).Where(static made => made.Length > TimeSpan.Zero));
        int next = 0;
        foreach (Broadcast broadcast in broadcasts)
        {
            DateTime from = broadcast.OnAir.Begin;
            while (next < covered.Count && covered[next].End <= from)
            {
                next++;
            }

            for (int i = next; i < covered.Count && covered[i].Begin < broadcast.OnAir.End; i++)
            {
                if (covered[i].Begin > from)
                {
                    yield return Gap(new Stretch(from, covered[i].Begin), broadcast);
                }

                from = covered[i].End > from ? covered[i].End : from;
            }

            if (from < broadcast.OnAir.End)
            {
                yield return Gap(new Stretch(from, broadcast.OnAir.End), broadcast);
            }
        }
    }

    private IEnumerable<RecordingGap> Breaks(IReadOnlyList<Broadcast> broadcasts)
    {
        for (int i = 1; i < broadcasts.Count; i++)
        {
            Stretch pause = new(broadcasts[i - 1].OnAir.End, broadcasts[i].OnAir.Begin);
            if (pause.Length <= LongestBreak)
            {
                yield return new RecordingGap
                {
                    ChannelId = channelId,
                    Kind = GapKind.Break,
                    Begin = pause.Begin.ToLocalTime(),
                    End = pause.End.ToLocalTime(),
                    Duration = pause.Length,
                    BroadcastBegin = broadcasts[i - 1].OnAir.Begin.ToLocalTime(),
                    BroadcastEnd = broadcasts[i].OnAir.End.ToLocalTime(),
                };
            }
        }
    }

    private IEnumerable<RecordingGap> Overlaps(IReadOnlyList<(RecordedTake Take, Stretch Made)> takes, IReadOnlyList<Broadcast> broadcasts)
    {
        // The one that reaches furthest, and the one that does among the recordings other than that.
        (RecordedTake Take, Stretch Made)? longest = null;
        (RecordedTake Take, Stretch Made)? second = null;
        foreach ((RecordedTake Take, Stretch Made) one in takes.Where(static take => take.Take.IsMade && take.Take.Status != RecordStatus.Deleted))
        {
            (RecordedTake Take, Stretch Made)? other = longest is { } l && !l.Take.IsOfSame(one.Take) ? longest : second;
            if (other is { } o && o.Made.Shared(one.Made) is { Length.Ticks: > 0 } both)
            {
                yield return About(GapKind.Overlap, one.Take, both, BroadcastAt(both, broadcasts), both.Length, o.Take.RecordId);
            }

            if (longest is not { } furthest || one.Made.End > furthest.Made.End)
            {
                second = longest is { } old && !old.Take.IsOfSame(one.Take) ? longest : second;
                longest = one;
            }
            else if (!furthest.Take.IsOfSame(one.Take) && (second is not { } s || one.Made.End > s.Made.End))
            {
                second = one;
            }
        }
    }

    // Where a recording stopped early, what is missing is a gap; here the time is covered, and the file does not hold it.
    private IEnumerable<RecordingGap> Shorter(IReadOnlyList<(RecordedTake Take, Stretch Made)> takes, IReadOnlyList<Broadcast> broadcasts, TimeSpan minimum)
    {
        foreach ((RecordedTake take, Stretch made) in takes)
        {
            if (!take.IsFinished || take.Duration is not { } holds)
            {
                continue;
            }

            TimeSpan onAir = new(During(made, broadcasts).Sum(broadcast => broadcast.OnAir.Shared(made).Length.Ticks));
            TimeSpan expected = onAir > TimeSpan.Zero ? onAir : made.Length;
            TimeSpan lacks = expected - holds;
            if (lacks >= minimum && lacks > TimeSpan.Zero && holds.Ticks < expected.Ticks * MuchShorter)
            {
                yield return About(GapKind.Short, take, made, BroadcastAt(made, broadcasts), lacks);
            }
        }
    }

    private IEnumerable<RecordingGap> Failures(IReadOnlyList<Broadcast> broadcasts, DateTime now)
    {
        foreach (RecordedTake take in _takes.Values.Where(static take => take.HasFailed))
        {
            Stretch? made = take.At(now);
            yield return About(GapKind.Failed, take, made, made is { } at ? BroadcastAt(at, broadcasts) : null, made?.Length);
        }
    }

    private RecordingGap Gap(Stretch missing, Broadcast broadcast) => new()
    {
        ChannelId = channelId,
        Kind = GapKind.Gap,
        Part = (missing.Begin == broadcast.OnAir.Begin, missing.End == broadcast.OnAir.End) switch
        {
            (true, true) => GapPart.Whole,
            (true, false) => GapPart.Beginning,
            (false, true) => GapPart.End,
            _ => GapPart.Middle,
        },
        Begin = missing.Begin.ToLocalTime(),
        End = missing.End.ToLocalTime(),
        Duration = missing.Length,
        IsOngoing = broadcast.IsOngoing && missing.End == broadcast.OnAir.End,
        BroadcastBegin = broadcast.OnAir.Begin.ToLocalTime(),
        BroadcastEnd = broadcast.OnAir.End.ToLocalTime(),
    };

    private RecordingGap About(GapKind kind, RecordedTake take, Stretch? at, Broadcast? broadcast, TimeSpan? duration, long? other = null) => new()
    {
        ChannelId = channelId,
        Kind = kind,
        Begin = at?.Begin.ToLocalTime(),
        End = at?.End.ToLocalTime(),
        Duration = duration,
        RecordId = take.RecordId,
        OtherRecordId = other,
        Status = take.Status,
        ShouldDeleteTime = take.ShouldDeleteTime,
        BroadcastBegin = broadcast?.OnAir.Begin.ToLocalTime(),
        BroadcastEnd = broadcast?.OnAir.End.ToLocalTime(),
    };

    // The one that most of it was in.
    private static Broadcast? BroadcastAt(Stretch made, IReadOnlyList<Broadcast> broadcasts) =>
        During(made, broadcasts).OrderByDescending(broadcast => broadcast.OnAir.Shared(made).Length).Select(static broadcast => (Broadcast?)broadcast).FirstOrDefault();

    // No two of them meet, so that their ends stand in order too.
    private static IEnumerable<Broadcast> During(Stretch made, IReadOnlyList<Broadcast> broadcasts)
    {
        int low = 0;
        for (int high = broadcasts.Count; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = broadcasts[middle].OnAir.End <= made.Begin ? (middle + 1, high) : (low, middle);
        }

        for (; low < broadcasts.Count && broadcasts[low].OnAir.Begin < made.End; low++)
        {
            yield return broadcasts[low];
        }
    }

    private static List<Stretch> Union(IEnumerable<Stretch> ordered)
    {
        List<Stretch> union = [];
        foreach (Stretch one in ordered)
        {
            if (union.Count > 0 && union[union.Count - 1].End >= one.Begin)
            {
                Stretch last = union[union.Count - 1];
                union[union.Count - 1] = last with { End = one.End > last.End ? one.End : last.End };
            }
            else
            {
                union.Add(one);
            }
        }

        return union;
    }
}
