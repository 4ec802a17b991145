using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Recordings of live channels.</summary>
internal sealed class RecordingArea : IArea
{
    private readonly RecordingState _state;

    public RecordingArea(Account account, ChannelState channels)
    {
        _state = new RecordingState(account.Pace, channels);
        Routes = RecordingRoutes.For(_state, account.Pace);
        Controls = new RecordingControls(account, _state);
    }

    public RecordingControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => RecordingSeed.Fill(_state, now);
}
