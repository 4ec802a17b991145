using System.Collections.Generic;

namespace LiveStation.Emulator.Server;

/// <summary>What happens to live channels without a signed call.</summary>
internal static class ChannelControlCalls
{
    public static IEnumerable<ControlCall> For(ChannelControls channels) =>
    [
        new("POST", "channels/{id}/publish", (context, id) => context.DoAsync(() => channels.StartPublishing(id))),
        new("DELETE", "channels/{id}/publish", (context, id) => context.DoAsync(() => channels.StopPublishing(id))),
    ];
}
