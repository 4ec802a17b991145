using System;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveStation.Emulator.Server;

/// <summary>Reads the object that a control call is sent, and says what is wrong with it in the words of the call.</summary>
internal static class ControlBody
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly (Type Type, string Wants)[] Values =
    [
        (typeof(TimeSpan), "a span such as \"00:00:05\""),
        (typeof(DateTimeOffset), "a time such as \"2026-11-27T18:00:00+09:00\""),
        (typeof(bool), "true or false"),
        (typeof(byte[]), "Base64 in quotation marks"),
        (typeof(string), "a text in quotation marks"),
        (typeof(double), "a number"),
    ];

    /// <summary>Reads it.</summary>
    /// <exception cref="ArgumentException">It is no such object; the message says why.</exception>
    public static T Read<T>(string body)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            throw new ArgumentException($"The body is empty, and an object is needed with {Names(typeof(T))}.");
        }

        try
        {
            using JsonDocument whole = JsonDocument.Parse(body);
            if (whole.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new ArgumentException($"An object is needed, with {Names(typeof(T))}.");
            }

            return Read<T>(whole);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"This is no JSON, at line {exception.LineNumber + 1}, character {exception.BytePositionInLine + 1}.", exception);
        }
    }

    private static T Read<T>(JsonDocument whole)
    {
        foreach (JsonProperty given in whole.RootElement.EnumerateObject())
        {
            PropertyInfo property = Array.Find(typeof(T).GetProperties(), known => given.Name.Equals(known.Name, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"There is no {given.Name}: an object has {Names(typeof(T))}.");
            try
            {
                given.Value.Deserialize(property.PropertyType, Json);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
            {
                throw new ArgumentException($"{given.Name} is {given.Value.GetRawText()}, and has to be {Wants(property.PropertyType)}.", exception);
            }
        }

        return whole.Deserialize<T>(Json)!;
    }

    private static string Wants(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(plain))
            : Array.Find(Values, value => value.Type == plain).Wants ?? "a whole number";
    }

    private static string Names(Type type) => string.Join(", ", type.GetProperties().Select(static property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)));
}
