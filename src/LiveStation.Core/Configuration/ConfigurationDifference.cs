namespace LiveStation;

/// <summary>One setting that is not as a document wants it. Secrets are named and never shown.</summary>
public sealed class ConfigurationDifference : ServiceRecord
{
    /// <summary>The field, as the document calls it.</summary>
    public string? Field { get; init; }

    /// <summary>The value in the account; <see langword="null"/> where it has none.</summary>
    public string? Old { get; init; }

    /// <summary>The value in the document; <see langword="null"/> where it has none.</summary>
    public string? New { get; init; }

    private protected override string Summary => Old is null ? $"{Field}: {New}" : $"{Field}: {Old} -> {New}";
}
