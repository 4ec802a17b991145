using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiveStation.Contract.Tests.Fuzz;

/// <summary>Makes broken and hostile texts out of good ones, the same for the same seed.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly string[] Tokens =
    [
        "null", "true", "{}", "[]", "\"\"", "\"-\"", "-1", "0", "1e999", "-0.0", "9223372036854775807", "9223372036854775808", "253402300800000", "\"253402300800000\"", "99999999999999999999",
        "\"\\ud800\"", "\"\\u0000\\u001b[2J\\n\"", "\"\\u202etxt\"", "{\"a\":", "[[[[[[[[", "]", "}", ",", ":", "\"", "\\", "\u0000", "\r\n", "\ufeff", "<", "&#x0;", "&amp;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "%2F", "%", "..", "://", "=", "[", "#EXTM3U",
    ];

    private static readonly Func<JsonNode?>[] Values =
    [
        static () => null, static () => true, static () => 0, static () => -1, static () => long.MaxValue, static () => long.MinValue, static () => 1e300, static () => 0.5, static () => "", static () => "-", static () => "null",
        static () => "9223372036854775808", static () => "2026-13-45T99:99:99", static () => "0001-01-01T00:00:00Z", static () => "9999-12-31T23:59:59Z", static () => "\0\u001b[31m\r\n\u202e", static () => new string('x', 70_000),
        static () => new JsonObject(), static () => new JsonArray(), static () => new JsonArray(null, 1, "a", new JsonObject { ["a"] = 1 }), static () => new JsonObject { [""] = null }, static () => JsonNode.Parse(string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60))),
    ];

    private readonly Random _random = new(seed);

    /// <summary>Another text.</summary>
    /// <param name="good">What it is made of.</param>
    /// <param name="others">What pieces may come from.</param>
    public byte[] Of(byte[] good, IReadOnlyList<byte[]> others)
    {
        byte[] made = _random.Next(2) == 0 ? Structure(good) ?? good : good;
        for (int times = _random.Next(made == good ? 1 : 0, 4); times > 0; times--)
        {
            made = Bytes(made, others);
        }

        return made;
    }

    /// <summary>A size between one and a few.</summary>
    public int Next(int limit) => _random.Next(1, limit);

    // Values of another kind, fields that are gone or there twice: what is still JSON gets further than what is not.
    private byte[]? Structure(byte[] good)
    {
        JsonNode? whole;
        try
        {
            whole = JsonNode.Parse(good);
        }
        catch (JsonException)
        {
            return null;
        }

        for (int times = _random.Next(1, 4); times > 0; times--)
        {
            List<(JsonNode Parent, string Key)> places = [];
            Gather(whole, places);
            if (places.Count == 0)
            {
                break;
            }

            (JsonNode parent, string key) = places[_random.Next(places.Count)];
            JsonNode? value = Values[_random.Next(Values.Length)]();
            if (parent is JsonArray list)
            {
                int at = int.Parse(key, System.Globalization.CultureInfo.InvariantCulture);
                if (_random.Next(3) == 0)
                {
                    list.Insert(at, list[at]?.DeepClone());
                }
                else
                {
                    list[at] = value;
                }
            }
            else if (_random.Next(4) == 0)
            {
                parent.AsObject().Remove(key);
            }
            else if (_random.Next(4) == 0)
            {
                JsonNode? moved = parent[key]?.DeepClone();
                parent[key] = new JsonArray(moved);
            }
            else
            {
                parent[key] = value;
            }
        }

        return Encoding.UTF8.GetBytes(whole?.ToJsonString() ?? "null");
    }

    private static void Gather(JsonNode? node, List<(JsonNode Parent, string Key)> places)
    {
        if (node is JsonObject fields)
        {
            foreach ((string name, JsonNode? value) in fields)
            {
                places.Add((fields, name));
                Gather(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                places.Add((list, i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                Gather(list[i], places);
            }
        }
    }

    private byte[] Bytes(byte[] made, IReadOnlyList<byte[]> others)
    {
        int at = _random.Next(made.Length + 1);
        int end = Math.Min(made.Length, at + _random.Next(1, 40));
        byte[] other = others[_random.Next(others.Count)];
        return _random.Next(8) switch
        {
            0 when made.Length > 0 => [.. made[..Math.Min(at, made.Length - 1)], (byte)_random.Next(256), .. made[Math.Min(at + 1, made.Length)..]],
            1 => made[..at],
            2 => [.. made[..at], .. made[end..]],
            3 => [.. made[..end], .. made[at..]],
            4 => [.. made[..at], .. other[Math.Min(at, other.Length)..]],
            5 => [.. made[..at], .. Encoding.UTF8.GetBytes(Tokens[_random.Next(Tokens.Length)]), .. made[end..]],
            _ => [.. made[..at], .. Encoding.UTF8.GetBytes(Tokens[_random.Next(Tokens.Length)]), .. made[at..]],
        };
    }
}
