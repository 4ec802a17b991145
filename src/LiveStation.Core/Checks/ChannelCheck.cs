namespace LiveStation;

/// <summary>How one check of a channel went, before it goes on air or while it is.</summary>
public sealed class ChannelCheck : ServiceRecord
{
    /// <summary>The channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Its name.</summary>
    public string? ChannelName { get; init; }

    /// <summary>What was checked.</summary>
    public ChannelCheckName Name { get; init; }

    /// <summary>
    /// Whether it is as it should be; <see langword="null"/> where it does not apply, or the service does not tell. A check that could
    /// not be made, because a call failed, has not passed.
    /// </summary>
    public bool? Passed { get; init; }

    /// <summary>What was found.</summary>
    public string? Detail { get; init; }

    /// <summary>What to do about it; <see langword="null"/> where nothing is to be done.</summary>
    public string? Recommendation { get; init; }

    private protected override string Summary => $"{Name}: {(Passed is { } passed ? passed ? "passed" : "failed" : "not known")}";
}
