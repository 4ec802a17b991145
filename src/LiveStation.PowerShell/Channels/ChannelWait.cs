using System;
using System.Linq;

namespace LiveStation.PowerShell;

/// <summary>The wait for a channel.</summary>
internal static class ChannelWait
{
    // No channel leaves these without somebody's doing.
    private static readonly ChannelStatus[] Dead = [ChannelStatus.Deleted, ChannelStatus.Block, ChannelStatus.ForceBlock, ChannelStatus.ForceDeleted];

    public static StateWait<Channel> Create(LsCmdlet cmdlet, ChannelStatus[] wanted, TimeSpan timeout) =>
        Create<Channel, ChannelStatus>(cmdlet, static channel => (channel.ChannelStatus, channel.ChannelStatusText), wanted, Dead, "LsChannel", timeout);

    /// <summary>The wait for a channel of any kind.</summary>
    /// <param name="cmdlet">Who waits.</param>
    /// <param name="stateOf">Its state, and how the service wrote it.</param>
    /// <param name="wanted">The states that end it well.</param>
    /// <param name="dead">The states that no channel leaves without somebody's doing.</param>
    /// <param name="noun">The noun of the cmdlets about it.</param>
    /// <param name="timeout">The longest wait.</param>
    public static StateWait<T> Create<T, TStatus>(LsCmdlet cmdlet, Func<T, (TStatus Known, string? Text)> stateOf, TStatus[] wanted, TStatus[] dead, string noun, TimeSpan timeout)
        where T : class
        where TStatus : struct, Enum
    {
        return new StateWait<T>(cmdlet)
        {
            Goal = string.Join(" or ", wanted),
            Timeout = timeout,
            StateOf = channel => stateOf(channel).Text ?? "without a state",
            IsDone = channel => wanted.Contains(stateOf(channel).Known),
            IsFailed = channel => dead.Contains(stateOf(channel).Known),
            FailedAdvice = $"Run Enable-{noun} for a channel that was stopped; a stop by the platform is for the vendor's support.",
            Ended = channel => cmdlet.WriteObject(channel),
        };
    }
}
