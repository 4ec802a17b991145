using System.Globalization;

namespace LiveStation;

/// <summary>What is wrong with a document, and where.</summary>
/// <param name="ErrorId">Symbolic name of the cause.</param>
/// <param name="Line">The line, from 1; 0 where it is about no line.</param>
/// <param name="Path">The path, for example <c>$.channels[2].envType</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Recommendation">What to do.</param>
internal sealed record ConfigurationFault(string ErrorId, int Line, string Path, string Message, string Recommendation)
{
    public static ConfigurationFault At(JsonPlace? place, string errorId, string message, string recommendation) =>
        new(errorId, place?.Line ?? 0, place?.Path ?? "", message, recommendation);

    /// <summary>Whether it stands in the way of applying, and not of comparing.</summary>
    public bool IsOfApplying { get; init; }

    public override string ToString() => Line == 0 ? Message : string.Format(CultureInfo.InvariantCulture, "line {0}{1}: {2}", Line, Path.Length > 1 ? ", " + Path : "", Message);
}
