using System;
using System.Globalization;

namespace LiveStation;

/// <summary>The API's time: milliseconds since 1970 UTC in answers, the time in Korea in requests.</summary>
internal static class WireTime
{
    private const long First = -62135596800000;
    private const long Last = 253402300799999;
    private static readonly TimeSpan KoreaAhead = TimeSpan.FromHours(9);

    /// <summary>
    /// As local time, like every built-in cmdlet: it compares right with Get-Date, groups by the operator's day and keeps
    /// its instant through Clixml, jobs and remoting. Null for what no calendar has.
    /// </summary>
    public static DateTime? Local(long milliseconds) =>
        milliseconds is < First or > Last ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).LocalDateTime;

    /// <summary>The time in Korea, which has no summer time. A time that does not say what it is counts as local.</summary>
    public static DateTime InKorea(DateTime time) => DateTime.SpecifyKind(time.ToUniversalTime() + KoreaAhead, DateTimeKind.Unspecified);

    /// <summary>A time as requests have it: yyyyMMddHHmmss in Korea.</summary>
    public static string Korean(DateTime time) => InKorea(time).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}
