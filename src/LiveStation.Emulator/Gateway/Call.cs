using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>A request that has reached its operation.</summary>
internal sealed class Call
{
    private readonly EmulatorRequest _request;
    private readonly IReadOnlyDictionary<string, string> _path;
    private readonly bool _takesNumbersAsText;

    public Call(EmulatorRequest request, Zone zone, IReadOnlyDictionary<string, string> path, DateTimeOffset now, AnswerStyle style, bool takesNumbersAsText)
    {
        _takesNumbersAsText = takesNumbersAsText;
        _request = request;
        _path = path;
        Zone = zone;
        Now = now;
        Style = style;
    }

    public Zone Zone { get; }

    /// <summary>The host that the caller named; null where none was.</summary>
    public string? Host => _request.Header("Host");

    public DateTimeOffset Now { get; }

    public AnswerStyle Style { get; }

    /// <summary>The body; refused with 250012 when it is no JSON object.</summary>
    public Fields Body => Fields.Parse(_request.Body, _takesNumbersAsText);

    public string Path(string name) => _path[name];

    /// <summary>An id of the path that is a number; refused with 250021 when it is none.</summary>
    public long PathNumber(string name) =>
        long.TryParse(Path(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw new Refusal(250021, name, "Integer");

    /// <summary>A value of the query, or null when it is absent or empty.</summary>
    public string? Query(string name)
    {
        int mark = _request.PathAndQuery.IndexOf('?');
        string? pair = mark < 0
            ? null
            : _request.PathAndQuery.Substring(mark + 1).Split('&').LastOrDefault(item => item.StartsWith(name + "=", StringComparison.Ordinal));
        string value = pair is null ? "" : Uri.UnescapeDataString(pair.Substring(name.Length + 1).Replace('+', ' '));
        return value.Length == 0 ? null : value;
    }

    /// <summary>A whole number of the query.</summary>
    public int Query(string name, int absent, int minimum, int maximum)
    {
        string? text = Query(name);
        if (text is null)
        {
            return absent;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
        {
            throw new Refusal(250021, name, "Integer");
        }

        return value >= minimum && value <= maximum ? value : throw new Refusal(250002, name);
    }
}
