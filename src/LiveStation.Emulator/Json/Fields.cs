using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiveStation.Emulator;

/// <summary>
/// The fields of an object in a request body. What is absent or null is null; what has the wrong type is refused with 250002.
/// Numbers as text are the wrong type too, unless the liberal kind was asked for: what is certain to be taken is a number.
/// </summary>
internal sealed class Fields
{
    private readonly JsonObject _object;
    private readonly string _prefix;
    private readonly bool _takesNumbersAsText;

    private Fields(JsonObject fields, string prefix, bool takesNumbersAsText)
    {
        _object = fields;
        _prefix = prefix;
        _takesNumbersAsText = takesNumbersAsText;
    }

    public static Fields Parse(string body, bool takesNumbersAsText)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject fields ? Open(fields, "", takesNumbersAsText) : throw new Refusal(250012);
        }
        catch (JsonException)
        {
            throw new Refusal(250012);
        }
    }

    public Fields? Object(string name) => Read(name, node => node is JsonObject fields ? Open(fields, Full(name) + ".", _takesNumbersAsText) : null);

    /// <summary>A list of objects.</summary>
    public IReadOnlyList<Fields>? Objects(string name) =>
        Read(name, node => List(node, item => item is JsonObject fields ? Open(fields, Full(name) + ".", _takesNumbersAsText) : null));

    public string? Text(string name) => Read(name, node => (node as JsonValue)?.TryGetValue(out string? text) == true ? text : null);

    /// <summary>A text, or a whole number in its place.</summary>
    public string? TextOrWhole(string name) =>
        Read(name, node => node is not JsonValue value ? null : value.TryGetValue(out string? text) ? text : value.TryGetValue(out long whole) ? whole.ToString(CultureInfo.InvariantCulture) : null);

    public bool? Flag(string name) => Value<bool>(name, node => node is JsonValue value && value.TryGetValue(out bool flag) ? flag : null);

    public long? Whole(string name) => Value(name, ToWhole);

    public double? Number(string name) => Value<double>(name, node => (node as JsonValue)?.TryGetValue(out double number) == true ? number : ToWhole(node));

    public IReadOnlyList<string>? Texts(string name) =>
        Read(name, node => List(node, item => item is JsonValue value && value.TryGetValue(out string? text) ? text : null));

    public IReadOnlyList<long>? Wholes(string name) =>
        Read(name, node => List(node, item => ToWhole(item) is long whole ? (object)whole : null))?.Cast<long>().ToList();

    private static Fields Open(JsonObject fields, string prefix, bool takesNumbersAsText)
    {
        try
        {
            // Names that stand twice come to light when the fields are looked at for the first time.
            _ = fields.Count;
            return new Fields(fields, prefix, takesNumbersAsText);
        }
        catch (ArgumentException)
        {
            throw new Refusal(250012);
        }
    }

    private T? Value<T>(string name, Func<JsonNode, T?> convert)
        where T : struct => _object[name] is JsonNode node ? convert(node) ?? throw Invalid(name) : null;

    private T? Read<T>(string name, Func<JsonNode, T?> convert)
        where T : class => _object[name] is JsonNode node ? convert(node) ?? throw Invalid(name) : null;

    private string Full(string name) => _prefix + name;

    private Refusal Invalid(string name) => new(250002, Full(name));

    private long? ToWhole(JsonNode? node) => node is not JsonValue value ? null
        : value.TryGetValue(out long whole) ? whole
        : _takesNumbersAsText && value.TryGetValue(out string? text)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole) ? whole
        : null;

    // One item of the wrong type spoils the list.
    private static List<T>? List<T>(JsonNode node, Func<JsonNode?, T?> convert)
        where T : class
    {
        List<T> items = (node as JsonArray)?.Select(convert).OfType<T>().ToList() ?? [];
        return items.Count == (node as JsonArray)?.Count ? items : null;
    }
}
