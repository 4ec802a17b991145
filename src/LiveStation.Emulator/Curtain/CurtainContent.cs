using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>What a curtain shows, at one moment. It never changes: what happens to it makes a new one.</summary>
internal sealed record CurtainContent(long Id, IReadOnlyList<string> Input, DateTimeOffset Registered, TimeSpan Length)
{
    public string Status { get; init; } = CurtainStatus.Creating;

    public DateTimeOffset Updated { get; init; } = Registered;

    /// <summary>When it is ready; null when nothing comes by itself any more.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>This content with what has happened to it by itself until now.</summary>
    public CurtainContent At(DateTimeOffset now) =>
        Due <= now ? this with { Status = CurtainStatus.Ready, Updated = Due!.Value, Due = null } : this;

    public CurtainContent Become(string status, DateTimeOffset now) => this with { Status = status, Updated = now, Due = null };
}
