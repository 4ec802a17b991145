using System;
using System.Collections.Generic;

namespace LiveStation.Emulator.Server;

/// <summary>Plays: an evening of happenings, with or without a script of one's own.</summary>
internal static class PlayControlCalls
{
    public static IEnumerable<ControlCall> For(LiveStationEmulator emulator) =>
    [
        new("POST", "play", (context, _) => context.TakeAsync<PlayOrder>(order => emulator.Play(order.Script, order.Start, order.Speed), whenEmpty: new PlayOrder())),
        new("GET", "play", (context, _) => context.ShowAsync(emulator.Performance)),
        new("DELETE", "play", (context, _) => context.DoAsync(() => emulator.Performance?.Stop())),
    ];

    private sealed record PlayOrder(string? Script = null, DateTimeOffset? Start = null, double Speed = 1);
}
