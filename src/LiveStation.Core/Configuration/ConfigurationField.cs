using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation;

/// <summary>
/// A field of a document. Export, reading, schema, comparison and applying all go by these rows: what it is called and holds,
/// where it stands in a record, and which call changes it.
/// </summary>
internal sealed record ConfigurationField(string Name, FieldType Type, string Summary)
{
    /// <summary>Its value in a record; null where the service tells none.</summary>
    public Func<ServiceRecord, object?> Read { get; init; } = static _ => null;

    /// <summary>The call that changes it.</summary>
    public FieldCall Call { get; init; }

    /// <summary>The property of the settings that it becomes; its own name unless given.</summary>
    public string? Setting { get; init; }

    /// <summary>The values of a choice, as the API writes them.</summary>
    public WireEnum? Choice { get; init; }

    /// <summary>The section that a name is looked for in.</summary>
    public string? RefersTo { get; init; }

    /// <summary>The fields of each part.</summary>
    public IReadOnlyList<ConfigurationField> Parts { get; init; } = [];

    /// <summary>A field that decides over this one where both are named: this one then follows by itself.</summary>
    public string? Follows { get; init; }

    /// <summary>A field without whose value this one means nothing, and whether a value of it will do; null for none.</summary>
    public (string Field, Func<object?, bool> Is)? Needs { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Whether a reference to a secret may stand in its place.</summary>
    public bool TakesSecret { get; init; }

    /// <summary>Whether a thing that is there cannot be changed to a value, though others can.</summary>
    public Func<ServiceRecord, object, bool> IsFixed { get; init; } = static (_, _) => false;

    /// <summary>False where the service does not tell enough to say whether it is so already.</summary>
    public bool IsCompared { get; init; } = true;

    /// <summary>Least and most characters of a text.</summary>
    public (int Least, int Most)? Length { get; init; }

    /// <summary>The property of the settings.</summary>
    public string Property => Setting ?? char.ToUpperInvariant(Name[0]) + Name.Substring(1);

    /// <summary>The value in a record in the form in which documents hold it; null for none.</summary>
    public object? Of(ServiceRecord record) => Plain(Read(record));

    /// <summary>Whether two values say the same.</summary>
    public bool AreSame(object? wanted, object? now) => (wanted, now) switch
    {
        (SecretReference, _) or (_, SecretReference) => now is not null,
        (IReadOnlyList<string> one, IReadOnlyList<string> other) => one.OrderBy(static name => name, StringComparer.Ordinal).SequenceEqual(other.OrderBy(static name => name, StringComparer.Ordinal)),
        (IReadOnlyList<ConfigurationItem> one, IReadOnlyList<ConfigurationItem> other) => Shown(one) == Shown(other),
        _ => Equals(wanted, now),
    };

    /// <summary>A value as it may be shown; null for none.</summary>
    public string? Shown(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        string text when Type == FieldType.Address && Uri.TryCreate(text, UriKind.Absolute, out Uri? address) => Secrets.Hide(address)?.OriginalString,
        string text => text,
        IReadOnlyList<string> names => string.Join(", ", names),
        IReadOnlyList<ConfigurationItem> parts => string.Join(", ", parts.Select(part => string.Join(" ", Parts.Where(static field => field.IsCompared).Select(field => field.Shown(part[field.Name])))).OrderBy(static part => part, StringComparer.Ordinal)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // What records hold, as documents do.
    private static object? Plain(object? value) => value switch
    {
        null or "" => null,
        int number => (long)number,
        double number => (decimal)number,
        TimeSpan span => (long)span.TotalMilliseconds,
        Uri address => address.OriginalString,
        _ => value,
    };
}
