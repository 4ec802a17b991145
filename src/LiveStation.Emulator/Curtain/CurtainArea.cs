using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Live curtains and their contents.</summary>
internal sealed class CurtainArea : IArea
{
    private readonly CurtainState _state;

    public CurtainArea(Account account, RecordingState recordings)
    {
        _state = new CurtainState(account.Pace, recordings);
        Routes = CurtainRoutes.For(_state);
        Controls = new CurtainControls(account, _state);
    }

    public CurtainControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => CurtainSeed.Fill(_state, now);
}
