using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>One thing of a document: its fields, and where they stand. A value is a text, a whole number, a decimal, a flag, a list of names, a list of parts, or a reference to a secret.</summary>
internal sealed class ConfigurationItem
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonPlace> _places = new(StringComparer.Ordinal);

    /// <summary>The name by which it is found.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where it stands; null for one that was made of a record.</summary>
    public JsonPlace? Place { get; init; }

    public object? this[string field] => _values.TryGetValue(field, out object? value) ? value : null;

    public bool Has(string field) => _values.ContainsKey(field);

    /// <summary>Where a field stands.</summary>
    public JsonPlace? PlaceOf(string field) => _places.TryGetValue(field, out JsonPlace? place) ? place : Place;

    public void Set(string field, object? value, JsonPlace? place = null)
    {
        if (value is null)
        {
            return;
        }

        _values[field] = value;
        if (place is not null)
        {
            _places[field] = place;
        }
    }

    /// <summary>The same under another name.</summary>
    public ConfigurationItem As(string field, string name)
    {
        ConfigurationItem copy = new() { Name = name, Place = Place };
        foreach (KeyValuePair<string, object> value in _values)
        {
            copy._values.Add(value.Key, value.Value);
        }

        copy._values[field] = name;
        return copy;
    }

    public void Remove(string field) => _values.Remove(field);

    /// <summary>The references to secrets in it.</summary>
    public IEnumerable<SecretReference> Secrets(IEnumerable<ConfigurationField> fields)
    {
        foreach (ConfigurationField field in fields)
        {
            if (this[field.Name] is SecretReference reference)
            {
                yield return reference;
            }

            foreach (SecretReference inner in this[field.Name] is IReadOnlyList<ConfigurationItem> parts ? parts.SelectMany(part => part.Secrets(field.Parts)) : [])
            {
                yield return inner;
            }
        }
    }
}
