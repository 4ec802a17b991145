using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LiveStation;

/// <summary>Recordings out of the answers to all calls but the list, whose shapes are inferred or differ between editions.</summary>
internal static class RecordingAnswer
{
    /// <summary>The one that was asked for; null where the answer holds none. The current page has the fields below the id, an older one has them flat.</summary>
    public static Recording? One(JsonElement answer, string channelId, long recordId)
    {
        (JsonElement content, JsonFields beside) = Envelope.Parts(answer);
        if (content.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonElement entry = content.TryGetProperty(recordId.ToString(CultureInfo.InvariantCulture), out JsonElement keyed) ? keyed : content;
        return IsRecording(entry) ? Read(entry, channelId, recordId, beside) : null;
    }

    /// <summary>All that an answer names: as the list has them, without the name around them, in an array, or a single flat one.</summary>
    /// <exception cref="JsonException">It names none in any of these shapes.</exception>
    public static IReadOnlyList<Recording> All(JsonElement answer, string channelId)
    {
        JsonElement content = Envelope.Parts(answer).Content;
        bool isNamed = content.ValueKind == JsonValueKind.Object && content.TryGetProperty("recordList", out _);
        content = isNamed ? content.GetProperty("recordList") : content;
        List<Recording> recordings = [];
        if (content.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement entry in content.EnumerateArray())
            {
                recordings.Add(Own(entry, channelId));
            }
        }
        else if (IsRecording(content))
        {
            recordings.Add(Own(content, channelId));
        }
        else if (content.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty entry in content.EnumerateObject())
            {
                if (entry.Value.ValueKind != JsonValueKind.Null && (isNamed || IsRecording(entry.Value)))
                {
                    recordings.Add(long.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? Read(entry.Value, channelId, id) : Own(entry.Value, channelId));
                }
            }
        }

        // An empty list says that there are none; anything else that names none has a shape that nobody knows.
        return isNamed || recordings.Count > 0 ? recordings : throw new JsonException("The answer names no recording.");
    }

    // Other objects of an answer have neither.
    private static bool IsRecording(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && (element.TryGetProperty("status", out _) || element.TryGetProperty("recordType", out _));

    private static Recording Own(JsonElement entry, string channelId)
    {
        JsonFields fields = new(entry);
        return Read(entry, channelId, fields.Long("recordId", "id") ?? throw new JsonException("A recording of the answer has no id."));
    }

    private static Recording Read(JsonElement entry, string channelId, long recordId, JsonFields? beside = null)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A recording is not an object.");
        }

        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(entry.GetRawText()));
        reader.Read();
        new RecordingReader(channelId).TryRead(ref reader, recordId, out Recording? recording);
        if (beside is not null)
        {
            recording!.Rest = JsonFields.Merge(recording.GetAdditionalFields(), beside.Rest);
        }

        return recording!;
    }
}
