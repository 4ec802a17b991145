namespace LiveStation;

/// <summary>One row of the <see cref="ErrorCatalog"/>: what a code means and what to do about it.</summary>
/// <param name="Code">The number the service or the gateway prints; <see langword="null"/> for a failure on this side of the wire, which has none.</param>
/// <param name="Source">Whose number space <paramref name="Code"/> belongs to.</param>
/// <param name="Name">Symbolic name in PascalCase; the ErrorId in PowerShell. One name for each cause, so codes that say the same share one. Never changes.</param>
/// <param name="Kind">The sort of failure.</param>
/// <param name="Meaning">What it means, in plain words.</param>
/// <param name="Recommendation">What to do next.</param>
/// <param name="Retryable">Whether the same call may succeed later; <see langword="null"/> where the documentation leaves it open. Advice for people: the client's own retries follow the HTTP status.</param>
/// <remarks>Rests on the vendor's error table: https://api.ncloud-docs.com/docs/en/live-station-error-code</remarks>
public sealed record ErrorInfo(
    int? Code,
    ErrorSource Source,
    string Name,
    ErrorKind Kind,
    string Meaning,
    string Recommendation,
    bool? Retryable);
