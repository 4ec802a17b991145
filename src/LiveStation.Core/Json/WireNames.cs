using System;
using System.Collections.Generic;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace LiveStation;

/// <summary>The API's spelling of an enum's values: <c>TransferReady</c> is <c>TRANSFER_READY</c> there.</summary>
/// <typeparam name="T">An enum whose 0 is <c>Unknown</c>.</typeparam>
internal static class WireNames<T>
    where T : struct, Enum
{
    private static readonly Entry[] Entries = Build();

    /// <summary>The value as the API writes it; null for <c>Unknown</c>.</summary>
    public static string? Write(T value)
    {
        foreach (Entry entry in Entries)
        {
            if (EqualityComparer<T>.Default.Equals(entry.Value, value))
            {
                return entry.Text;
            }
        }

        return null;
    }

    /// <summary>Reads the API's spelling, or ours, in any case.</summary>
    public static bool TryRead(string text, out T value)
    {
        string plain = Plain(text);
        foreach (Entry entry in Entries)
        {
            if (string.Equals(entry.Plain, plain, StringComparison.OrdinalIgnoreCase))
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Reads a string token without making a string for a value that is known.</summary>
    /// <returns>The text; with <paramref name="value"/> <c>Unknown</c> where it is not known.</returns>
    public static string? Read(ref Utf8JsonReader reader, out T value)
    {
        foreach (Entry entry in Entries)
        {
            if (reader.ValueTextEquals(entry.Utf8))
            {
                value = entry.Value;
                return entry.Text;
            }
        }

        return Read(reader.GetString(), out value);
    }

    /// <summary>Reads a text; keeps it as it came.</summary>
    public static string? Read(string? text, out T value)
    {
        value = default;
        if (string.IsNullOrEmpty(text) || text == "-")
        {
            return null;
        }

        TryRead(text!, out value);
        return text;
    }

    private static Entry[] Build()
    {
        List<Entry> entries = [];
        foreach (FieldInfo field in typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            T value = (T)field.GetValue(null)!;
            if (EqualityComparer<T>.Default.Equals(value, default))
            {
                continue;
            }

            WireNameAttribute? wire = field.GetCustomAttribute<WireNameAttribute>();
            entries.Add(new Entry(value, wire?.Name ?? UpperSnake(field.Name)));
            if (wire?.Older is { } older)
            {
                entries.Add(new Entry(value, older));
            }
        }

        return [.. entries];
    }

    private static string UpperSnake(string pascal)
    {
        StringBuilder snake = new();
        foreach (char c in pascal)
        {
            if (char.IsUpper(c) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToUpperInvariant(c));
        }

        return snake.ToString();
    }

    private static string Plain(string text) => text.Replace("_", "").Replace(",", "").Replace(" ", "");

    private sealed class Entry(T value, string text)
    {
        public T Value { get; } = value;

        public string Text { get; } = text;

        public string Plain { get; } = WireNames<T>.Plain(text);

        public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);
    }
}
