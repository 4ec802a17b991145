namespace LiveStation;

/// <summary>How far a configuration may go.</summary>
internal sealed record ConfigurationOptions(Zone Zone)
{
    /// <summary>Whether what the document does not name is removed.</summary>
    public bool Prune { get; init; }

    /// <summary>Whether what cannot be changed is removed and made anew.</summary>
    public bool Replace { get; init; }
}
