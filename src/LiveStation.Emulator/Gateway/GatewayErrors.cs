using System;
using System.Collections.Generic;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>The errors of the API gateway: three-digit codes, sent as text, with details in place of a name.</summary>
internal static class GatewayErrors
{
    private static readonly Dictionary<int, (int Status, string Message)> Table = new()
    {
        [100] = (400, "Bad Request Exception"),
        [200] = (401, "Authentication Failed"),
        [210] = (401, "Permission Denied"),
        [230] = (403, "Forbidden"),
        [300] = (404, "Not Found Exception"),
        [400] = (429, "Quota Exceeded"),
        [410] = (429, "Throttle Limited"),
        [420] = (429, "Rate Limited"),
        [430] = (413, "Request Entity Too Large"),
        [500] = (503, "Endpoint Error"),
        [510] = (504, "Endpoint Timeout"),
        [900] = (500, "Unexpected Error"),
    };

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
        (int usualStatus, string usualMessage) = Table.TryGetValue(code, out (int, string) row) ? row : (500, "Unexpected Error");
        return new Answer(status ?? usualStatus, JsonBody.Of(json =>
        {
            json.WriteStartObject("error");
            json.WriteString("errorCode", code.ToString(CultureInfo.InvariantCulture));
            json.WriteString("message", message ?? usualMessage);
            if (details is not null)
            {
                json.WriteString("details", details);
            }

            json.WriteEndObject();
        }));
    }
}
