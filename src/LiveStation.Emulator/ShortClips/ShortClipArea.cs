using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Snapshots and short clips.</summary>
internal sealed class ShortClipArea : IArea
{
    private readonly ShortClipState _state;

    public ShortClipArea(Account account, RecordingState recordings)
    {
        _state = new ShortClipState(account.Pace, recordings);
        Routes = ShortClipRoutes.For(_state);
        Controls = new ShortClipControls(account, _state);
    }

    public ShortClipControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => ShortClipSeed.Fill(_state, now);
}
