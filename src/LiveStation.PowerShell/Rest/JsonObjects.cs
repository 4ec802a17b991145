using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Text;
using System.Text.Json;

namespace LiveStation.PowerShell;

/// <summary>Between JSON and the objects that PowerShell users write and read.</summary>
internal static class JsonObjects
{
    private const int Deepest = 32;

    /// <summary>An answer as objects with properties.</summary>
    public static object? Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                PSObject bag = new();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    // Names that differ only in case are one to PowerShell; the later one wins, as in JSON itself.
                    bag.Properties.Remove(property.Name);
                    bag.Properties.Add(new PSNoteProperty(property.Name.Length == 0 ? "_" : property.Name, Read(property.Value)));
                }

                return bag;
            case JsonValueKind.Array:
                List<object?> items = [];
                foreach (JsonElement item in element.EnumerateArray())
                {
                    items.Add(Read(item));
                }

                return items.ToArray();
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out long whole) ? (object)whole : element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }

    /// <summary>What is to be sent, as JSON. Text is taken to be JSON already.</summary>
    /// <exception cref="JsonException">The text is no JSON, or the object is too deep.</exception>
    public static byte[] Write(object body)
    {
        if (PSObject.AsPSObject(body).BaseObject is string text)
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Encoding.UTF8.GetBytes(text);
        }

        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
        {
            Write(writer, body, 0);
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > Deepest)
        {
            throw new JsonException($"The body is nested deeper than {Deepest} levels, or holds itself.");
        }

        PSObject? wrapped = value is null ? null : PSObject.AsPSObject(value);
        switch (wrapped?.BaseObject)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case SwitchParameter flag:
                writer.WriteBooleanValue(flag.IsPresent);
                break;
            case Enum known:
                writer.WriteStringValue(WireValues.Wire(known) ?? known.ToString());
                break;
            case DateTime or DateTimeOffset:
                writer.WriteNumberValue(WireValues.Time(wrapped.BaseObject)!.Value);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(wrapped.BaseObject, CultureInfo.InvariantCulture));
                break;
            case ulong or float or double or decimal:
                writer.WriteNumberValue(Convert.ToDecimal(wrapped.BaseObject, CultureInfo.InvariantCulture));
                break;
            case IDictionary dictionary:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in dictionary)
                {
                    writer.WritePropertyName(LanguagePrimitives.ConvertTo<string>(entry.Key));
                    Write(writer, entry.Value, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (object? item in items)
                {
                    Write(writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case PSCustomObject:
                writer.WriteStartObject();
                foreach (PSPropertyInfo property in wrapped.Properties)
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, depth + 1);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(LanguagePrimitives.ConvertTo<string>(value));
                break;
        }
    }
}
