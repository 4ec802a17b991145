using System;

namespace LiveStation.Emulator;

/// <summary>A snapshot of a recording. It never changes; its address is there after a while.</summary>
internal sealed record TakenSnapshot(long Id, Channel Channel, DateTimeOffset Created, DateTimeOffset PlayableFrom, int Minutes)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public DateTimeOffset Expires => Created + Life;

    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    // A channel takes its snapshots with it.
    public bool IsValidAt(DateTimeOffset now) => now < Expires && !Channel.Life.IsGone;
}
