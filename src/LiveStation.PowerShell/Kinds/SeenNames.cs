using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.PowerShell;

/// <summary>
/// The names that a context has seen lately, by kind of thing, for tab completion and questions. Bounded, so that a list of a
/// million recordings leaves no trace in memory; the words beside a name are made when they are wanted.
/// </summary>
internal sealed class SeenNames(TimeProvider time)
{
    // What was made elsewhere appears after this time, and what is gone goes.
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<Type, Kind[]> ByType = new();

    private readonly object _lock = new();
    private readonly Dictionary<Kind, Recent> _seen = [];
    private readonly Dictionary<Kind, DateTimeOffset> _listed = [];

    /// <summary>Remembers the names in an object that a cmdlet writes.</summary>
    public void Note(object? item)
    {
        Kind[] kinds = item is null ? [] : ByType.GetOrAdd(item.GetType(), static type => [.. Kind.All.Where(kind => kind.Keep > 0 && kind.IsSeenIn(type))]);
        if (kinds.Length == 0)
        {
            return;
        }

        lock (_lock)
        {
            foreach (Kind kind in kinds)
            {
                if (kind.NameIn(item!) is { } name)
                {
                    Of(kind).Add(name, item!);
                }
            }
        }
    }

    /// <summary>The names of a kind, each with the object in which it was seen last.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> All(Kind kind)
    {
        lock (_lock)
        {
            return Of(kind).ToArray();
        }
    }

    /// <summary>The object in which a name was seen last; null where it was not.</summary>
    public object? Find<TKind>(string name)
        where TKind : Kind
    {
        lock (_lock)
        {
            return Of(Kind.Get(typeof(TKind))).Find(name);
        }
    }

    /// <summary>A thing as questions to the user name it: with the words beside its name, where it was seen.</summary>
    public string Describe<TKind>(string name)
        where TKind : Kind
    {
        return Find<TKind>(name) is { } item ? $"{name} {Kind.Get(typeof(TKind)).Tip(item)}" : name;
    }

    /// <summary>Whether all things of a kind were listed not long ago, so that completion need not ask.</summary>
    public bool IsListed(Kind kind)
    {
        lock (_lock)
        {
            return _listed.TryGetValue(kind, out DateTimeOffset at) && time.GetUtcNow() - at < Age;
        }
    }

    /// <summary>Remembers that all things of a kind have been listed just now.</summary>
    public void NoteListed<TKind>()
        where TKind : Kind => NoteListed(Kind.Get(typeof(TKind)));

    /// <summary>The same for a kind that is known when it runs.</summary>
    public void NoteListed(Kind kind)
    {
        lock (_lock)
        {
            _listed[kind] = time.GetUtcNow();
        }
    }

    /// <summary>Takes a whole list in place of what was seen before.</summary>
    public void Replace(Kind kind, IEnumerable<object> items)
    {
        lock (_lock)
        {
            _seen.Remove(kind);
            _listed[kind] = time.GetUtcNow();
        }

        foreach (object item in items)
        {
            Note(item);
        }
    }

    private Recent Of(Kind kind)
    {
        if (!_seen.TryGetValue(kind, out Recent? recent))
        {
            _seen.Add(kind, recent = new Recent(kind.Keep));
        }

        return recent;
    }

    private sealed class Recent(int capacity)
    {
        private readonly Dictionary<string, object> _items = new(StringComparer.Ordinal);
        private readonly Queue<string> _order = new();

        public void Add(string name, object item)
        {
            if (!_items.ContainsKey(name))
            {
                _order.Enqueue(name);
                if (_order.Count > capacity)
                {
                    _items.Remove(_order.Dequeue());
                }
            }

            _items[name] = item;
        }

        public object? Find(string name) => _items.TryGetValue(name, out object? item) ? item : null;

        public KeyValuePair<string, object>[] ToArray() => [.. _items];
    }
}
