using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>The API's spelling of an enum's values, for an enum that is known when it runs.</summary>
internal abstract class WireEnum
{
    /// <summary>All values as the API writes them.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    public static WireEnum Of(Type type) => (WireEnum)Activator.CreateInstance(typeof(Known<>).MakeGenericType(type))!;

    /// <summary>The value as the API writes it; null for <c>Unknown</c>.</summary>
    public abstract string? Write(object value);

    /// <summary>The value of a text in the API's spelling; null for none of them.</summary>
    public abstract object? Read(string text);

    private sealed class Known<T> : WireEnum
        where T : struct, Enum
    {
        public override IReadOnlyList<string> Names { get; } = [.. Enum.GetValues(typeof(T)).Cast<T>().Select(WireNames<T>.Write).OfType<string>()];

        public override string? Write(object value) => WireNames<T>.Write((T)value);

        public override object? Read(string text) => Names.Contains(text) && WireNames<T>.TryRead(text, out T value) ? value : null;
    }
}
