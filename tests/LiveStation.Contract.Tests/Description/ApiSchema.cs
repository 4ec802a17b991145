using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace LiveStation.Contract.Tests.Description;

/// <summary>
/// A schema of the OpenAPI file, read to its leaves at once. Objects are closed unless they say otherwise: a field that the file
/// does not name is a fault. A word of JSON Schema that is not understood here is refused, so that no rule of the file goes by
/// unnoticed.
/// </summary>
internal sealed class ApiSchema
{
    private static readonly string[] Understood =
    [
        "type", "enum", "properties", "required", "additionalProperties", "propertyNames", "items", "minItems", "maxItems",
        "minimum", "maximum", "multipleOf", "minLength", "maxLength", "pattern", "oneOf", "allOf", "$ref",
    ];

    private static readonly string[] Silent = ["description", "examples", "example", "default", "format", "title", "deprecated"];

    // What the schema says itself, and what it is all of: the words of all layers hold together.
    private readonly List<YamlMappingNode> _layers = [];
    private readonly Dictionary<string, ApiSchema> _fields = [];
    private readonly List<ApiSchema> _choices = [];
    private readonly ApiSchema? _items;
    private readonly ApiSchema? _otherFields;
    private readonly ApiSchema? _fieldNames;
    private readonly bool _isOpen;
    private readonly string? _type;

    public ApiSchema(Reader reader, YamlNode node)
    {
        AddLayers(reader, node);
        foreach (YamlMappingNode layer in _layers)
        {
            foreach ((string name, YamlNode field) in reader.Map(layer, "properties"))
            {
                _fields.Add(name, new ApiSchema(reader, field));
            }

            _choices.AddRange(Reader.Items(layer, "oneOf").Select(choice => new ApiSchema(reader, choice)));
            _items ??= Reader.Child(layer, "items") is { } items ? new ApiSchema(reader, items) : null;
            _otherFields ??= Reader.Child(layer, "additionalProperties") is YamlMappingNode others ? new ApiSchema(reader, others) : null;
            _fieldNames ??= Reader.Child(layer, "propertyNames") is { } names ? new ApiSchema(reader, names) : null;
            _isOpen |= Reader.Text(layer, "additionalProperties") == "true";
        }

        _type = Words("type").Distinct().SingleOrDefault();
        if (_type is not (null or "object" or "array" or "string" or "boolean" or "integer" or "number"))
        {
            throw new NotSupportedException($"The type '{_type}' is not understood.");
        }

        if (_type == "array" && _items is null)
        {
            throw new NotSupportedException("A list does not say what it is of.");
        }
    }

    /// <summary>The unit that the file prints; null for none.</summary>
    public string? Unit => Words("x-unit").FirstOrDefault();

    /// <summary>The schema of a field of an object; null where the file does not know it.</summary>
    public ApiSchema? Field(string name) => _fields.GetValueOrDefault(name) ?? _otherFields;

    /// <summary>The schema of what a list holds; null for what is no list.</summary>
    public ApiSchema? Items => _items;

    /// <summary>What is wrong with a value of a body.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands: /cdn/profileId.</param>
    /// <param name="without">Places that this zone does not have.</param>
    public IEnumerable<string> Faults(JsonElement value, string place, HashSet<string> without)
    {
        if (_choices.Count > 0)
        {
            return _choices.Any(choice => !choice.Faults(value, place, without).Any()) ? [] : [$"{place} fits none of its types"];
        }

        return _type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object ? ObjectFaults(value, place, without) : [$"{place} is no object"],
            "array" => value.ValueKind == JsonValueKind.Array ? ArrayFaults(value, place, without) : [$"{place} is no list"],
            "string" => value.ValueKind == JsonValueKind.String ? TextFaults(value.GetString()!, place) : [$"{place} is no text"],
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{place} is neither true nor false"],
            null => throw new NotSupportedException($"{place} has no type."),
            _ => value.ValueKind == JsonValueKind.Number ? TextFaults(value.GetRawText(), place) : [$"{place} is no number"],
        };
    }

    /// <summary>What is wrong with a text, or with the digits of a number.</summary>
    public IEnumerable<string> TextFaults(string text, string place)
    {
        if (_type == "boolean" && text is not ("true" or "false"))
        {
            yield return $"{place} is neither true nor false: {text}";
        }

        if (_type is "integer" or "number")
        {
            NumberStyles style = _type == "integer" ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
            if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out decimal number))
            {
                yield return $"{place} is no {_type}: {text}";
                yield break;
            }

            if (Limits("minimum").Any(least => number < least) || Limits("maximum").Any(most => number > most))
            {
                yield return $"{place} is out of its range: {text}";
            }

            foreach (decimal step in Limits("multipleOf").Where(step => number % step != 0))
            {
                yield return $"{place} is no multiple of {step}: {text}";
            }
        }

        string[] allowed = Words("enum").ToArray();
        if (allowed.Length > 0 && !allowed.Contains(text))
        {
            yield return $"{place} is none of {string.Join(" | ", allowed)}: {text}";
        }

        if (_type == "string" && (Limits("minLength").Any(least => text.Length < least) || Limits("maxLength").Any(most => text.Length > most)))
        {
            yield return $"{place} is too short or too long: {text}";
        }

        foreach (string pattern in Words("pattern").Where(pattern => !Regex.IsMatch(text, pattern)))
        {
            yield return $"{place} does not fit {pattern}: {text}";
        }
    }

    private IEnumerable<string> ObjectFaults(JsonElement value, string place, HashSet<string> without)
    {
        HashSet<string> found = [];
        foreach (JsonProperty field in value.EnumerateObject())
        {
            string at = $"{place}/{field.Name}";
            if (!found.Add(field.Name))
            {
                yield return $"{at} comes twice";
            }

            foreach (string fault in _fieldNames?.TextFaults(field.Name, $"the name of {at}") ?? [])
            {
                yield return fault;
            }

            ApiSchema? schema = without.Contains(at) ? null : Field(field.Name);
            if (schema is null && (!_isOpen || without.Contains(at)))
            {
                yield return $"{at} is a field that the file does not know";
            }

            foreach (string fault in schema?.Faults(field.Value, at, without) ?? [])
            {
                yield return fault;
            }
        }

        foreach (string required in Words("required").Where(name => !found.Contains(name) && !without.Contains($"{place}/{name}")))
        {
            yield return $"{place}/{required} is missing";
        }
    }

    private IEnumerable<string> ArrayFaults(JsonElement value, string place, HashSet<string> without)
    {
        int count = value.GetArrayLength();
        if (Limits("minItems").Any(least => count < least))
        {
            yield return $"{place} has too few items";
        }

        if (Limits("maxItems").Any(most => count > most))
        {
            yield return $"{place} has too many items";
        }

        foreach ((int number, JsonElement item) in value.EnumerateArray().Index())
        {
            foreach (string fault in _items!.Faults(item, $"{place}/{number}", without))
            {
                yield return fault;
            }
        }
    }

    private void AddLayers(Reader reader, YamlNode node)
    {
        YamlMappingNode layer = (YamlMappingNode)node;
        foreach (string word in layer.Children.Keys.Select(key => Reader.Text(key)!))
        {
            if (!Understood.Contains(word) && !Silent.Contains(word) && !word.StartsWith("x-", StringComparison.Ordinal))
            {
                throw new NotSupportedException($"The schema word '{word}' is not understood.");
            }
        }

        _layers.Add(layer);
        if (Reader.Text(layer, "$ref") is not null)
        {
            AddLayers(reader, reader.Follow(layer));
        }

        foreach (YamlNode part in Reader.Items(layer, "allOf"))
        {
            AddLayers(reader, part);
        }
    }

    private IEnumerable<string> Words(string name) =>
        _layers.Select(layer => Reader.Child(layer, name)).SelectMany(child => child switch
        {
            YamlScalarNode one => [one.Value!],
            YamlSequenceNode list => list.Select(item => Reader.Text(item)!),
            _ => [],
        });

    private IEnumerable<decimal> Limits(string name) => Words(name).Select(word => decimal.Parse(word, CultureInfo.InvariantCulture));
}
