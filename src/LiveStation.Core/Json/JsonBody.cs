using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;

namespace LiveStation;

/// <summary>Writes the JSON of a request. A null is a field that is left out.</summary>
internal static class JsonBody
{
    // Beyond it numbers lose their last digits, and a decimal holds no infinity.
    private const double LargestReal = 1e15;

    public static byte[] Of(Action<Utf8JsonWriter> fields)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void Number(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void Real(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is not { } number)
        {
            return;
        }

        if (!(Math.Abs(number) < LargestReal))
        {
            throw new LiveStationArgumentException("InvalidNumber", $"{name}: {number.ToString(CultureInfo.InvariantCulture)} is no number that can be sent. Nothing was sent.", "Give a smaller number.");
        }

        // .NET Framework writes 23.97 as 23.969999999999999.
        writer.WriteNumber(name, (decimal)number);
    }

    public static void Milliseconds(this Utf8JsonWriter writer, string name, TimeSpan? value) => writer.Number(name, (long?)value?.TotalMilliseconds);

    public static void Flag(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    public static void Wire<T>(this Utf8JsonWriter writer, string name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
        {
            writer.Text(name, WireNames<T>.Write(known));
        }
    }

    public static void Numbers(this Utf8JsonWriter writer, string name, IEnumerable<long> values)
    {
        writer.WriteStartArray(name);
        foreach (long value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    public static void Object(this Utf8JsonWriter writer, string name, Action<Utf8JsonWriter> fields)
    {
        writer.WriteStartObject(name);
        fields(writer);
        writer.WriteEndObject();
    }
}
