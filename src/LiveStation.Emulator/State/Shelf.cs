using System;
using System.Collections;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Things of one kind, in the order in which they were made, found by their ids. Touched under the lock of the account only.</summary>
internal sealed class Shelf<TId, T> : IReadOnlyList<T>
    where TId : notnull
    where T : class
{
    private readonly Func<T, TId> _idOf;
    private readonly int _notFoundCode;
    private readonly List<T> _things = [];
    private readonly Dictionary<TId, int> _places = [];

    /// <summary>An empty shelf.</summary>
    /// <param name="idOf">The id of a thing; it never changes.</param>
    /// <param name="notFoundCode">The code of the service for an id that is not there.</param>
    public Shelf(Func<T, TId> idOf, int notFoundCode)
    {
        _idOf = idOf;
        _notFoundCode = notFoundCode;
    }

    public int Count => _things.Count;

    public T this[int index] => _things[index];

    public T Add(T thing)
    {
        _places.Add(_idOf(thing), _things.Count);
        _things.Add(thing);
        return thing;
    }

    /// <summary>The thing, or null.</summary>
    public T? Find(TId id) => _places.TryGetValue(id, out int place) ? _things[place] : null;

    /// <summary>The thing, or the refusal.</summary>
    public T Require(TId id) => Find(id) ?? throw new Refusal(_notFoundCode);

    /// <summary>Puts a thing in the place of the one with the same id.</summary>
    public void Replace(T thing) => _things[_places[_idOf(thing)]] = thing;

    /// <summary>Takes a thing away for good.</summary>
    public void Remove(T thing)
    {
        int place = _places[_idOf(thing)];
        _places.Remove(_idOf(thing));
        _things.RemoveAt(place);
        for (int i = place; i < _things.Count; i++)
        {
            _places[_idOf(_things[i])] = i;
        }
    }

    public IEnumerator<T> GetEnumerator() => _things.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
