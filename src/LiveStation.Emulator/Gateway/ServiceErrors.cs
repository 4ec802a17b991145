using System.Globalization;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The errors of Live Station itself: six-digit codes, sent as numbers, with a name where one is known.</summary>
internal static class ServiceErrors
{
    public static Answer Answer(int code, string? message = null, int? status = null, params string[] values) =>
        new(status ?? KnownErrors.Find(code)?.Status ?? StatusGuesses.Of(code), JsonBody.Of(json => Write(json, code, message, values)));

    /// <summary>Writes the member "error" into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, int code, string? message, params string[] values)
    {
        KnownError? known = KnownErrors.Find(code);
        json.WriteStartObject("error");
        json.WriteNumber("errorCode", code);
        json.WriteString("message", message ?? Format(known?.Message, values));
        if (known?.Name is string name)
        {
            json.WriteString("errorName", name);
        }

        json.WriteEndObject();
    }

    // A fault may ask for any code without having values for its template: what is missing stays as it is printed.
    private static string Format(string? template, string[] values)
    {
        // Of a code that is met but printed nowhere, such as 250182, the text is not known.
        string text = string.IsNullOrEmpty(template) ? "(text not known)" : template!;
        for (int i = 0; i < values.Length; i++)
        {
            text = text.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", values[i]);
        }

        return text;
    }
}
