using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace LiveStation;

/// <summary>
/// What the service tells of something. Two are equal where everything that this version knows of them is; texts stand in the
/// properties as they came, and in <see cref="ToString"/> without control characters.
/// </summary>
/// <remarks>A class: a record of C# would show the members of its compiler (<c>&lt;Clone&gt;$</c>) to Get-Member.</remarks>
public abstract class ServiceRecord : IEquatable<ServiceRecord>
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Values = new();

    private protected ServiceRecord()
    {
    }

    internal IReadOnlyDictionary<string, JsonElement>? Rest { private get; set; }

    /// <summary>The account that it came from; set by who asked. No part of what the service tells, and so of no equality.</summary>
    internal object? Origin { get; set; }

    /// <summary>The things within it that are used by themselves too.</summary>
    internal virtual IEnumerable<ServiceRecord> Parts => [];

    /// <summary>What it is, in few words.</summary>
    private protected abstract string Summary { get; }

    /// <summary>Fields that this version does not know, or could not read as their type. A method, so that CSV stays flat. Values that are named like secrets are masked.</summary>
    public IReadOnlyDictionary<string, JsonElement> GetAdditionalFields() => Secrets.Hide(Rest ?? Nothing);

    /// <summary>What it is, on one line.</summary>
    public sealed override string ToString() => Text.Line(Summary);

    /// <inheritdoc/>
    public bool Equals(ServiceRecord? other) =>
        other?.GetType() == GetType() && Own().All(property => Same(property.GetValue(this), property.GetValue(other)));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as ServiceRecord);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Own().Aggregate(17, (hash, property) => unchecked((hash * 31) + HashOf(property.GetValue(this))));

    // A list is what stands in it.
    private static bool Same(object? one, object? other) =>
        Equals(one, other) || (one is not string && one is IEnumerable list && other is IEnumerable others && list.Cast<object>().SequenceEqual(others.Cast<object>()));

    private static int HashOf(object? value) => value switch
    {
        null => 0,
        string text => text.GetHashCode(),
        IEnumerable list => list.Cast<object>().Aggregate(17, static (hash, item) => unchecked((hash * 31) + item.GetHashCode())),
        _ => value.GetHashCode(),
    };

    // What is computed from others, or from the clock, is no value of its own.
    private PropertyInfo[] Own() => Values.GetOrAdd(GetType(), static type => [.. type.GetProperties().Where(static property => property.SetMethod is { IsPublic: true })]);
}
