using System;

namespace LiveStation;

/// <summary>What settings are made with: the zone, and what names and references stand for.</summary>
internal sealed class ConfigurationBuild
{
    public required Zone Zone { get; init; }

    /// <summary>The id of a thing of a section, by its name.</summary>
    public required Func<string, string, long> IdOf { get; init; }

    /// <summary>A secret in clear text.</summary>
    public Func<SecretReference, string> Reveal { get; init; } = static reference => reference.Name;

    /// <summary>A value in clear text; null for none.</summary>
    public string? Text(object? value) => value is SecretReference reference ? Reveal(reference) : (string?)value;
}
