using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Live channels.</summary>
internal sealed class ChannelArea : IArea
{
    public ChannelArea(Account account, QualityState qualities)
    {
        State = new ChannelState(account.Pace, qualities);
        Routes = ChannelRoutes.For(State, qualities, account.Pace);
        Controls = new ChannelControls(account, State);
    }

    public ChannelState State { get; }

    public ChannelControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => ChannelSeed.Fill(State, now);
}
