using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace LiveStation.Contract.Tests.Description;

/// <summary>
/// A schema of the OpenAPI file. Objects are closed: a field that the file does not name is a fault. A word of JSON Schema that is
/// not understood here is refused, so that no rule of the file goes by unnoticed.
/// </summary>
internal sealed class ApiSchema
{
    private static readonly string[] Understood =
        ["type", "enum", "properties", "required", "items", "minItems", "minimum", "maximum", "minLength", "maxLength", "pattern", "oneOf"];

    private static readonly string[] Silent = ["description", "examples", "example", "default", "format", "title", "deprecated", "$ref"];

    private readonly Reader _reader;
    private readonly YamlNode _node;

    public ApiSchema(Reader reader, YamlNode node)
    {
        _reader = reader;
        _node = reader.Follow(node);
        foreach (string word in reader.Map(_node).Keys)
        {
            if (!Understood.Contains(word) && !Silent.Contains(word) && !word.StartsWith("x-", StringComparison.Ordinal))
            {
                throw new NotSupportedException($"The schema word '{word}' is not understood.");
            }
        }
    }

    /// <summary>What is wrong with a value of a body.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands: /cdn/profileId.</param>
    /// <param name="without">Places that this zone does not have.</param>
    public IEnumerable<string> Faults(JsonElement value, string place, HashSet<string> without)
    {
        IReadOnlyList<YamlNode> choices = _reader.List(_node, "oneOf");
        if (choices.Count > 0)
        {
            return choices.Any(choice => !new ApiSchema(_reader, choice).Faults(value, place, without).Any()) ? [] : [$"{place} fits none of its types"];
        }

        return Reader.Text(_node, "type") switch
        {
            "object" => value.ValueKind == JsonValueKind.Object ? ObjectFaults(value, place, without) : [$"{place} is no object"],
            "array" => value.ValueKind == JsonValueKind.Array ? ArrayFaults(value, place, without) : [$"{place} is no list"],
            "string" => value.ValueKind == JsonValueKind.String ? TextFaults(value.GetString()!, place) : [$"{place} is no text"],
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{place} is neither true nor false"],
            "integer" or "number" => value.ValueKind == JsonValueKind.Number ? TextFaults(value.GetRawText(), place) : [$"{place} is no number"],
            string other => throw new NotSupportedException($"The type '{other}' of {place} is not understood."),
            null => throw new NotSupportedException($"{place} has no type."),
        };
    }

    /// <summary>What is wrong with a text, or with the digits of a number.</summary>
    public IEnumerable<string> TextFaults(string text, string place)
    {
        string? type = Reader.Text(_node, "type");
        if (type == "boolean" && text is not ("true" or "false"))
        {
            yield return $"{place} is neither true nor false: {text}";
        }

        if (type is "integer" or "number")
        {
            NumberStyles style = type == "integer" ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
            if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out decimal number))
            {
                yield return $"{place} is no {type}: {text}";
                yield break;
            }

            if (number < Limit("minimum") || number > Limit("maximum"))
            {
                yield return $"{place} is out of its range: {text}";
            }
        }

        string[] allowed = _reader.List(_node, "enum").Select(item => Reader.Text(item)!).ToArray();
        if (allowed.Length > 0 && !allowed.Contains(text))
        {
            yield return $"{place} is none of {string.Join(" | ", allowed)}: {text}";
        }

        if (type == "string" && (text.Length < Limit("minLength") || text.Length > Limit("maxLength")))
        {
            yield return $"{place} is too short or too long: {text}";
        }

        if (Reader.Text(_node, "pattern") is { } pattern && !System.Text.RegularExpressions.Regex.IsMatch(text, pattern))
        {
            yield return $"{place} does not fit {pattern}: {text}";
        }
    }

    private IEnumerable<string> ObjectFaults(JsonElement value, string place, HashSet<string> without)
    {
        IReadOnlyDictionary<string, YamlNode> known = _reader.Map(_node, "properties");
        HashSet<string> found = [];
        foreach (JsonProperty field in value.EnumerateObject())
        {
            string at = $"{place}/{field.Name}";
            if (!found.Add(field.Name))
            {
                yield return $"{at} comes twice";
            }

            if (without.Contains(at) || !known.TryGetValue(field.Name, out YamlNode? schema))
            {
                yield return $"{at} is a field that the file does not know";
                continue;
            }

            foreach (string fault in new ApiSchema(_reader, schema).Faults(field.Value, at, without))
            {
                yield return fault;
            }
        }

        foreach (string required in _reader.List(_node, "required").Select(name => Reader.Text(name)!))
        {
            if (!found.Contains(required) && !without.Contains($"{place}/{required}"))
            {
                yield return $"{place}/{required} is missing";
            }
        }
    }

    private IEnumerable<string> ArrayFaults(JsonElement value, string place, HashSet<string> without)
    {
        if (value.GetArrayLength() < Limit("minItems"))
        {
            yield return $"{place} has too few items";
        }

        ApiSchema items = new(_reader, Reader.Child(_node, "items")!);
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            foreach (string fault in items.Faults(item, $"{place}/{index++}", without))
            {
                yield return fault;
            }
        }
    }

    private decimal? Limit(string word) =>
        decimal.TryParse(Reader.Text(_node, word), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal limit) ? limit : null;
}
