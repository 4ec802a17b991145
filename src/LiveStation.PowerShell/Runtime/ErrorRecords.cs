using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>The one place where a failure becomes an error record.</summary>
internal static class ErrorRecords
{
    private static readonly Dictionary<ErrorKind, ErrorCategory> Categories = new()
    {
        [ErrorKind.ServiceFailure] = ErrorCategory.ResourceUnavailable,
        [ErrorKind.Authentication] = ErrorCategory.AuthenticationError,
        [ErrorKind.Forbidden] = ErrorCategory.PermissionDenied,
        [ErrorKind.NotFound] = ErrorCategory.ObjectNotFound,
        [ErrorKind.InvalidArgument] = ErrorCategory.InvalidArgument,
        [ErrorKind.InvalidType] = ErrorCategory.InvalidType,
        [ErrorKind.Unparsable] = ErrorCategory.ParserError,
        [ErrorKind.Protocol] = ErrorCategory.ProtocolError,
        [ErrorKind.WrongState] = ErrorCategory.InvalidOperation,
        [ErrorKind.Busy] = ErrorCategory.ResourceBusy,
        [ErrorKind.AlreadyExists] = ErrorCategory.ResourceExists,
        [ErrorKind.LimitExceeded] = ErrorCategory.LimitsExceeded,
        [ErrorKind.QuotaExceeded] = ErrorCategory.QuotaExceeded,
        [ErrorKind.Throttled] = ErrorCategory.LimitsExceeded,
        [ErrorKind.Unavailable] = ErrorCategory.ResourceUnavailable,
        [ErrorKind.Connection] = ErrorCategory.ConnectionError,
        [ErrorKind.Timeout] = ErrorCategory.OperationTimeout,
        [ErrorKind.OperationFailed] = ErrorCategory.InvalidResult,
        [ErrorKind.WriteFailed] = ErrorCategory.WriteError,
        [ErrorKind.NotSupported] = ErrorCategory.NotImplemented,
        [ErrorKind.InvalidResponse] = ErrorCategory.ParserError,
        [ErrorKind.Credential] = ErrorCategory.AuthenticationError,
        [ErrorKind.WaitTimeout] = ErrorCategory.OperationTimeout,
        [ErrorKind.Success] = ErrorCategory.NotSpecified,
    };

    /// <summary>The category of a kind.</summary>
    public static ErrorCategory CategoryOf(ErrorKind kind) => Categories[kind];

    /// <summary>The first kind of a category.</summary>
    public static ErrorKind KindOf(ErrorCategory category)
    {
        foreach (KeyValuePair<ErrorKind, ErrorCategory> pair in Categories)
        {
            if (pair.Value == category)
            {
                return pair.Key;
            }
        }

        return ErrorKind.OperationFailed;
    }

    /// <summary>A failure as a record.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="target">The id or the input object that it is about.</param>
    public static ErrorRecord Of(LiveStationException failure, object? target) => Of(failure, failure.ErrorId, CategoryOf(failure.Kind), target, failure.Recommendation);

    /// <summary>A call for several things at once that failed as a whole: one error with all of them as its target.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="names">What the call was about.</param>
    /// <param name="noun">What these are, in the plural.</param>
    public static ErrorRecord OfBulk(LiveStationException failure, IReadOnlyList<string> names, string noun)
    {
        if (names.Count == 1)
        {
            return Of(failure, names[0]);
        }

        ErrorRecord error = Of(failure, failure.ErrorId, CategoryOf(failure.Kind), names.ToArray(), failure.Recommendation);
        error.ErrorDetails = new ErrorDetails($"{names.Count.ToString(CultureInfo.InvariantCulture)} {noun} in one call ({Listed(names)}): {failure.Message}") { RecommendedAction = failure.Recommendation };
        return error;
    }

    /// <summary>What a list that could not be read to its end leaves out, in a sentence.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="listed">How many came before.</param>
    /// <param name="noun">What these are, in the plural.</param>
    public static string BrokenList(LiveStationException failure, int listed, string noun) =>
        listed == 0 ? $"The list of {noun} could not be read, so nothing was looked at."
        : failure.Unlisted is > 0 and long rest ? string.Format(CultureInfo.InvariantCulture, "The list of {0} broke off after {1} of {2}; the other {3} were not looked at.", noun, listed, listed + rest, rest)
        : string.Format(CultureInfo.InvariantCulture, "The list of {0} broke off after {1}; the rest of the account was not looked at.", noun, listed);

    /// <summary>A list that could not be read to its end.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="sentence">What <see cref="BrokenList"/> says of it.</param>
    public static ErrorRecord OfBrokenList(LiveStationException failure, string sentence)
    {
        ErrorRecord error = Of(failure, null);
        error.ErrorDetails = new ErrorDetails(Text.Line($"{sentence} {failure.Message}")) { RecommendedAction = error.ErrorDetails.RecommendedAction };
        return error;
    }

    /// <summary>Calls that were given up together because the gateway lets nothing through: one error with all of them as its target.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="names">What the calls were about.</param>
    /// <param name="brokenList">The sentence about a list that was among them; null where none was.</param>
    public static ErrorRecord OfGivenUp(LiveStationException failure, string[] names, string? brokenList)
    {
        ErrorRecord error = Of(failure, failure.ErrorId, CategoryOf(failure.Kind), names, failure.Recommendation);
        string calls = names.Length == 0 ? "" : string.Format(CultureInfo.InvariantCulture, "Not carried out for {0} ({1}). ", names.Length, Listed(names));
        error.ErrorDetails = new ErrorDetails(Text.Line($"{(brokenList is null ? "" : brokenList + " ")}{calls}{failure.Message}")) { RecommendedAction = failure.Recommendation };
        return error;
    }

    private static string Listed(IReadOnlyList<string> names) => string.Join(", ", names.Take(5).Select(Text.Clean)) + (names.Count > 5 ? ", …" : "");

    public static ErrorRecord NotConnected() => Of(
        new PSInvalidOperationException("There is no account to call the service with: nothing is connected, the environment holds no keys and there is no vendor CLI profile."),
        "NotConnected",
        ErrorCategory.AuthenticationError,
        null,
        (ContextStore.IsInParallel ? "ForEach-Object -Parallel runs in runspaces of its own: write -Context $using:context there, with $context = Get-LsContext before it. "
            : ContextStore.IsServing ? "A job and a remote session know nothing of the account that is connected where they were started: connect in them. "
            : "")
            + "Run Connect-LsAccount with -SecretName, keys, -ProfileName or -Emulator; or set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY; or write ~/.ncloud/configure with the vendor's CLI.");

    /// <summary>A thing that the service does not give, without saying that it knows none.</summary>
    /// <param name="target">Its name or its ids.</param>
    /// <param name="noun">What it is, without an article.</param>
    /// <param name="errorId">The id, which says that one of these is not there.</param>
    /// <param name="recommendation">Where to look.</param>
    public static ErrorRecord NotFound(string target, string noun, string errorId, string recommendation) => Of(
        new ItemNotFoundException($"{Text.Clean(target)}: the service gives no such {noun}."),
        errorId,
        ErrorCategory.ObjectNotFound,
        target,
        recommendation);

    /// <summary>A name without wildcards that nothing has.</summary>
    public static ErrorRecord NoSuchName(string name, string noun, string errorId, string listing) => Of(
        new ItemNotFoundException($"{Text.Clean(name)}: no {noun} of this account and region has that name."),
        errorId,
        ErrorCategory.ObjectNotFound,
        name,
        $"Run {listing} to see the names; with wildcards, as in -Name '*news*', nothing found is no error.");

    /// <summary>Something that was given without the channel that it is asked for with.</summary>
    /// <param name="noun">What it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="idName">The property with its id.</param>
    public static ErrorRecord ChannelMissing(string noun, long id, string idName) => Of(
        new PSArgumentException(string.Format(CultureInfo.InvariantCulture, "The {0} {1} was given without its channel, and a {0} is named by both. Nothing was sent for it.", noun, id)),
        "ChannelIdMissing",
        ErrorCategory.InvalidArgument,
        id,
        $"Give objects with a ChannelId and a {idName}, or -ChannelId and -{idName}.");

    public static ErrorRecord Of(System.Exception exception, string errorId, ErrorCategory category, object? target, string recommendation)
    {
        ErrorRecord error = new(exception, errorId, category, target)
        {
            ErrorDetails = new ErrorDetails(Text.Line(exception.Message)) { RecommendedAction = Text.Line(recommendation) },
        };
        if (target is not null)
        {
            // The engine would print the target's own text.
            error.CategoryInfo.TargetName = Text.Clean(target.ToString());
        }

        return error;
    }
}
