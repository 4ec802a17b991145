using System.Collections.Generic;
using System.Text.Json;

namespace LiveStation;

/// <summary>
/// What the service tells of something. Two are equal where everything that this version knows of them is; texts stand in the
/// properties as they came, and in <see cref="ToString"/> without control characters.
/// </summary>
public abstract record ServiceRecord
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    private readonly IReadOnlyDictionary<string, JsonElement>? _rest;

    private protected ServiceRecord()
    {
    }

    internal IReadOnlyDictionary<string, JsonElement>? Rest
    {
        init => _rest = value;
    }

    /// <summary>The account that it came from; set by who asked. No part of what the service tells, and so of no equality.</summary>
    internal object? Origin { get; set; }

    /// <summary>What it is, in few words.</summary>
    private protected abstract string Summary { get; }

    /// <summary>Fields that this version does not know, or could not read as their type. A method, so that CSV stays flat.</summary>
    public IReadOnlyDictionary<string, JsonElement> GetAdditionalFields() => _rest ?? Nothing;

    /// <summary>What it is, on one line.</summary>
    public sealed override string ToString() => Text.Line(Summary);

    /// <summary>Whether both are of the same kind; each kind compares its properties.</summary>
    /// <param name="other">The other one.</param>
    public virtual bool Equals(ServiceRecord? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();
}
