using System;
using System.Text;

namespace LiveStation;

/// <summary>Path and query of a request, escaped once: this very text is signed and sent.</summary>
internal static class ApiPath
{
    private const int LongestSegment = 1024;

    // Far more than servers take, and less than .NET Framework can escape.
    private const int LongestValue = 32 * 1024;

    /// <summary>Joins segments; each is escaped whole, so that no id can reach another resource.</summary>
    /// <exception cref="LiveStationArgumentException">A segment is empty, or a dot segment that addresses fold away.</exception>
    public static string Of(params string[] segments)
    {
        StringBuilder path = new();
        foreach (string segment in segments)
        {
            path.Append('/').Append(Segment(segment));
        }

        return path.ToString();
    }

    /// <summary>Adds a query parameter; nothing for a null value.</summary>
    public static string With(this string path, string name, string? value) =>
        value is null ? path : $"{path}{(path.Contains("?") ? '&' : '?')}{Escape(name)}={Escape(value)}";

    /// <summary>The whole address, only where it holds the path as it was escaped.</summary>
    /// <remarks>
    /// .NET Framework keeps older rules for programs that do not name a version of 4.5 or later, and Windows PowerShell is
    /// one: %2F becomes a slash, and a dot at the end of a segment goes, so that an id would reach another resource.
    /// </remarks>
    /// <exception cref="LiveStationArgumentException">The address would be another, or is longer than one can be.</exception>
    public static Uri Address(string baseAddress, string path) =>
        Uri.TryCreate(baseAddress + path, UriKind.Absolute, out Uri? uri) && uri.PathAndQuery.EndsWith(path, StringComparison.Ordinal)
            ? uri
            : throw new LiveStationArgumentException("InvalidIdentifier", "An id or value cannot stand in an address as it is. Nothing was sent.", "Give an id as the Get cmdlet of its kind prints it, or a shorter value.");

    /// <summary>The path and its query for people to read; what the name calls a secret is masked.</summary>
    public static string Redact(string pathAndQuery)
    {
        int question = pathAndQuery.IndexOf('?');
        if (question < 0)
        {
            return pathAndQuery;
        }

        string[] pairs = pathAndQuery.Substring(question + 1).Split('&');
        for (int i = 0; i < pairs.Length; i++)
        {
            int equals = pairs[i].IndexOf('=');
            if (equals >= 0 && Secrets.IsName(pairs[i].Substring(0, equals)))
            {
                pairs[i] = pairs[i].Substring(0, equals) + "=…";
            }
        }

        return pathAndQuery.Substring(0, question + 1) + string.Join("&", pairs);
    }

    private static string Segment(string segment)
    {
        string? fault = string.IsNullOrWhiteSpace(segment) ? "is empty"
            : segment is "." or ".." ? "is a dot segment"
            : segment.Length > LongestSegment ? "is too long"
            : null;
        return fault is null
            ? Escape(segment)
            : throw new LiveStationArgumentException("InvalidIdentifier", $"The id '{Text.Clean(segment)}' {fault}. Nothing was sent.", "Give an id as the Get cmdlet of its kind prints it.");
    }

    private static string Escape(string value)
    {
        if (value.Length > LongestValue)
        {
            throw new LiveStationArgumentException("InvalidIdentifier", "The value is longer than an address can be. Nothing was sent.", "Give a shorter value.");
        }

        for (int i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (!(i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1])))
            {
                throw new LiveStationArgumentException("InvalidIdentifier", "The value holds half a character (an unpaired surrogate). Nothing was sent.", "Type the value again.");
            }

            i++;
        }

        return Uri.EscapeDataString(value);
    }
}
