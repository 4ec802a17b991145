using System;

namespace LiveStation.PowerShell;

/// <summary>The wait for a VOD2LIVE channel.</summary>
internal static class VodChannelWait
{
    // No channel leaves these without somebody's doing.
    private static readonly VodChannelStatus[] Dead = [VodChannelStatus.Deleted, VodChannelStatus.Block, VodChannelStatus.ForceBlock, VodChannelStatus.ForceDeleted];

    public static StateWait<VodChannel> Create(LsCmdlet cmdlet, VodChannelStatus[] wanted, TimeSpan timeout) =>
        ChannelWait.Create<VodChannel, VodChannelStatus>(cmdlet, static channel => (channel.ChannelStatus, channel.ChannelStatusText), wanted, Dead, "LsVodChannel", timeout);
}
