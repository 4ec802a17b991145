using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Who is told about a channel, by mail or text message. Nothing is sent to anybody.</summary>
internal sealed class NotificationArea : IArea
{
    private readonly NotificationState _state = new();

    public NotificationArea(Account account, ChannelState channels)
    {
        Routes = NotificationRoutes.For(_state, channels);
        Controls = new NotificationControls(account, _state);
    }

    public NotificationControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => NotificationSeed.Fill(_state);
}
