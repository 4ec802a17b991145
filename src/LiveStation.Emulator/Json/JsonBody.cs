using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>Writes documents piece by piece, so that the longest list needs no more memory than its longest entry.</summary>
internal static class JsonBody
{
    // Korean text goes out as it is, as the real service sends it.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document with these members.</summary>
    public static IEnumerable<BodyChunk> Of(Action<Utf8JsonWriter> members) =>
        Of(static _ => { }, [members], static (json, write) => write(json), static _ => { });

    /// <summary>A document with entries: what comes before them, each of them, what comes after.</summary>
    public static IEnumerable<BodyChunk> Of<T>(
        Action<Utf8JsonWriter> before, IEnumerable<T> entries, Action<Utf8JsonWriter, T> entry, Action<Utf8JsonWriter> after)
    {
        using MemoryStream sink = new();
        using Utf8JsonWriter json = new(sink, Options);
        json.WriteStartObject();
        before(json);
        yield return Take(json, sink, BodyChunkKind.Frame);
        foreach (T item in entries)
        {
            entry(json, item);
            yield return Take(json, sink, BodyChunkKind.Entry);
        }

        after(json);
        yield return Take(json, sink, BodyChunkKind.Frame);
        json.WriteEndObject();
        yield return Take(json, sink, BodyChunkKind.End);
    }

    private static BodyChunk Take(Utf8JsonWriter json, MemoryStream sink, BodyChunkKind kind)
    {
        json.Flush();
        ReadOnlyMemory<byte> bytes = new(sink.GetBuffer(), 0, (int)sink.Length);
        sink.SetLength(0);
        return new BodyChunk(bytes, kind);
    }
}
