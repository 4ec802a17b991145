using System;

namespace LiveStation;

/// <summary>How the API writes an enum value whose name does not say so.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class WireNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Another spelling that older editions of the API use; null for none.</summary>
    public string? Older { get; init; }
}
