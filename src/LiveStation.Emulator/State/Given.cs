using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>Checks of what the controls are given.</summary>
internal static class Given
{
    public static void OneOf(IEnumerable<string> known, string value, string parameter)
    {
        if (!known.Contains(value))
        {
            throw new ArgumentException($"{value} is none of {string.Join(", ", known)}.", parameter);
        }
    }

    public static T OneIn<TId, T>(Shelf<TId, T> shelf, TId id, string what, string parameter)
        where TId : notnull
        where T : class =>
        shelf.Find(id) ?? throw new ArgumentException($"There is no {what} {id}.", parameter);
}
