using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What a caller chooses for a re-stream.</summary>
internal sealed record RestreamSettings(string Name, string PlanType, string EnvType, IReadOnlyList<TargetSettings> Targets)
{
    /// <summary>A re-stream to these targets, with made-up addresses and keys.</summary>
    public static RestreamSettings MadeUp(string name, IReadOnlyList<string> targetNames) => new(
        name,
        targetNames.Count > 3 ? "PROFESSIONAL" : "STANDARD",
        "REAL",
        targetNames.Select(static target => new TargetSettings(target, "rtmp://target.example/live", "made-up-key", null, null)).ToList());
}
