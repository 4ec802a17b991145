using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace LiveStation.Emulator;

/// <summary>The documented errors of the service and of its gateway, as docs/api/errors.csv lists them.</summary>
internal static class KnownErrors
{
    // A field with quotes around it, in which a quote stands twice, or one without.
    private static readonly Regex Field = new("(?:^|,)(?:\"(?<text>(?:[^\"]|\"\")*)\"|(?<text>[^,]*))", RegexOptions.CultureInvariant);

    private static readonly Lazy<Dictionary<int, KnownError>> ByCode = new(() => Read().ToDictionary(error => error.Code));

    /// <summary>The error with this code, or null.</summary>
    public static KnownError? Find(int code) => ByCode.Value.TryGetValue(code, out KnownError? error) ? error : null;

    private static IEnumerable<KnownError> Read()
    {
        using Stream stream = typeof(KnownErrors).Assembly.GetManifestResourceStream("errors.csv")!;
        using StreamReader reader = new(stream);
        List<string> names = Split(reader.ReadLine()!);
        (int code, int status, int message, int name) = (names.IndexOf("code"), names.IndexOf("httpStatusIfKnown"), names.IndexOf("messageTemplate"), names.IndexOf("errorName"));
        while (reader.ReadLine() is string line)
        {
            List<string> fields = Split(line);
            yield return new KnownError(
                int.Parse(fields[code], CultureInfo.InvariantCulture),
                fields[status].Length > 0 ? int.Parse(fields[status], CultureInfo.InvariantCulture) : null,
                fields[message],
                fields[name].Length > 0 ? fields[name] : null);
        }
    }

    private static List<string> Split(string line) =>
        Field.Matches(line).Cast<Match>().Select(match => match.Groups["text"].Value.Replace("\"\"", "\"")).ToList();
}

/// <summary>One row of the list: the status and the name are null where the documentation has none.</summary>
internal sealed record KnownError(int Code, int? Status, string Message, string? Name);
