using System;

namespace LiveStation.Emulator;

/// <summary>How a body travels. A place beyond the end of the body means its end.</summary>
internal sealed record BodyShape
{
    public static readonly BodyShape Plain = new();

    /// <summary>Bytes after which the connection breaks.</summary>
    public long? CutAt { get; init; }

    /// <summary>Bytes after which nothing more comes, and no end either.</summary>
    public long? StallAt { get; init; }

    /// <summary>Bytes between two pauses.</summary>
    public int? PauseEvery { get; init; }

    /// <summary>Length of a pause.</summary>
    public TimeSpan Pause { get; init; }
}
