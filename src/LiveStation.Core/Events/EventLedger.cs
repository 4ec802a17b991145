using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>
/// Knows which events were told, so that each is told once, from whichever source it comes first. Lists give every event again with each
/// answer; callbacks come twice, late or never. Alike ones are counted: a second event that nothing tells from the first is an event.
/// </summary>
internal sealed class EventLedger
{
    /// <summary>How long an event is remembered that is not listed any more: an answer that leaves some out makes none of them new.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    /// <summary>How long lists may take to have what a callback told of, before that is said.</summary>
    public static readonly TimeSpan Doubt = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _time;
    private readonly EventBookmark? _bookmark;
    private readonly Dictionary<Guid, Happening> _happenings = [];
    private readonly Dictionary<EventFeed, Dictionary<Guid, Entry>> _shelves = [];
    private readonly Dictionary<Guid, Entry> _kept = [];
    private readonly Queue<(Guid Brief, long At)> _posted = new();
    private readonly Queue<(Event Item, long At)> _unconfirmed = new();
    private EventBookmark.Line? _inHand;

    /// <summary>Makes one; what a bookmark says was told counts as told.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="since">Since when what happens is told.</param>
    /// <param name="bookmark">The file that outlives the process; null for none. It is written once at once.</param>
    /// <exception cref="LiveStationSaveException">The bookmark cannot be written.</exception>
    public EventLedger(TimeProvider time, DateTimeOffset since, EventBookmark? bookmark)
    {
        _time = time;
        Since = since;
        _bookmark = bookmark;
        foreach (EventBookmark.Line line in bookmark?.Told ?? [])
        {
            Happening happening = Find(line.Brief);
            if (line.Whole is { } whole)
            {
                Entry entry = Entry.Of(_kept, whole, line.Brief);
                entry.Count++;
                happening.Listed++;
                happening.Told = Math.Max(happening.Told, happening.Listed);
            }
            else
            {
                happening.Told++;
                Remember(line.Brief, happening);
            }
        }

        bookmark?.Write(since, Lines());
    }

    /// <summary>Since when what happens is told.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Whether a bookmark told of events that no list has shown yet.</summary>
    public bool HasKept => _kept.Count > 0;

    /// <summary>How many events it remembers.</summary>
    public int Count => _happenings.Count;

    /// <summary>Begins to read an answer.</summary>
    /// <param name="feed">The list that it is of.</param>
    public Reading Read(EventFeed feed)
    {
        if (!_shelves.TryGetValue(feed, out Dictionary<Guid, Entry>? shelf))
        {
            _shelves.Add(feed, shelf = []);
        }

        return new Reading(this, shelf);
    }

    /// <summary>
    /// Whether a callback tells of what nobody told yet. It counts as told with that, and is in hand until it is settled. One without a number
    /// is taken for the same as another one of its channel, code and time.
    /// </summary>
    public bool IsNew(Event callback)
    {
        Guid brief = EventPrint.OfCallback(callback);
        Happening happening = Find(brief);
        if (!(happening.Numbers ??= new HashSet<string>(StringComparer.Ordinal)).Add(callback.EventId ?? ""))
        {
            return false;
        }

        Remember(brief, happening);
        if (happening.Numbers.Count <= happening.Told)
        {
            return false;
        }

        happening.Told++;
        (happening.Unlisted ??= new Queue<Event>()).Enqueue(callback);
        _unconfirmed.Enqueue((callback, _time.GetTimestamp()));
        _inHand = new EventBookmark.Line(null, brief);
        return true;
    }

    /// <summary>The events that callbacks told of and lists ought to have by now, each once.</summary>
    public IReadOnlyList<Event> TakeDoubtful()
    {
        List<Event> doubtful = [];
        while (_unconfirmed.Count > 0 && _time.GetElapsedTime(_unconfirmed.Peek().At) > Doubt)
        {
            Event item = _unconfirmed.Dequeue().Item;
            if (item.Status != EventStatus.Confirmed)
            {
                doubtful.Add(item);
            }
        }

        return doubtful;
    }

    /// <summary>Forgets callbacks that are long over. Not while lists cannot be asked, which would then tell of them again.</summary>
    public void ForgetPosted()
    {
        while (_unconfirmed.Count > 0 && _time.GetElapsedTime(_unconfirmed.Peek().At) > Memory)
        {
            _unconfirmed.Dequeue();
        }

        while (_posted.Count > 0 && _time.GetElapsedTime(_posted.Peek().At) > Memory)
        {
            Guid brief = _posted.Dequeue().Brief;
            Happening happening = _happenings[brief];
            if (--happening.Posted == 0)
            {
                happening.Numbers = null;
                happening.Unlisted = null;
                happening.Told = happening.Listed;
                Drop(brief, happening);
            }
        }
    }

    /// <summary>Notes the event that was given out last: who it was for has it.</summary>
    public LiveStationException? Settle()
    {
        if (_inHand is not { } line)
        {
            return null;
        }

        _inHand = null;
        return Try(() => _bookmark?.Add(line));
    }

    /// <summary>Has the disk keep what was noted.</summary>
    /// <returns>Why it could not; null where it could.</returns>
    public LiveStationException? Save() => Try(() =>
    {
        if (_bookmark?.WantsWhole == true)
        {
            _bookmark.Write(Since, Lines());
        }
        else
        {
            _bookmark?.Flush();
        }
    });

    private static LiveStationException? Try(Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (LiveStationSaveException e)
        {
            return e;
        }
    }

    private Happening Find(Guid brief)
    {
        if (!_happenings.TryGetValue(brief, out Happening? happening))
        {
            _happenings.Add(brief, happening = new Happening());
        }

        return happening;
    }

    private void Remember(Guid brief, Happening happening)
    {
        happening.Posted++;
        _posted.Enqueue((brief, _time.GetTimestamp()));
    }

    private void Drop(Guid brief, Happening happening)
    {
        if (happening.Listed == 0 && happening.Posted == 0)
        {
            _happenings.Remove(brief);
        }
    }

    // What is in hand was given out, and not yet taken: after a kill it comes again.
    private IEnumerable<EventBookmark.Line> Lines()
    {
        foreach (KeyValuePair<Guid, Entry> entry in _shelves.Values.Append(_kept).SelectMany(static shelf => shelf))
        {
            EventBookmark.Line line = new(entry.Key, entry.Value.Brief);
            for (int i = line == _inHand ? 1 : 0; i < entry.Value.Count; i++)
            {
                yield return line;
            }
        }

        foreach (KeyValuePair<Guid, Happening> happening in _happenings)
        {
            EventBookmark.Line line = new(null, happening.Key);
            for (int i = happening.Value.Listed + (line == _inHand ? 1 : 0); i < happening.Value.Told; i++)
            {
                yield return line;
            }
        }
    }

    // What an answer left out is forgotten when it has stayed away for long.
    private void Forget(Dictionary<Guid, Entry> shelf, Func<Guid, bool> isListed)
    {
        long now = _time.GetTimestamp();
        List<Guid> gone = [];
        foreach (KeyValuePair<Guid, Entry> entry in shelf)
        {
            entry.Value.MissingSince = isListed(entry.Key) ? null : entry.Value.MissingSince ?? now;
            if (entry.Value.MissingSince is { } missing && _time.GetElapsedTime(missing, now) > Memory)
            {
                gone.Add(entry.Key);
            }
        }

        foreach (Guid whole in gone)
        {
            Entry entry = shelf[whole];
            shelf.Remove(whole);
            Happening happening = _happenings[entry.Brief];
            happening.Listed -= entry.Count;
            happening.Told -= entry.Count;
            Drop(entry.Brief, happening);
        }
    }

    /// <summary>An answer that is being read, from its oldest event to its youngest.</summary>
    internal sealed class Reading(EventLedger ledger, Dictionary<Guid, Entry> shelf)
    {
        private readonly Dictionary<Guid, int> _counts = [];

        /// <summary>Whether anything in it was known.</summary>
        public bool Overlaps { get; private set; }

        /// <summary>Whether the next event was told by nobody yet. It counts as told with that, and is in hand until it is settled.</summary>
        public bool IsNew(Event item)
        {
            Guid whole = EventPrint.Whole(item);
            _counts.TryGetValue(whole, out int count);
            _counts[whole] = ++count;
            if (!shelf.ContainsKey(whole) && ledger._kept.TryGetValue(whole, out Entry? kept))
            {
                ledger._kept.Remove(whole);
                shelf.Add(whole, kept);
            }

            Entry entry = Entry.Of(shelf, whole, EventPrint.OfCallback(item));
            if (count <= entry.Count)
            {
                Overlaps = true;
                return false;
            }

            entry.Count++;
            Happening happening = ledger.Find(entry.Brief);
            happening.Listed++;
            ledger._inHand = new EventBookmark.Line(whole, entry.Brief);
            if (happening.Listed <= happening.Told)
            {
                if (happening.Unlisted?.Count > 0)
                {
                    happening.Unlisted.Dequeue().Confirm(item);
                }

                return false;
            }

            happening.Told++;
            return true;
        }

        /// <summary>Ends it: what it left out is on its way to be forgotten.</summary>
        /// <param name="areAllHeard">Whether every list was answered, so that what a bookmark told of and none of them has is gone as well.</param>
        public void End(bool areAllHeard)
        {
            ledger.Forget(shelf, _counts.ContainsKey);
            if (areAllHeard)
            {
                ledger.Forget(ledger._kept, static _ => false);
            }
        }
    }

    /// <summary>An event in a list, and how many there are that nothing tells from it.</summary>
    internal sealed class Entry(Guid brief)
    {
        public Guid Brief { get; } = brief;

        public int Count { get; set; }

        public long? MissingSince { get; set; }

        public static Entry Of(Dictionary<Guid, Entry> shelf, Guid whole, Guid brief)
        {
            if (!shelf.TryGetValue(whole, out Entry? entry))
            {
                shelf.Add(whole, entry = new Entry(brief));
            }

            return entry;
        }
    }

    /// <summary>What channel, code and time have in common: how often it was told, and how often lists have it.</summary>
    private sealed class Happening
    {
        public int Told { get; set; }

        public int Listed { get; set; }

        /// <summary>Numbers of the callbacks that told of it; null where none did.</summary>
        public HashSet<string>? Numbers { get; set; }

        /// <summary>How many callbacks about it are remembered.</summary>
        public int Posted { get; set; }

        /// <summary>What was told and is listed by nobody yet; null where nothing is.</summary>
        public Queue<Event>? Unlisted { get; set; }
    }
}
