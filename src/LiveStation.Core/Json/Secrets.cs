using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveStation;

/// <summary>What is known for a secret by its name or its place, and what is shown instead of it.</summary>
internal static class Secrets
{
    public const string Mask = "********";

    private static readonly Regex Name = new("key|token|secret|pass|sign|auth|credential|streamid|rtmpurl", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Login = new(@"(?<=://)[^/?#\s@]+@", RegexOptions.CultureInvariant);
    private static readonly Regex QueryValue = new("(?<=[?&])([^=&#]*=)?[^&#]+", RegexOptions.CultureInvariant);

    /// <summary>Whether something with this name is a secret.</summary>
    public static bool IsName(string name) => Name.IsMatch(name);

    /// <summary>The secrets in the JSON of a request, as they are and as JSON writes them.</summary>
    /// <param name="body">The JSON; null for none.</param>
    public static IReadOnlyList<string> In(byte[]? body)
    {
        if (body is null)
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(body);
        return [.. In(document.RootElement, false).SelectMany(static value => new[] { value.GetRawText().Trim('"'), value.ToString() }).Where(static secret => secret.Length > 0).Distinct()];
    }

    /// <summary>An address without what lets anybody in: SRT addresses carry their key in the query, and callback addresses a login or a token.</summary>
    public static Uri? Hide(Uri? address)
    {
        if (address is null || (address.OriginalString.IndexOf('?') < 0 && !Login.IsMatch(address.OriginalString)))
        {
            return address;
        }

        string masked = QueryValue.Replace(Login.Replace(address.OriginalString, Mask + "@"), static match => match.Groups[1].Value + Mask);
        return Uri.TryCreate(masked, UriKind.Absolute, out Uri? hidden) ? hidden : null;
    }

    /// <summary>Fields without the values of those that are named like secrets, at any depth.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Hide(IReadOnlyDictionary<string, JsonElement> fields) =>
        fields.Any(static field => IsSuspect(field.Key, field.Value)) ? fields.ToDictionary(static field => field.Key, static field => Hide(field.Key, field.Value)) : fields;

    // The values of secret fields, at any depth.
    private static IEnumerable<JsonElement> In(JsonElement value, bool isSecret) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => In(field.Value, isSecret || IsSecret(field.Name, value))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => In(item, isSecret)),
        JsonValueKind.String or JsonValueKind.Number => isSecret ? [value] : [],
        _ => [],
    };

    // The user at another platform is called id, and stands beside the key.
    private static bool IsSecret(string name, JsonElement within) => IsName(name) || (name == "id" && within.TryGetProperty("streamKey", out _));

    // What has names that nobody can read is not looked into: it may hold anything.
    private static bool IsSuspect(string name, JsonElement value)
    {
        try
        {
            return Holds(name, value);
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static bool Holds(string name, JsonElement value) => IsName(name) || value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(inner => IsSecret(inner.Name, value) || Holds(inner.Name, inner.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(static inner => Holds("", inner)),
        _ => false,
    };

    private static JsonElement Hide(string name, JsonElement value)
    {
        if (!IsSuspect(name, value))
        {
            return value;
        }

        try
        {
            using MemoryStream bytes = new();
            using (Utf8JsonWriter writer = new(bytes))
            {
                Write(writer, IsName(name), value);
            }

            using JsonDocument document = JsonDocument.Parse(bytes.ToArray());
            return document.RootElement.Clone();
        }
        catch (InvalidOperationException)
        {
            return JsonSerializer.SerializeToElement(Mask);
        }
    }

    private static void Write(Utf8JsonWriter writer, bool isSecret, JsonElement value)
    {
        if (isSecret)
        {
            writer.WriteStringValue(Mask);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty inner in value.EnumerateObject())
                {
                    writer.WritePropertyName(inner.Name);
                    Write(writer, IsSecret(inner.Name, value), inner.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement inner in value.EnumerateArray())
                {
                    Write(writer, false, inner);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
