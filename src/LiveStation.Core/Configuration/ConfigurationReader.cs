using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>Reads a document, and finds all that is wrong with it at once.</summary>
internal sealed class ConfigurationReader
{
    /// <summary>The largest file that is read. One of a thousand channels has a megabyte.</summary>
    public const int Largest = 16 * 1024 * 1024;

    private const int MostFaults = 100;

    // So many letters apart a name is taken for another one.
    private const int Slip = 2;

    private readonly ConfigurationVariables _variables;
    private readonly bool _force;
    private readonly List<ConfigurationFault> _faults = [];
    private readonly List<string> _ignored = [];
    private readonly ConfigurationDocument _document = new();

    private ConfigurationReader(ConfigurationVariables variables, bool force)
    {
        _variables = variables;
        _force = force;
    }

    /// <summary>The document; with faults, as far as it could be read.</summary>
    public ConfigurationDocument Document => _document;

    /// <summary>All that is wrong, in the order of the lines.</summary>
    public IReadOnlyList<ConfigurationFault> Faults => [.. _faults.OrderBy(static fault => fault.Line).Take(MostFaults)];

    /// <summary>Fields that this version does not know and that were passed over.</summary>
    public IReadOnlyList<string> Ignored => _ignored;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="variables">Values that were given.</param>
    /// <param name="force">Whether fields that this version does not know are passed over.</param>
    public static ConfigurationReader Read(byte[] file, ConfigurationVariables variables, bool force)
    {
        ConfigurationReader reader = new(variables, force);
        try
        {
            reader.Read(JsonPlace.Parse(file));
        }
        catch (JsonException e) when (e.InnerException is InvalidOperationException)
        {
            reader._faults.Add(new ConfigurationFault("ConfigurationInvalid", (int)(e.LineNumber ?? 0) + 1, "$", JsonPlace.NoText, "Save the file as UTF-8; ConvertTo-Json and Export-LsConfiguration write it so."));
        }
        catch (JsonException e)
        {
            // Its own words speak of bytes from 0.
            reader._faults.Add(new ConfigurationFault("ConfigurationInvalid", (int)(e.LineNumber ?? 0) + 1, "$", $"this is no JSON, at character {(e.BytePositionInLine ?? 0) + 1} of the line or right before it.", "Look for a missing quotation mark, comma or bracket there."));
        }

        return reader;
    }

    private void Read(JsonPlace root)
    {
        if (!Is(root, JsonTokenType.StartObject, "an object with sections such as channels"))
        {
            return;
        }

        if (Members(root).TryGetValue(ConfigurationSchema.Variables, out JsonPlace? variables) && Is(variables, JsonTokenType.StartObject, "an object"))
        {
            Declare(variables);
        }

        foreach ((string name, JsonPlace value) in root.Members)
        {
            if (ConfigurationSections.Find(name) is { } section)
            {
                Section(section, value);
            }
            else if (name == ConfigurationSchema.Reference)
            {
                Version(value);
            }
            else if (name != ConfigurationSchema.Variables)
            {
                Unknown(value, name, ConfigurationSections.All.Select(static known => known.Name));
            }
        }
    }

    private void Version(JsonPlace value)
    {
        if (Is(value, JsonTokenType.String, "the address of the schema") && !value.Text.EndsWith(ConfigurationSchema.FileName, StringComparison.Ordinal) && !_force)
        {
            Fault(value, $"the document is of another version than this module knows, which is {ConfigurationSchema.FileName}.", "Update the module, or read it all the same with -Force: fields that are not known are passed over then.");
        }
    }

    private void Declare(JsonPlace variables)
    {
        foreach ((string name, JsonPlace value) in variables.Members)
        {
            if (value.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                Fault(value, $"the variable {name} is {value.Words}.", "Give it a text, a number, true or false; or null where -Variable has to give it.");
            }
            else if (value.Kind != JsonTokenType.Null)
            {
                _variables.Add(name, value.Kind, value.Text);
            }
        }
    }

    private void Section(ConfigurationSection section, JsonPlace value)
    {
        if (section.OnlyName is not null)
        {
            if (Is(value, JsonTokenType.StartObject, "an object"))
            {
                _document.Add(section, Item(section.Fields, value, section.OnlyName));
            }

            return;
        }

        if (!Is(value, JsonTokenType.StartArray, "a list"))
        {
            return;
        }

        _document.Open(section);
        Dictionary<string, JsonPlace> names = new(StringComparer.Ordinal);
        foreach (JsonPlace entry in value.Items)
        {
            if (!Is(entry, JsonTokenType.StartObject, "an object"))
            {
                continue;
            }

            ConfigurationItem item = Item(section.Fields, entry, null);
            if (item.Name.Length == 0)
            {
                continue;
            }

            if (names.TryGetValue(item.Name, out JsonPlace? before))
            {
                Fault(entry, $"{Text.Clean(item.Name)} stands in line {before.Line} already. Things are found by their names.", "Take one of them out.");
                continue;
            }

            names.Add(item.Name, entry);
            _document.Add(section, item);
        }
    }

    private ConfigurationItem Item(IReadOnlyList<ConfigurationField> fields, JsonPlace place, string? name)
    {
        ConfigurationItem item = new() { Place = place };
        Dictionary<string, JsonPlace> members = Members(place);
        foreach (KeyValuePair<string, JsonPlace> member in members)
        {
            if (fields.FirstOrDefault(field => field.Name == member.Key) is { } field)
            {
                item.Set(field.Name, Value(field, Resolve(member.Value)), member.Value);
            }
            else
            {
                Unknown(member.Value, member.Key, fields.Select(static field => field.Name));
            }
        }

        foreach (ConfigurationField missing in fields.Where(field => field.IsRequired && !members.ContainsKey(field.Name)))
        {
            Fault(place, $"{missing.Name} is missing.", missing.Summary);
        }

        item.Name = name ?? item[fields[0].Name] as string ?? "";
        return item;
    }

    private object? Value(ConfigurationField field, JsonPlace place)
    {
        if (field.TakesSecret && place.Kind == JsonTokenType.StartObject)
        {
            return Reference(place);
        }

        string advice = field.TakesSecret ? field.Summary + " Or a reference: { \"secret\": \"name\" }." : field.Summary;
        switch (field.Type)
        {
            case FieldType.Secret:
                // Not quoted: it may be the secret itself.
                Fault(place, "a secret does not stand in a document.", "Write { \"secret\": \"name\" }, and put the secret into a vault or the environment under that name.");
                return null;
            case FieldType.Flag:
                return place.Kind is JsonTokenType.True or JsonTokenType.False ? place.Kind == JsonTokenType.True : Wrong(place, "true or false", advice);
            case FieldType.Whole:
                return place.Kind == JsonTokenType.Number && long.TryParse(place.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? whole : Wrong(place, "a whole number", advice);
            case FieldType.Real:
                return place.Kind == JsonTokenType.Number && decimal.TryParse(place.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal real) ? real : Wrong(place, "a number", advice);
            case FieldType.Names:
                return Names(place, advice);
            case FieldType.Parts:
                return place.Kind != JsonTokenType.StartArray ? Wrong(place, "a list", advice)
                    : place.Items.Where(part => Is(part, JsonTokenType.StartObject, "an object")).Select(part => Item(field.Parts, part, "")).ToArray();
            case FieldType.Choice when place.Kind == JsonTokenType.String:
                return field.Choice!.Names.Contains(place.Text) ? place.Text : Wrong(place, $"one of {string.Join("; ", field.Choice.Names)}", advice);
            case FieldType.Address when place.Kind == JsonTokenType.String:
                return Uri.TryCreate(place.Text, UriKind.Absolute, out Uri? address) && CallbackOperations.IsAddress(address) ? place.Text : Wrong(place, "a whole http or https address", advice);
            default:
                return place.Kind != JsonTokenType.String || place.Text.Length == 0 ? Wrong(place, "a text", advice)
                    : field.Length is { } length && (place.Text.Length < length.Least || place.Text.Length > length.Most) ? Wrong(place, $"a text of {length.Least} to {length.Most} characters", advice)
                    : place.Text;
        }
    }

    private SecretReference? Reference(JsonPlace place)
    {
        Dictionary<string, JsonPlace> members = Members(place);
        JsonPlace? name = members.TryGetValue("secret", out JsonPlace? value) ? Resolve(value) : null;
        if (members.Count != 1 || name is not { Kind: JsonTokenType.String, Text.Length: > 0 })
        {
            Fault(place, "a reference to a secret has its name and nothing else.", "Write { \"secret\": \"name\" }.");
            return null;
        }

        return new SecretReference(name.Text);
    }

    private string[]? Names(JsonPlace place, string advice)
    {
        JsonPlace[] names = [.. place.Items.Select(Resolve)];
        return place.Kind == JsonTokenType.StartArray && names.Length > 0 && Array.TrueForAll(names, static name => name is { Kind: JsonTokenType.String, Text.Length: > 0 })
            ? [.. names.Select(static name => name.Text)]
            : (string[]?)Wrong(place, "a list of names", advice);
    }

    private JsonPlace Resolve(JsonPlace place) => _variables.Resolve(place, name => Fault(place, $"the variable {Text.Clean(name)} has no value.", $"Give it with -Variable @{{ {Text.Clean(name)} = ... }} or in a file, or declare it with a value in variables."));

    // A name that stands twice: which of them counts differs from reader to reader.
    private Dictionary<string, JsonPlace> Members(JsonPlace place)
    {
        Dictionary<string, JsonPlace> members = new(StringComparer.Ordinal);
        foreach ((string name, JsonPlace value) in place.Members)
        {
            if (members.TryGetValue(name, out JsonPlace? before))
            {
                Fault(value, $"{Text.Clean(name)} stands in line {before.Line} already.", "Take one of them out.");
                continue;
            }

            members.Add(name, value);
        }

        return members;
    }

    private bool Is(JsonPlace place, JsonTokenType kind, string words)
    {
        if (place.Kind == kind)
        {
            return true;
        }

        Wrong(place, words, "");
        return false;
    }

    private object? Wrong(JsonPlace place, string wanted, string advice)
    {
        string found = place.Kind is JsonTokenType.String or JsonTokenType.Number ? $"'{Text.Clean(place.Text)}'" : place.Words;
        Fault(place, $"{found} stands where {wanted} is wanted.", advice);
        return null;
    }

    private void Unknown(JsonPlace place, string name, IEnumerable<string> known)
    {
        // One that is nearly a known one is a slip: passed over, it would leave out what somebody meant.
        if (known.FirstOrDefault(other => Distance(name, other) <= Math.Min(Slip, name.Length / 3)) is { } near)
        {
            Fault(place, $"{Text.Clean(name)} is no field here.", $"Is {near} meant?");
        }
        else if (_force)
        {
            _ignored.Add(string.Format(CultureInfo.InvariantCulture, "line {0}, {1}", place.Line, Text.Clean(place.Path)));
        }
        else
        {
            Fault(place, $"{Text.Clean(name)} is no field here that this version knows.", $"There are: {string.Join(", ", known)}. A document of a newer version is read with -Force, without what is not known.");
        }
    }

    // Letters that have to be put in, taken out or replaced.
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > Slip)
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[other.Length];
    }

    private void Fault(JsonPlace place, string message, string recommendation) => _faults.Add(ConfigurationFault.At(place, "ConfigurationInvalid", message, recommendation));
}
