using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Events of all channels, and the callbacks that tell of them.</summary>
internal sealed class EventArea : IArea
{
    private readonly EventState _state;

    public EventArea(Account account, TimeProvider time, ChannelState channels, RestreamState restream, VodState vod, RecordingState recordings)
    {
        _state = new EventState(account, new CallbackPost(time));
        ChannelEvents.Follow(channels, vod, _state, account);
        RestreamEvents.Follow(restream, _state, account);
        RecordingEvents.Follow(recordings, _state, account);
        Routes = EventRoutes.For(_state, channels, restream, vod);
        Controls = new EventControls(account, _state);
    }

    public EventControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    /// <summary>Writes an event that nothing in the areas caused.</summary>
    public void Write(DateTimeOffset time, string channelId, string code, string description) => _state.Write(time, channelId, code, description);

    public void Seed(DateTimeOffset now) => EventSeed.Fill(_state, now);
}
