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
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Object
            ? content
            : throw new JsonException("The answer has no content.");

    /// <summary>The things of an answer that holds a list; none where the list is null.</summary>
    /// <exception cref="JsonException">There is no list.</exception>
    public static List<T> Items<T>(JsonElement answer, Func<JsonElement, T> read)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("content", out JsonElement content))
        {
            throw new JsonException("The answer holds no list.");
        }

        List<T> items = [];
        if (content.ValueKind == JsonValueKind.Null)
        {
            return items;
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The list of the answer is not a list.");
        }

        foreach (JsonElement element in content.EnumerateArray())
        {
            items.Add(read(element));
        }

        return items;
    }

    /// <summary>How many things there are on all pages; null where the answer does not say.</summary>
    public static long? Total(JsonElement answer) => new JsonFields(answer).Long("total");
}
