using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The envelopes that the operations share. They are written after the lock is left: what is written has to be a copy.</summary>
internal static class Answers
{
    /// <summary>One thing: {"content":{...}}.</summary>
    /// <param name="write">Writes the fields into the content.</param>
    /// <param name="beside">Writes fields beside the content.</param>
    public static Answer One(Action<Utf8JsonWriter> write, Action<Utf8JsonWriter>? beside = null) =>
        new(200, JsonBody.Of(json =>
        {
            json.WriteStartObject("content");
            write(json);
            json.WriteEndObject();
            beside?.Invoke(json);
        }));

    /// <summary>Many things: {"content":[{...}],"total":n}.</summary>
    /// <param name="things">The things that are written.</param>
    /// <param name="write">Writes the fields of one.</param>
    /// <param name="total">How many there are in all; null for an answer that does not tell.</param>
    public static Answer List<T>(IEnumerable<T> things, Action<Utf8JsonWriter, T> write, int? total = null) =>
        new(200, JsonBody.Of(
            static json => json.WriteStartArray("content"),
            things,
            (json, thing) =>
            {
                json.WriteStartObject();
                write(json, thing);
                json.WriteEndObject();
            },
            json =>
            {
                json.WriteEndArray();
                if (total is int number)
                {
                    json.WriteNumber("total", number);
                }
            }));

    /// <summary>That something was deleted: {"content":{"deleteSuccess":true}}.</summary>
    public static Answer Deleted() => One(static json => json.WriteBoolean("deleteSuccess", true));

    /// <summary>The page that the call asks for: pageNo counts from 1, pageSizeNo goes to 100.</summary>
    /// <param name="call">The call.</param>
    /// <param name="matching">All things.</param>
    /// <param name="copy">A copy of one, for writing.</param>
    /// <param name="write">Writes the fields of a copy.</param>
    public static Answer Page<T, TCopy>(Call call, IReadOnlyCollection<T> matching, Func<T, TCopy> copy, Action<Utf8JsonWriter, TCopy> write)
    {
        int page = call.Query("pageNo", 1, 1, int.MaxValue);
        int size = call.Query("pageSizeNo", 20, 1, 100);
        long skipped = (page - 1L) * size;
        return List(matching.Skip((int)Math.Min(skipped, matching.Count)).Take(size).Select(copy).ToList(), write, matching.Count);
    }
}
