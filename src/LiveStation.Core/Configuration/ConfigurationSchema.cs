using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>The JSON Schema of documents, written from the tables that they are read by.</summary>
internal static class ConfigurationSchema
{
    /// <summary>The file that documents name; its number goes up when a document could be misread.</summary>
    public const string FileName = "livestation-configuration-1.schema.json";

    public const string Reference = "$schema";

    public const string Variables = "variables";

    public static byte[] Write() => ConfigurationWriter.Indented(static json =>
    {
        json.WriteStartObject();
        json.WriteString(Reference, "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", "Configuration of a Live Station account");
        json.WriteString("description", "Read by Compare-LsConfiguration and Sync-LsConfiguration, written by Export-LsConfiguration. Sections that are not named are left alone, and so are fields.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        Described(json, Reference, "string", "This schema.");
        json.WriteStartObject(Variables);
        json.WriteString("description", "Values of ${name} where none are given; null for one that has to be given.");
        json.WriteString("type", "object");
        json.WriteStartObject("additionalProperties");
        Types(json, "string", "number", "boolean", "null");
        json.WriteEndObject();
        json.WriteEndObject();
        foreach (ConfigurationSection section in ConfigurationSections.All)
        {
            json.WriteStartObject(section.Name);
            json.WriteString("description", section.Summary);
            if (section.OnlyName is not null)
            {
                Item(json, section.Fields);
            }
            else
            {
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                Item(json, section.Fields);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("definitions");
        json.WriteStartObject("variable");
        json.WriteString("description", "A variable in place of a value.");
        json.WriteString("type", "string");
        json.WriteString("pattern", "^\\$\\{[^}]*\\}$");
        json.WriteEndObject();
        json.WriteStartObject("secret");
        json.WriteString("description", "The name of a secret in a vault or in the environment.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        json.WriteStartObject("secret");
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        Texts(json, "required", ["secret"]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Item(Utf8JsonWriter json, IReadOnlyList<ConfigurationField> fields)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (ConfigurationField field in fields)
        {
            json.WriteStartObject(field.Name);
            json.WriteString("description", field.Summary);
            Value(json, field);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Texts(json, "required", fields.Where(static field => field.IsRequired).Select(static field => field.Name));
    }

    // A text may hold variables in any case; what is no text may be one.
    private static void Value(Utf8JsonWriter json, ConfigurationField field)
    {
        switch (field.Type)
        {
            case FieldType.Secret:
                Definition(json, "secret");
                break;
            case FieldType.Parts:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                Item(json, field.Parts);
                json.WriteEndObject();
                break;
            case FieldType.Names:
                json.WriteString("type", "array");
                json.WriteNumber("minItems", 1);
                json.WriteStartObject("items");
                json.WriteString("type", "string");
                json.WriteNumber("minLength", 1);
                json.WriteEndObject();
                break;
            case FieldType.Whole or FieldType.Real or FieldType.Flag or FieldType.Choice:
                json.WriteStartArray("anyOf");
                json.WriteStartObject();
                if (field.Choice is { } choice)
                {
                    Texts(json, "enum", choice.Names);
                }
                else
                {
                    json.WriteString("type", field.Type == FieldType.Whole ? "integer" : field.Type == FieldType.Real ? "number" : "boolean");
                }

                json.WriteEndObject();
                Alternative(json, "variable");
                json.WriteEndArray();
                break;
            case var _ when field.TakesSecret:
                json.WriteStartArray("anyOf");
                json.WriteStartObject();
                json.WriteString("type", "string");
                json.WriteNumber("minLength", 1);
                json.WriteEndObject();
                Alternative(json, "secret");
                json.WriteEndArray();
                break;
            default:
                json.WriteString("type", "string");
                json.WriteNumber("minLength", 1);
                break;
        }
    }

    private static void Described(Utf8JsonWriter json, string name, string type, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    private static void Alternative(Utf8JsonWriter json, string definition)
    {
        json.WriteStartObject();
        Definition(json, definition);
        json.WriteEndObject();
    }

    private static void Definition(Utf8JsonWriter json, string definition) => json.WriteString("$ref", "#/definitions/" + definition);

    private static void Types(Utf8JsonWriter json, params string[] types) => Texts(json, "type", types);

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
