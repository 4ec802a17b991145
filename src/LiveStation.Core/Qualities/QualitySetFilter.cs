namespace LiveStation;

/// <summary>Which quality sets to list; a part that is null does not count.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettinglist</remarks>
public sealed record QualitySetFilter
{
    /// <summary>Only the account's own, or only built in ones.</summary>
    public GenType? GenType { get; init; }

    /// <summary>Only those for HLS, or only those for low latency.</summary>
    public QualitySetType? Type { get; init; }
}
