using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Recordings of live channels.</summary>
internal sealed class RecordingArea : IArea
{
    public RecordingArea(Account account, ChannelState channels)
    {
        State = new RecordingState(account.Pace, channels);
        Routes = RecordingRoutes.For(State, account.Pace);
        Controls = new RecordingControls(account, State);
    }

    public RecordingState State { get; }

    public RecordingControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => RecordingSeed.Fill(State, now);
}
