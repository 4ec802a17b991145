using System;
using System.Collections.Generic;
using System.Text.Json;

namespace LiveStation;

/// <summary>
/// Parses the answer of a recording list piece by piece: <c>{"content":{"recordList":{"298":{...},...}},"total":6}</c>.
/// An entry that is not whole yet is read again when more has come.
/// </summary>
internal sealed class RecordingMapParser
{
    private readonly RecordingReader _entries;
    private readonly Dictionary<string, JsonElement> _top = [];
    private ErrorAnswer? _error;
    private Place _place;
    private JsonReaderState _state;

    public RecordingMapParser(string channelId) => _entries = new RecordingReader(channelId);

    private enum Place
    {
        Start = 0,
        Root,
        Content,
        Map,
        End,
    }

    /// <summary>The error that the answer reports, before or after its content; null for none.</summary>
    public ErrorAnswer? Error => _error ?? (HasContent ? null : ErrorAnswer.OfTop(name => _top.TryGetValue(name, out JsonElement value) ? value : default));

    /// <summary>Whether the answer has a content, be it an empty one.</summary>
    public bool HasContent { get; private set; }

    /// <summary>How many recordings the service says there are; null when it does not say.</summary>
    public long? Total { get; private set; }

    /// <summary>Takes what it can out of a piece.</summary>
    /// <param name="utf8">All bytes that were not used up before.</param>
    /// <param name="isFinal">Whether no more will come.</param>
    /// <param name="found">Where finished entries go, also when the JSON breaks after them.</param>
    /// <returns>How many bytes are used up.</returns>
    /// <exception cref="JsonException">The JSON is broken, or of another shape.</exception>
    public int Parse(ReadOnlySpan<byte> utf8, bool isFinal, List<Recording> found)
    {
        Utf8JsonReader reader = new(utf8, isFinal, _state);
        JsonReaderState state;
        int used;
        do
        {
            state = reader.CurrentState;
            used = (int)reader.BytesConsumed;
        }
        while (Step(ref reader, found));
        _state = state;
        return used;
    }

    private bool Step(ref Utf8JsonReader reader, List<Recording> found) => _place switch
    {
        Place.Start => Enter(ref reader, Place.Root),
        Place.Root => InRoot(ref reader),
        Place.Content => InContent(ref reader),
        Place.Map => InMap(ref reader, found),
        _ => reader.Read(),
    };

    // The place changes only once all of a step was there: an unfinished one is taken again from its start.
    private bool Enter(ref Utf8JsonReader reader, Place place)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            _place = place;
        }
        else if (reader.TokenType != JsonTokenType.Null)
        {
            throw new JsonException("The answer is not the object that was expected.");
        }

        return true;
    }

    private bool InRoot(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            _place = Place.End;
            return true;
        }

        if (reader.ValueTextEquals("content"u8))
        {
            HasContent = true;
            return Enter(ref reader, Place.Content);
        }

        string name = reader.GetString()!;
        if (!reader.Read() || !JsonElement.TryParseValue(ref reader, out JsonElement? value))
        {
            return false;
        }

        if (ErrorAnswer.IsErrorField(name))
        {
            _error ??= ErrorAnswer.Of(value.Value);
        }
        else if (ErrorAnswer.IsTopField(name))
        {
            _top[name] = value.Value;
        }
        else if (name == "total" && value.Value.ValueKind == JsonValueKind.Number && value.Value.TryGetInt64(out long total))
        {
            Total = total;
        }

        return true;
    }

    private bool InContent(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            _place = Place.Root;
            return true;
        }

        return reader.ValueTextEquals("recordList"u8)
            ? Enter(ref reader, Place.Map)
            : reader.Read() && reader.TrySkip();
    }

    private bool InMap(ref Utf8JsonReader reader, List<Recording> found)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            _place = Place.Content;
            return true;
        }

        if (!System.Buffers.Text.Utf8Parser.TryParse(reader.ValueSpan, out long id, out int used) || used != reader.ValueSpan.Length)
        {
            throw new JsonException("The key of a recording is not a number.");
        }

        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A recording is not an object.");
        }

        if (!_entries.TryRead(ref reader, id, out Recording? recording))
        {
            return false;
        }

        found.Add(recording!);
        return true;
    }
}
