using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LiveStation;

/// <summary>The words for a failed answer: from the catalog, or from the HTTP status where the catalog has none.</summary>
internal sealed record ErrorDescription(string Name, ErrorKind Kind, string Meaning, string Recommendation)
{
    private const string KeepTheTrace = "Try again in a moment. If it stays, give the vendor's support the trace id.";

    private static readonly Dictionary<int, (ErrorKind Kind, string Meaning, string Recommendation)> ByStatus = new()
    {
        [400] = (ErrorKind.InvalidArgument, "The service refuses the request.", "Check the values that were given; the text of the service says more."),
        [401] = (ErrorKind.Authentication, "The key or the signature was refused.", "Check both keys with Test-LsConnection, and connect again with Connect-LsAccount."),
        [403] = (ErrorKind.Forbidden, "The key has no right to do this.", "Give the sub account the permission in the console, or use another key."),
        [404] = (ErrorKind.NotFound, "There is nothing at this address.", "Check the id, the zone and the endpoint with Get-LsContext."),
        [407] = (ErrorKind.Connection, "The proxy wants a login.", "Log in to the proxy, or set HTTPS_PROXY with credentials, and try again."),
        [408] = (ErrorKind.Timeout, "The service gave up waiting for the request.", KeepTheTrace),
        [409] = (ErrorKind.Busy, "The service refuses the request in the present state.", "Look at the state of the resource and try again."),
        [413] = (ErrorKind.LimitExceeded, "The request is too large.", "Send fewer items at once."),
        [429] = (ErrorKind.Throttled, "Too many calls in a short time.", "Wait a moment and try again; other jobs with the same key count too."),
        [504] = (ErrorKind.Timeout, "The service behind the gateway answered too late.", KeepTheTrace),
    };

    // What refuses without the envelope of the service or its gateway is neither: the key must not be blamed for it.
    private static readonly HashSet<int> RefusedOnTheWay = [401, 403, 451];

    // These rows say themselves where to look, whatever the call is about: a quality set that is not there is no matter of channels.
    private static readonly HashSet<string> NamesTheMissing =
        new(ErrorCatalog.Entries.Where(static row => row.Kind == ErrorKind.NotFound && row.Name is not ("ChannelNotFound" or "ResourceNotFound")).Select(static row => row.Name), StringComparer.Ordinal);

    public static ErrorDescription Of(ErrorAnswer answer, int httpStatus, TimeSpan? retryAfter)
    {
        ErrorDescription description = answer.Code is { } code && ErrorCatalog.Find(code) is { } known
            ? new ErrorDescription(known.Name, known.Kind, known.Meaning, known.Recommendation)
            : Unlisted(answer, httpStatus);
        return description with { Meaning = Asking(description.Meaning, retryAfter) };
    }

    /// <summary>The words for a status of HTTP alone; null for one that is no failure.</summary>
    public static ErrorDescription? OfStatus(int httpStatus) => httpStatus is >= 300 and < 600 ? Unlisted(new ErrorAnswer(null, null, null) { IsEnvelope = true }, httpStatus) : null;

    /// <summary>A meaning, with the pause that the service asks for.</summary>
    public static string Asking(string meaning, TimeSpan? retryAfter) => retryAfter is { } wait ? $"{meaning} The service asks to wait {Wait(wait)}." : meaning;

    /// <summary>The same for a call about things that this command lists: what is not found is looked for there.</summary>
    /// <param name="listing">The command; null for none.</param>
    /// <param name="advice">What to do about errors for which the catalog speaks of another kind of thing, by name; null for none.</param>
    /// <param name="target">What the call is about; null where nobody knows.</param>
    public ErrorDescription For(string? listing, IReadOnlyDictionary<string, string>? advice, string? target = null) =>
        Name == "ChannelNotFound" && MistakenId.Advice(target, listing?.Split(' ')[0] ?? "Get-LsChannel", listing is null) is { } meant ? this with { Recommendation = meant }
        : advice is not null && advice.TryGetValue(Name, out string? own) ? this with { Recommendation = own }
        : listing is not null && Kind == ErrorKind.NotFound && !NamesTheMissing.Contains(Name) ? this with { Recommendation = $"Run {listing} to see what there is in this account and region, and check the id against it." }
        : this;

    /// <summary>The whole sentence: meaning, the service's own text, and the numbers that support asks for.</summary>
    public string Message(ErrorAnswer answer, int httpStatus, string? traceId, string? target)
    {
        StringBuilder message = new();
        if (target is not null)
        {
            message.Append(Text.Clean(target)).Append(": ");
        }

        message.Append(Meaning);
        string said = Text.Clean(answer.Message);
        if (said.Length > 0)
        {
            message.Append(answer.HasEnvelope ? " The service says: " : " The answer says: ").Append(said);
            if (said[said.Length - 1] is not ('.' or '!' or '?'))
            {
                message.Append('.');
            }
        }

        message.Append(" (code ").Append(answer.Code?.ToString(CultureInfo.InvariantCulture) ?? "none");
        if (answer.Name is not null)
        {
            message.Append(' ').Append(Text.Clean(answer.Name));
        }

        message.Append(", HTTP ").Append(httpStatus).Append(", trace ").Append(traceId is null ? "none" : Text.Clean(traceId)).Append(')');
        return message.ToString();
    }

    private static ErrorDescription Unlisted(ErrorAnswer answer, int httpStatus)
    {
        if (!answer.HasEnvelope && RefusedOnTheWay.Contains(httpStatus))
        {
            return new ErrorDescription(
                "RefusedOnTheWay",
                ErrorKind.Connection,
                "The call was refused, and not by Live Station: the answer has not the form of its errors. Something on the way answered, such as a proxy, a firewall or the login page of a network. The key was not judged.",
                "Find out who answers at this address: look at HTTPS_PROXY and at the endpoint (Get-LsContext), and ask the network's people to let calls to it through.");
        }

        (ErrorKind kind, string meaning, string recommendation) = ByStatus.TryGetValue(httpStatus, out (ErrorKind Kind, string Meaning, string Recommendation) row) ? row
            : httpStatus is >= 300 and < 400 ? (ErrorKind.InvalidResponse, "The answer points to another address; a signed call is never redirected.", "Check the endpoint with Get-LsContext, and look for a proxy that wants a login.")
            : httpStatus >= 500 ? (ErrorKind.Unavailable, "The service cannot be used at the moment.", KeepTheTrace)
            : (ErrorKind.ServiceFailure, "The service reports a failure that its error table does not list.", KeepTheTrace);
        string name = answer.Code is { } code
            ? "ServiceError" + code.ToString(CultureInfo.InvariantCulture).Replace("-", "Minus")
            : "Http" + httpStatus.ToString(CultureInfo.InvariantCulture);
        return new ErrorDescription(name, kind, meaning, recommendation);
    }

    private static string Wait(TimeSpan wait) => wait < TimeSpan.FromMinutes(2)
        ? wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " s"
        : wait < TimeSpan.FromDays(365) ? $"{wait.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} min, until {(DateTime.UtcNow + wait).ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}"
        : "more than a year";
}
