using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>VOD2LIVE channels and their schedules.</summary>
internal sealed class VodArea : IArea
{
    public VodArea(Account account, ChannelState channels, QualityState qualities)
    {
        State = new VodState(account, channels, qualities);
        Routes = [.. VodChannelRoutes.For(State), .. VodScheduleRoutes.For(State)];
        Controls = new VodControls(account, State);
    }

    public VodState State { get; }

    public VodControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => VodSeed.Fill(State, now);
}
