using System;

namespace LiveStation;

/// <summary>The API's time: milliseconds since 1970 UTC.</summary>
internal static class WireTime
{
    private const long First = -62135596800000;
    private const long Last = 253402300799999;

    /// <summary>
    /// As local time, like every built-in cmdlet: it compares right with Get-Date, groups by the operator's day and keeps
    /// its instant through Clixml, jobs and remoting. Null for what no calendar has.
    /// </summary>
    public static DateTime? Local(long milliseconds) =>
        milliseconds is < First or > Last ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).LocalDateTime;
}
