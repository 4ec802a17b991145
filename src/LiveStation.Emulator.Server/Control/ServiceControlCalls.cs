using System.Collections.Generic;

namespace LiveStation.Emulator.Server;

/// <summary>Faults, the rate limit, and the log.</summary>
internal static class ServiceControlCalls
{
    public static IEnumerable<ControlCall> For(LiveStationEmulator emulator) =>
    [
        new("POST", "faults", (context, _) => context.TakeAsync<Fault>(emulator.Faults.Add)),
        new("DELETE", "faults", (context, _) => context.DoAsync(emulator.Faults.Clear)),
        new("GET", "rate-limit", (context, _) => context.ShowAsync(emulator.RateLimit)),
        new("PUT", "rate-limit", (context, _) => context.TakeAsync<RateLimit>(limit => emulator.RateLimit = limit)),
        new("DELETE", "rate-limit", (context, _) => context.DoAsync(() => emulator.RateLimit = null)),
        new("GET", "requests", (context, _) => context.ShowAsync(emulator.Requests)),
    ];
}
