using System;

namespace LiveStation;

/// <summary>One row of the <see cref="ErrorCatalog"/>: what a code means and what to do about it.</summary>
/// <remarks>Rests on the vendor's error table: https://api.ncloud-docs.com/docs/en/live-station-error-code</remarks>
public sealed class ErrorInfo
{
    /// <summary>Makes a row.</summary>
    /// <param name="code">See <see cref="Code"/>.</param>
    /// <param name="source">See <see cref="Source"/>.</param>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="kind">See <see cref="Kind"/>.</param>
    /// <param name="meaning">See <see cref="Meaning"/>.</param>
    /// <param name="recommendation">See <see cref="Recommendation"/>.</param>
    /// <param name="retryable">See <see cref="Retryable"/>.</param>
    public ErrorInfo(int? code, ErrorSource source, string name, ErrorKind kind, string meaning, string recommendation, bool? retryable)
    {
        Code = code;
        Source = source;
        Name = name;
        Kind = kind;
        Meaning = meaning;
        Recommendation = recommendation;
        Retryable = retryable;
    }

    /// <summary>The number the service or the gateway prints; <see langword="null"/> for a failure on this side of the wire, which has none.</summary>
    public int? Code { get; }

    /// <summary>Whose number space <see cref="Code"/> belongs to.</summary>
    public ErrorSource Source { get; }

    /// <summary>Symbolic name in PascalCase; the ErrorId in PowerShell. One name for each cause, so codes that say the same share one. Never changes.</summary>
    public string Name { get; }

    /// <summary>The sort of failure.</summary>
    public ErrorKind Kind { get; }

    /// <summary>What it means, in plain words.</summary>
    public string Meaning { get; }

    /// <summary>What to do next.</summary>
    public string Recommendation { get; }

    /// <summary>Whether the same call may succeed later; <see langword="null"/> where the documentation leaves it open. Advice for people: the client's own retries follow the HTTP status.</summary>
    public bool? Retryable { get; }

    /// <summary>Name and number in one line.</summary>
    public override string ToString() => Text.Clean(Code is { } code ? FormattableString.Invariant($"{Name} ({code})") : Name);
}
