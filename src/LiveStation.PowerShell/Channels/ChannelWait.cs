using System;
using System.Linq;

namespace LiveStation.PowerShell;

/// <summary>The wait for a channel.</summary>
internal static class ChannelWait
{
    // No channel leaves these without somebody's doing.
    private static readonly ChannelStatus[] Dead = [ChannelStatus.Deleted, ChannelStatus.Block, ChannelStatus.ForceBlock, ChannelStatus.ForceDeleted];

    public static StateWait<Channel> Create(LsCmdlet cmdlet, ChannelStatus[] wanted, TimeSpan timeout) => new(cmdlet)
    {
        Activity = $"Waiting for {string.Join(" or ", wanted)}",
        Timeout = timeout,
        StateOf = static channel => channel.ChannelStatusText ?? "without a state",
        IsDone = channel => wanted.Contains(channel.ChannelStatus),
        IsFailed = static channel => Dead.Contains(channel.ChannelStatus),
        NotFound = static id => ErrorRecords.NotFound(id, "live channel", "ChannelNotFound", "Run Get-LsChannel to see the channels."),
        FailedAdvice = "Run Enable-LsChannel for a channel that was stopped; a stop by the platform is for the vendor's support.",
        Ended = channel => cmdlet.WriteObject(channel),
    };
}
