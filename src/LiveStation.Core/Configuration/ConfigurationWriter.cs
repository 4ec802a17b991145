using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LiveStation;

/// <summary>Writes a document: sections, things and fields always in the same order, so that equal accounts give equal bytes.</summary>
internal static class ConfigurationWriter
{
    public static byte[] Write(ConfigurationDocument document) => Indented(json =>
    {
        json.WriteStartObject();
        json.WriteString(ConfigurationSchema.Reference, ConfigurationSchema.FileName);
        foreach (ConfigurationSection section in document.Sections)
        {
            json.WritePropertyName(section.Name);
            if (section.OnlyName is not null)
            {
                Write(json, section.Fields, document[section][0]);
                continue;
            }

            json.WriteStartArray();
            foreach (ConfigurationItem item in document.InOrder(section))
            {
                Write(json, section.Fields, item);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    /// <summary>JSON as people read it, the same on every system.</summary>
    internal static byte[] Indented(Action<Utf8JsonWriter> write)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetBytes(Seen(Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n", "\n")) + "\n");
    }

    // A name can hold characters that turn the direction of what is read, or are not seen at all: who reviews a document sees them.
    private static string Seen(string json)
    {
        StringBuilder seen = new(json.Length);
        for (int i = 0; i < json.Length; i++)
        {
            int length = char.IsSurrogatePair(json, i) ? 2 : 1;
            bool isUnseen = CharUnicodeInfo.GetUnicodeCategory(json, i) == UnicodeCategory.Format;
            for (int end = i + length; i < end; i++)
            {
                _ = isUnseen ? seen.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:X4}", (int)json[i]) : seen.Append(json[i]);
            }

            i--;
        }

        return seen.ToString();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<ConfigurationField> fields, ConfigurationItem item)
    {
        json.WriteStartObject();
        foreach (ConfigurationField field in fields)
        {
            if (item[field.Name] is { } value)
            {
                json.WritePropertyName(field.Name);
                Write(json, field, value);
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConfigurationField field, object value)
    {
        switch (value)
        {
            case SecretReference reference:
                json.WriteStartObject();
                json.WriteString("secret", reference.Name);
                json.WriteEndObject();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case decimal real:
                json.WriteNumberValue(real);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case IReadOnlyList<string> names:
                json.WriteStartArray();
                foreach (string name in names)
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
                break;
            case IReadOnlyList<ConfigurationItem> parts:
                json.WriteStartArray();
                foreach (ConfigurationItem part in parts)
                {
                    Write(json, field.Parts, part);
                }

                json.WriteEndArray();
                break;
        }
    }
}
