using System.Collections.Generic;

namespace LiveStation.Emulator.Server;

/// <summary>Events that nothing caused, and what becomes of callbacks.</summary>
internal static class EventControlCalls
{
    public static IEnumerable<ControlCall> For(EventControls events) =>
    [
        new("POST", "channels/{id}/events", (context, id) => context.TakeAsync<EventOrder>(order => events.Write(id, order.Code, order.Description, order.Level))),
        new("POST", "callback-faults", (context, _) => context.TakeAsync<CallbackFault>(events.AddFault)),
        new("GET", "callbacks", (context, _) => context.ShowAsync(events.Deliveries)),
    ];

    private sealed record EventOrder(string Code = "", string Description = "", string? Level = null);
}
