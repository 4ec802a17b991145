using System.Collections.Generic;

namespace LiveStation.Emulator.Server;

/// <summary>What happens to re-streams without a signed call. A relay is named by its number in the path: no two have the same.</summary>
internal static class RestreamControlCalls
{
    public static IEnumerable<ControlCall> For(RestreamControls restream) =>
    [
        new("POST", "re-stream/{id}/publish", (context, id) => context.DoAsync(() => restream.StartPublishing(id))),
        new("DELETE", "re-stream/{id}/publish", (context, id) => context.DoAsync(() => restream.StopPublishing(id))),
        new("POST", "relays/{id}/failure", (context, id) => context.DoAsync(() => restream.Break(ControlCall.Number(id)))),
        new("DELETE", "relays/{id}/failure", (context, id) => context.DoAsync(() => restream.Mend(ControlCall.Number(id)))),
    ];
}
