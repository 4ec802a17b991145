using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>
/// Takes typed fields out of a JSON object, as liberal as the API is loose: a number may come as text, "-" and "" mean
/// absent, and names differ between editions. What is not taken, or cannot be read as its type, stays in <see cref="Rest"/>.
/// </summary>
internal sealed class JsonFields
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly List<(string Name, JsonFields Fields)> _nested = [];

    public JsonFields(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                _fields[property.Name] = property.Value;
            }
        }
    }

    /// <summary>What was not taken so far, here and in nested objects, whose names stand before theirs.</summary>
    public IReadOnlyDictionary<string, JsonElement> Rest
    {
        get
        {
            Dictionary<string, JsonElement> rest = new(_fields, StringComparer.Ordinal);
            foreach ((string name, JsonFields nested) in _nested)
            {
                foreach (KeyValuePair<string, JsonElement> left in nested.Rest)
                {
                    rest[$"{name}.{left.Key}"] = left.Value;
                }
            }

            return rest.Count == 0 ? Nothing : rest;
        }
    }

    /// <summary>The rest of an object with the rest of what stood around it; a name that both have is the object's.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Merge(IReadOnlyDictionary<string, JsonElement> inner, IReadOnlyDictionary<string, JsonElement> beside)
    {
        if (beside.Count == 0)
        {
            return inner;
        }

        Dictionary<string, JsonElement> all = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonElement> field in inner)
        {
            all[field.Key] = field.Value;
        }

        foreach (KeyValuePair<string, JsonElement> field in beside)
        {
            all[all.ContainsKey(field.Key) ? "beside." + field.Key : field.Key] = field.Value;
        }

        return all;
    }

    /// <summary>Drops what says nothing of its own.</summary>
    public JsonFields Without(params string[] names)
    {
        foreach (string name in names)
        {
            _fields.Remove(name);
        }

        return this;
    }

    public string? Text(params string[] names) =>
        (string?)Take(names, static value => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        });

    public long? Long(params string[] names) =>
        (long?)Take(names, static value => Whole(value));

    public double? Number(params string[] names) =>
        (double?)Take(names, static value => value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDouble(out double number) ? number : null,
            JsonValueKind.String => double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) ? parsed : null,
            _ => null,
        });

    public bool? Bool(params string[] names) =>
        (bool?)Take(names, static value => value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(value.GetString(), out bool flag) => flag,
            JsonValueKind.String when value.GetString() is "Y" or "y" => true,
            JsonValueKind.String when value.GetString() is "N" or "n" => false,
            _ => null,
        });

    public Uri? Address(params string[] names) =>
        (Uri?)Take(names, static value => value.ValueKind == JsonValueKind.String && Uri.TryCreate(value.GetString(), UriKind.Absolute, out Uri? uri) ? uri : null);

    /// <summary>Milliseconds since 1970 UTC, as local time.</summary>
    public DateTime? Time(params string[] names) =>
        (DateTime?)Take(names, static value => Whole(value) is { } ms ? WireTime.Local(ms) : null);

    /// <summary>A span in milliseconds.</summary>
    public TimeSpan? Milliseconds(params string[] names) => Span(TimeSpan.TicksPerMillisecond, names);

    /// <summary>A span in seconds.</summary>
    public TimeSpan? Seconds(params string[] names) => Span(TimeSpan.TicksPerSecond, names);

    /// <summary>A span in minutes.</summary>
    public TimeSpan? Minutes(params string[] names) => Span(TimeSpan.TicksPerMinute, names);

    /// <summary>A list of texts; a single one is a list of one. One with anything else in it is left as it is.</summary>
    public string[]? Texts(params string[] names) => Texts(static _ => null, names);

    /// <summary>A list of texts, of which some may be objects that stand for one.</summary>
    /// <param name="textOf">The text of an object; null for one that stands for none.</param>
    /// <param name="names">Its names.</param>
    public string[]? Texts(Func<JsonElement, string?> textOf, params string[] names) =>
        (string[]?)Take(names, value => List(value, item => item.ValueKind switch
        {
            JsonValueKind.String => item.GetString(),
            JsonValueKind.Object => textOf(item),
            _ => null,
        }));

    /// <summary>A list of whole numbers; a single one is a list of one. One with anything else in it is left as it is.</summary>
    public long[]? Longs(params string[] names) =>
        (long[]?)Take(names, static value => List(value, static item => (object?)Whole(item)) is { } list ? list.Cast<long>().ToArray() : null);

    public string? Enum<T>(out T value, params string[] names)
        where T : struct, Enum
    {
        return WireNames<T>.Read(Text(names), out value);
    }

    /// <summary>A nested object; null where it is absent, null or empty.</summary>
    public JsonElement? Object(string name)
    {
        return Take([name], static value => value.ValueKind == JsonValueKind.Object ? value : null) is JsonElement found && HasAny(found) ? found : null;
    }

    /// <summary>A list of objects; one with anything else in it is left as it is.</summary>
    public JsonElement? Array(string name) =>
        (JsonElement?)Take([name], static value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.Object) ? value : null);

    /// <summary>A nested object; what is left of it in the end belongs to the rest here.</summary>
    public JsonFields? Nested(string name)
    {
        if (Object(name) is not { } element)
        {
            return null;
        }

        JsonFields nested = new(element);
        _nested.Add((name, nested));
        return nested;
    }

    private TimeSpan? Span(long unit, string[] names) =>
        (TimeSpan?)Take(names, value => Whole(value) is { } count and >= 0 && count <= long.MaxValue / unit ? new TimeSpan(count * unit) : null);

    private static T[]? List<T>(JsonElement value, Func<JsonElement, T?> read)
        where T : class
    {
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        T[] list = [.. items.Select(read).OfType<T>()];
        return list.Length == items.Length ? list : null;
    }

    private static long? Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out long whole) ? whole
            : value.TryGetDouble(out double number) && Math.Abs(number) < 1e15 && Math.Floor(number) == number ? (long)number : null,
        JsonValueKind.String => long.TryParse(value.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out long whole) ? whole : null,
        _ => null,
    };

    private static bool HasAny(JsonElement element)
    {
        using JsonElement.ObjectEnumerator properties = element.EnumerateObject();
        return properties.MoveNext();
    }

    // A value that cannot be read goes back to the rest.
    private object? Take(string[] names, Func<JsonElement, object?> read)
    {
        foreach (string name in names)
        {
            if (Taken(name) is { } value)
            {
                if (read(value) is { } result)
                {
                    return result;
                }

                _fields[name] = value;
            }
        }

        return null;
    }

    // Absent, null, "" and "-" all mean that there is no value.
    private JsonElement? Taken(string name)
    {
        if (!_fields.TryGetValue(name, out JsonElement value))
        {
            return null;
        }

        _fields.Remove(name);
        return value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.GetString() is "" or "-") ? null : value;
    }
}
