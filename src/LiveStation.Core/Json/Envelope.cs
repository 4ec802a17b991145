using System;
using System.Collections.Generic;
using System.Text.Json;

namespace LiveStation;

/// <summary>What stands around the things of an answer: <c>content</c>, lists, <c>total</c>.</summary>
internal static class Envelope
{
    /// <summary>The one thing of an answer.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    public static JsonElement Content(JsonElement answer) =>
        Find(answer) is { ValueKind: JsonValueKind.Object } content ? content : throw new JsonException("The answer has no content.");

    /// <summary>The things of an answer that holds a list; none where the list is null.</summary>
    /// <exception cref="JsonException">There is no list, or something in it is no object.</exception>
    public static List<T> Items<T>(JsonElement answer, Func<JsonElement, T> read) =>
        Entries(Find(answer) ?? throw new JsonException("The answer holds no list."), read);

    /// <summary>The things of a list; none where it is null.</summary>
    /// <exception cref="JsonException">It is no list, or something in it is no object.</exception>
    public static List<T> Entries<T>(JsonElement list, Func<JsonElement, T> read)
    {
        List<T> items = [];
        if (list.ValueKind == JsonValueKind.Null)
        {
            return items;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The list of the answer is not a list.");
        }

        foreach (JsonElement element in list.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Null)
            {
                items.Add(element.ValueKind == JsonValueKind.Object ? read(element) : throw new JsonException("An entry of the list is not an object."));
            }
        }

        return items;
    }

    /// <summary>How many things there are on all pages; null where the answer does not say.</summary>
    public static long? Total(JsonElement answer) => new JsonFields(answer).Long("total");

    /// <summary>The content, and the fields beside it; the whole answer and none where an edition leaves the envelope out.</summary>
    public static (JsonElement Content, JsonFields Beside) Parts(JsonElement answer) =>
        Find(answer) is { } content ? (content, Beside(answer)) : (answer, new JsonFields(default));

    /// <summary>The fields of an answer that belong neither to its content nor to the envelope.</summary>
    public static JsonFields Beside(JsonElement answer) => new JsonFields(answer).Without("content", "total", "error", "responseError");

    /// <summary>Whether something was deleted: yes where the answer does not deny it, for what it says is documented for few calls.</summary>
    /// <exception cref="JsonException">The answer denies it.</exception>
    public static bool Deleted(JsonElement answer) =>
        new JsonFields(Parts(answer).Content).Bool("deleteSuccess") != false ? true : throw new JsonException("The service answers that it did not delete it.");

    private static JsonElement? Find(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("content", out JsonElement content) ? content : null;
}
