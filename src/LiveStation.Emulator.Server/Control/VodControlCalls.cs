using System.Collections.Generic;

namespace LiveStation.Emulator.Server;

/// <summary>What happens to VOD2LIVE channels without a signed call. A schedule is named by its number in the path.</summary>
internal static class VodControlCalls
{
    public static IEnumerable<ControlCall> For(VodControls vod) =>
    [
        new("POST", "vod/schedule/{id}/play", (context, id) => context.DoAsync(() => vod.StartPlaying(ControlCall.Number(id)))),
        new("DELETE", "vod/schedule/{id}/play", (context, id) => context.DoAsync(() => vod.StopPlaying(ControlCall.Number(id)))),
        new("POST", "vod/schedule/{id}/failure", (context, id) => context.DoAsync(() => vod.Fail(ControlCall.Number(id)))),
        new("DELETE", "vod/channels/{id}", (context, id) => context.DoAsync(() => vod.Withdraw(id))),
    ];
}
