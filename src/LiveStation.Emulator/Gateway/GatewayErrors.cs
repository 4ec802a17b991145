using System;
using System.Collections.Generic;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>The errors of the API gateway: three-digit codes, sent as text, with details in place of a name.</summary>
internal static class GatewayErrors
{
    /// <summary>The header that says when to come back.</summary>
    /// <param name="wait">How long to wait; whole seconds are sent, rounded up.</param>
    /// <param name="now">The time by the clock of the service, for a date in place of seconds; null for seconds.</param>
    public static KeyValuePair<string, string> RetryAfter(TimeSpan wait, DateTimeOffset? now = null)
    {
        double seconds = Math.Ceiling(wait.TotalSeconds);
        return new("Retry-After", now?.AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture) ?? seconds.ToString(CultureInfo.InvariantCulture));
    }

    public static Answer Answer(int code, string? details = null, int? status = null, string? message = null)
    {
        KnownError usual = KnownErrors.Find(code) ?? new(code, 500, "Unexpected Error", null);
        return new Answer(status ?? usual.Status ?? 500, JsonBody.Of(json =>
        {
            json.WriteStartObject("error");
            json.WriteString("errorCode", code.ToString(CultureInfo.InvariantCulture));
            json.WriteString("message", message ?? usual.Message);
            if (details is not null)
            {
                json.WriteString("details", details);
            }

            json.WriteEndObject();
        }));
    }
}
