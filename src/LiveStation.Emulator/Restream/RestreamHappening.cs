using System;

namespace LiveStation.Emulator;

/// <summary>Something that happened to a re-stream.</summary>
/// <param name="What">One of the names below.</param>
/// <param name="At">When.</param>
/// <param name="Target">The target that it is about; null for the re-stream itself.</param>
/// <param name="RelayStatus">The new state of its relay, where that changed.</param>
internal sealed record RestreamHappening(string What, DateTimeOffset At, RestreamTarget? Target = null, string? RelayStatus = null)
{
    public const string Made = "Made";
    public const string WentOnAir = "WentOnAir";
    public const string WentOffAir = "WentOffAir";
    public const string RelayChanged = "RelayChanged";
    public const string TargetChanged = "TargetChanged";
    public const string Deleted = "Deleted";
}
