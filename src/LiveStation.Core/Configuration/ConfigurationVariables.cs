using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveStation;

/// <summary>What <c>${name}</c> stands for in a document. A text that is one variable and nothing else takes the kind of its value too.</summary>
internal sealed class ConfigurationVariables
{
    private static readonly Regex Mark = new(@"\$\$\{|\$\{([^}]*)\}", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, (JsonTokenType Kind, string Text)> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The names of those that were given and stand nowhere in the document.</summary>
    public IEnumerable<string> Unused(IEnumerable<string> given)
    {
        foreach (string name in given)
        {
            if (!_used.Contains(name))
            {
                yield return name;
            }
        }
    }

    /// <summary>Sets a value, unless there is one.</summary>
    public void Add(string name, JsonTokenType kind, string text)
    {
        if (!_values.ContainsKey(name))
        {
            _values.Add(name, (kind, text));
        }
    }

    /// <summary>The same for a value of the shell.</summary>
    /// <returns>False where it is neither a text nor a number nor a flag.</returns>
    public bool TryAdd(string name, object? value)
    {
        (JsonTokenType Kind, string Text)? known = value switch
        {
            string text => (JsonTokenType.String, text),
            bool flag => (flag ? JsonTokenType.True : JsonTokenType.False, ""),
            sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => (JsonTokenType.Number, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
            _ => null,
        };
        if (known is { } found)
        {
            Add(name, found.Kind, found.Text);
        }

        return known is not null;
    }

    /// <summary>A value with its variables put in.</summary>
    /// <param name="place">The value.</param>
    /// <param name="missing">Told of each name that has no value.</param>
    public JsonPlace Resolve(JsonPlace place, Action<string> missing)
    {
        if (place.Kind != JsonTokenType.String || place.Text.IndexOf("${", StringComparison.Ordinal) < 0)
        {
            return place;
        }

        Match whole = Mark.Match(place.Text);
        if (whole.Length == place.Text.Length && whole.Groups[1].Success)
        {
            return Value(whole.Groups[1].Value, missing) is { } value ? place.With(value.Kind, value.Text) : place;
        }

        return place.With(JsonTokenType.String, Mark.Replace(place.Text, match => !match.Groups[1].Success ? "${" : Value(match.Groups[1].Value, missing) is { } value ? Written(value) : match.Value));
    }

    private (JsonTokenType Kind, string Text)? Value(string name, Action<string> missing)
    {
        _used.Add(name);
        if (_values.TryGetValue(name, out (JsonTokenType Kind, string Text) value))
        {
            return value;
        }

        missing(name);
        return null;
    }

    private static string Written((JsonTokenType Kind, string Text) value) => value.Kind switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => value.Text,
    };
}
