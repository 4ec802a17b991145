using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The qualities that a channel is encoded to, and how they are cut. It never changes: a change makes a new one.</summary>
internal sealed record QualitySet(long Id, string Name, bool IsBuiltIn, bool IsLowLatency, DateTimeOffset Created, IReadOnlyList<Quality> Qualities)
{
    public string GenType => GenTypes.Of(IsBuiltIn);

    /// <summary>In milliseconds.</summary>
    public long? SegmentDuration { get; init; }

    public long? SegmentCount { get; init; }

    /// <summary>By which a player knows the metadata that are put in; null for none.</summary>
    public string? MetadataHeader { get; init; }

    /// <summary>The best picture: the one that is recorded.</summary>
    public Quality Best => Qualities.OrderByDescending(quality => quality.Width * quality.Height).First();
}
