using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Values of a query or a body as the API writes them.</summary>
internal static class WireValues
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>One pair for each value: none for a null, several for a list.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IDictionary query)
    {
        foreach (DictionaryEntry entry in query)
        {
            string name = LanguagePrimitives.ConvertTo<string>(entry.Key);
            object? value = Plain(entry.Value);
            foreach (object? item in value is IEnumerable list and not string ? list : new[] { value })
            {
                if (Text(item) is { } text)
                {
                    yield return new KeyValuePair<string, string>(name, text);
                }
            }
        }
    }

    /// <summary>An enum in the API's spelling; null for <c>Unknown</c> and for an enum of somebody else.</summary>
    public static string? Wire(Enum value) => value.GetType().Assembly == typeof(Channel).Assembly
        ? (string?)typeof(WireNames<>).MakeGenericType(value.GetType()).GetMethod("Write")!.Invoke(null, [value])
        : null;

    /// <summary>A time in milliseconds since 1970 in UTC, as the API writes times.</summary>
    public static long? Time(object? value) => value switch
    {
        DateTime time => (long)(time.ToUniversalTime() - Epoch).TotalMilliseconds,
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        _ => null,
    };

    private static string? Text(object? item) => Plain(item) switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        SwitchParameter flag => flag ? "true" : "false",
        Enum value => Wire(value) ?? value.ToString(),
        { } other when Time(other) is { } ms => ms.ToString(CultureInfo.InvariantCulture),
        { } other => LanguagePrimitives.ConvertTo<string>(other),
    };

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
