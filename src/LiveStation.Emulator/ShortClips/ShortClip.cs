using System;

namespace LiveStation.Emulator;

/// <summary>A short clip at one moment. It never changes: what happens to it makes a new one.</summary>
internal sealed record ShortClip(long Id, TakenSnapshot Snapshot, ShortClipRequest Request, DateTimeOffset Created)
{
    public string Status { get; init; } = ShortClipStatus.Creating;

    public DateTimeOffset Updated { get; init; } = Created;

    /// <summary>When it is ready; null when nothing comes by itself any more.</summary>
    public DateTimeOffset? Due { get; init; }

    public TimeSpan Length => TimeSpan.FromMilliseconds(Request.EndTime!.Value - Request.StartTime!.Value);

    /// <summary>This clip with what has happened to it by itself until now.</summary>
    public ShortClip At(DateTimeOffset now) =>
        Due <= now ? this with { Status = ShortClipStatus.Completed, Updated = Due!.Value, Due = null } : this;
}
