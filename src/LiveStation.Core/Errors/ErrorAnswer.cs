using System;
using System.Globalization;
using System.Text.Json;

namespace LiveStation;

/// <summary>What a failed answer says, in whichever of the known envelopes it came.</summary>
internal sealed record ErrorAnswer(int? Code, string? Name, string? Message)
{
    /// <summary>An answer that says nothing readable.</summary>
    public static readonly ErrorAnswer Empty = new(null, null, null);

    /// <summary>Whether the answer has the form in which the service and its gateway tell errors.</summary>
    public bool HasEnvelope => Code is not null || Name is not null || IsEnvelope;

    /// <summary>Whether an error was found where an envelope holds it, though without code and name.</summary>
    public bool IsEnvelope { get; init; }

    // 250013 is printed in the table of errors and means OK.
    private const int Ok = 250013;

    private static readonly string[] CodeFields = ["errorCode", "code", "returnCode"];
    private static readonly string[] MessageFields = ["message", "errorMessage", "returnMessage", "msg"];

    /// <summary>Whether a field of that name at the top of an answer holds an error.</summary>
    public static bool IsErrorField(string name) => name is "error" or "responseError";

    /// <summary>Reads the error out of a whole answer.</summary>
    /// <returns>It, or <see langword="null"/> where the answer reports none, or reports success.</returns>
    public static ErrorAnswer? Find(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (IsErrorField(property.Name) && Of(property.Value) is { } error)
            {
                return error with { IsEnvelope = true };
            }
        }

        // Some services of the platform put the fields at the top; beside a content they are not an error.
        return root.TryGetProperty("content", out _) ? null : OfTop(name => root.TryGetProperty(name, out JsonElement value) ? value : default);
    }

    /// <summary>Reads one error value: an object in any spelling, or plain text.</summary>
    /// <returns>It, or <see langword="null"/> for null, an empty object or text, and the code that means success.</returns>
    public static ErrorAnswer? Of(JsonElement error)
    {
        if (error.ValueKind == JsonValueKind.String)
        {
            return string.IsNullOrWhiteSpace(Value(error)) ? null : new ErrorAnswer(null, null, Value(error));
        }

        return error.ValueKind == JsonValueKind.Object ? Of(name => error.TryGetProperty(name, out JsonElement value) ? value : default) : null;
    }

    /// <summary>Reads an error whose fields stand at the top of an answer without content.</summary>
    /// <returns>It, or <see langword="null"/> where no field holds a code, or the platform's code of success there, 0.</returns>
    public static ErrorAnswer? OfTop(Func<string, JsonElement> fields) => Field(fields, CodeFields) is null or "0" ? null : Of(fields);

    /// <summary>Whether a field of that name belongs to an error at the top of an answer.</summary>
    public static bool IsTopField(string name) => Array.IndexOf(CodeFields, name) >= 0 || Array.IndexOf(MessageFields, name) >= 0;

    private static ErrorAnswer? Of(Func<string, JsonElement> error)
    {
        string? codeText = Field(error, CodeFields);
        int? code = int.TryParse(codeText, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null;
        string? message = Field(error, MessageFields);
        string? details = Field(error, ["details"]);
        string? name = Field(error, ["errorName"]) ?? (code is null ? codeText : null);
        string? text = message is null ? details : details is null ? message : $"{message}: {details}";
        return code == Ok || (code is null && name is null && text is null) ? null : new ErrorAnswer(code, name, text);
    }

    private static string? Field(Func<string, JsonElement> fields, string[] names)
    {
        foreach (string name in names)
        {
            string? text = Value(fields(name));
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }

    private static string? Value(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Not UTF-8, or half a character; the other fields may still say what is wrong.
            return null;
        }
    }
}
