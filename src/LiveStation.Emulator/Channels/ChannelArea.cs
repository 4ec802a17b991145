using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Live channels.</summary>
internal sealed class ChannelArea : IArea
{
    public ChannelArea(Account account)
    {
        State = new ChannelState(account.Pace);
        Routes = ChannelRoutes.For(State, account.Pace);
        Controls = new ChannelControls(account, State);
    }

    public ChannelState State { get; }

    public ChannelControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => ChannelSeed.Fill(State, now);
}
