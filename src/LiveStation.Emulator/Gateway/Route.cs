using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>One operation: its method, its path below the zone's prefix, and what it does.</summary>
internal sealed class Route
{
    private readonly string _method;
    private readonly string[] _template;

    public Route(string method, string template, Func<Call, Answer> handler)
    {
        _method = method;
        _template = template.Split('/');
        Handler = handler;
        Openness = _template.Count(static part => part.StartsWith("{", StringComparison.Ordinal));
    }

    public Func<Call, Answer> Handler { get; }

    /// <summary>How many parts of the path may be anything.</summary>
    public int Openness { get; }

    /// <summary>The values of the path's parameters when this is the operation, or null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string method, string[] segments)
    {
        if (method != _method || segments.Length != _template.Length)
        {
            return null;
        }

        Dictionary<string, string> values = [];
        for (int i = 0; i < segments.Length; i++)
        {
            if (_template[i].StartsWith("{", StringComparison.Ordinal) && segments[i].Length > 0)
            {
                values[_template[i].Trim('{', '}')] = Uri.UnescapeDataString(segments[i]);
            }
            else if (_template[i] != segments[i])
            {
                return null;
            }
        }

        return values;
    }
}
