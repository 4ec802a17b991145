using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>What a caller chooses for a re-stream.</summary>
internal sealed record RestreamSettings(string Name, string PlanType, string EnvType, IReadOnlyList<TargetSettings> Targets);
