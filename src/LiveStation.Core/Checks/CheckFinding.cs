namespace LiveStation;

/// <summary>What a check finds.</summary>
/// <param name="Passed">Whether it is as it should be; null where it does not apply, or cannot be told.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Recommendation">What to do about it; null for nothing.</param>
internal sealed record CheckFinding(bool? Passed, string Detail, string? Recommendation = null)
{
    public static CheckFinding Fine(string detail) => new(true, detail);

    public static CheckFinding Wrong(string detail, string recommendation) => new(false, detail, recommendation);

    public static CheckFinding Untold(string detail, string? recommendation = null) => new(null, detail, recommendation);
}
