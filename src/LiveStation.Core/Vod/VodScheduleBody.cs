using System;
using System.Collections.Generic;
using System.Text.Json;

namespace LiveStation;

/// <summary>How a schedule is written.</summary>
internal static class VodScheduleBody
{
    /// <summary>Start and files; a null is left out.</summary>
    public static void Schedule(this Utf8JsonWriter writer, DateTime? start, IReadOnlyList<VodItem>? items)
    {
        // The page's table says Integer, its sample sends a text: the sample was run by somebody.
        writer.Text("startTime", start is { } time ? WireTime.Korean(time) : null);
        if (items is null)
        {
            return;
        }

        writer.WriteStartArray("vodList");
        foreach (VodItem item in items)
        {
            writer.WriteStartObject();
            writer.Text("bucketName", item.BucketName);
            writer.Text("filePath", item.FilePath);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
