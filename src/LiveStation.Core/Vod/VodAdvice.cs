using System;
using System.Collections.Generic;

namespace LiveStation;

/// <summary>What to do about errors that VOD2LIVE channels and their schedules share with live channels, of which the catalog speaks.</summary>
internal static class VodAdvice
{
    public const string Channels = "Get-LsVodChannel";
    public const string Schedules = "Get-LsVodSchedule";

    private const string LookAtState =
        "Look at its state with Get-LsVodChannel. One that is RESERVED or PUBLISHING has a schedule, which Get-LsVodSchedule -ChannelId shows: Remove-LsVodSchedule takes back one that waits, and one that plays ends at its EndTime. A stopped one: run Enable-LsVodChannel. One that is being made: wait with Wait-LsVodChannel.";

    private const string GiveSchedule =
        "It has addresses while it is RESERVED or PUBLISHING, as Get-LsVodChannel shows: give it something to play with New-LsVodSchedule, then ask again. A stopped one: run Enable-LsVodChannel first.";

    private const string WaitForCdn = "Run Get-LsVodChannel and look at CdnStatus: a new or changed CDN takes a while to be Running, so try again then. One that stays stopped is started in the console, or another edge attached with Set-LsVodChannelCdn.";

    /// <summary>By the names of the errors.</summary>
    public static IReadOnlyDictionary<string, string> ByError { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ChannelNotReady"] = LookAtState,
        ["ChannelPublishing"] = "Its schedule is playing: wait until it has ended (EndTime of Get-LsVodSchedule -ChannelId), then try again. Disable-LsVodChannel cuts the broadcast if it must end.",
        ["ChannelNotPublishing"] = "Nothing plays on it now: Get-LsVodSchedule -ChannelId shows what it is to play and when.",
        ["ResourceNotAvailable"] = LookAtState,
        ["CdnNotRunning"] = WaitForCdn,
        ["CdnChanging"] = "Wait until Get-LsVodChannel shows the CDN as Running, then run Remove-LsVodChannel again.",
        ["CdnMustBeReturnedFirst"] = "Return the CDN in its own console, then run Remove-LsVodChannel again.",
        ["ChannelCreationFailed"] = "Act on the reason, look with Get-LsVodChannel that no channel of that name was made, and run New-LsVodChannel again. If it stays, give the vendor's support the trace id of the message.",
        ["InvalidChannelValue"] = "Check the values of New-LsVodChannel or Set-LsVodChannel against Get-Help -Full, correct them and try again.",
    };

    /// <summary>The same where the addresses of a channel were asked for, which it has while a schedule waits or plays.</summary>
    public static IReadOnlyDictionary<string, string> OfAddresses { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ChannelNotReady"] = GiveSchedule,
        ["ResourceNotAvailable"] = GiveSchedule,
        ["CdnNotRunning"] = WaitForCdn,
    };
}
