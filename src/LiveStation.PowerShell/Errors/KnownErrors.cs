using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>All errors that have a name: those with a code, and the module's own. Explained and completed from here.</summary>
internal static class KnownErrors
{
    public static IEnumerable<ErrorInfo> All => ErrorCatalog.Entries.Concat(OwnErrors.Rows);

    /// <summary>What a code, a name or the status of an answer means; several codes may share a name, and wildcards find more.</summary>
    /// <param name="text">As logs and FullyQualifiedErrorId have it: <c>250507</c>, <c>RateLimited</c>, <c>RateLimited,LiveStation.PowerShell.GetLsRecordingCommand</c>.</param>
    public static IReadOnlyList<ErrorInfo> Find(string text)
    {
        // The second half of a FullyQualifiedErrorId names a cmdlet.
        string name = text.Split(',')[0].Trim();
        if (IsCode(name, out int code))
        {
            return ErrorCatalog.Find(code) is { } known ? [known] : OfStatus(code);
        }

        WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        ErrorInfo[] named = [.. All.Where(entry => pattern.IsMatch(entry.Name))];
        return named.Length == 0 && name.StartsWith("Http", System.StringComparison.OrdinalIgnoreCase) && IsCode(name.Substring(4), out int status) ? OfStatus(status) : named;
    }

    public static bool IsCode(string text, out int code) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out code);

    // 404 out of a log is no code of anybody, and all the same what somebody looks up.
    private static ErrorInfo[] OfStatus(int status) => ErrorDescription.OfStatus(status) is { } description
        ? [new ErrorInfo(
            null,
            ErrorSource.Service,
            description.Name,
            description.Kind,
            $"HTTP status {status.ToString(CultureInfo.InvariantCulture)}, no code of an error: {description.Meaning} The code, where there is one, stands before it in the message, as in (code 250123, HTTP {status.ToString(CultureInfo.InvariantCulture)}), and says more.",
            description.Recommendation,
            null)]
        : [];
}
