using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Re-streams.</summary>
internal sealed class RestreamArea : IArea
{
    public RestreamArea(Account account, ChannelState channels)
    {
        State = new RestreamState(account.Pace, channels);
        Routes = RestreamRoutes.For(State);
        Controls = new RestreamControls(account, State);
    }

    public RestreamState State { get; }

    public RestreamControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => RestreamSeed.Fill(State, now);
}
