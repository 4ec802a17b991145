using System;
using System.Collections.Generic;

namespace LiveStation;

/// <summary>What a new quality set is to be.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettingcreate</remarks>
public sealed record QualitySetSettings
{
    // The service wants both for HLS and documents no default: those of its own example.
    private static readonly TimeSpan UsualDuration = TimeSpan.FromSeconds(2);
    private const long UsualCount = 3;

    /// <summary>Name, 3 to 20 characters: Latin letters, digits and hyphens. Need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>Ids of the qualities: one to four, at most one of them of 1080p.</summary>
    public required IReadOnlyList<long> QualityIds { get; init; }

    /// <summary>Whether it is for low latency (LL-HLS).</summary>
    public bool IsEnabledUll { get; init; }

    /// <summary>Length of a segment, 1 to 10 s in steps of half a second; 2 s unless set, and left out for low latency.</summary>
    public TimeSpan? SegmentDuration { get; init; }

    /// <summary>Segments in the playlist, 2 to 10; 3 unless set, and left out for low latency.</summary>
    public long? SegmentCount { get; init; }

    /// <summary>Text by which a player knows timed metadata; with it they are on.</summary>
    public string? TimedMetadataHeader { get; init; }

    private TimeSpan? Duration => SegmentDuration ?? (IsEnabledUll ? null : UsualDuration);

    private long? Count => SegmentCount ?? (IsEnabledUll ? null : UsualCount);

    /// <summary>Refuses a set without qualities.</summary>
    /// <returns>In words what is made.</returns>
    /// <exception cref="LiveStationArgumentException">There are none.</exception>
    public string Check()
    {
        if (QualityIds.Count == 0)
        {
            throw new LiveStationArgumentException(
                "QualitiesMissing",
                $"{Text.Clean(Name)}: a quality set holds one to four qualities, and none was given. Nothing was sent.",
                "Give -QualityId, or pipe qualities in: Get-LsQuality shows those there are.");
        }

        string segments = Duration is null && Count is null ? "" : $", {QualitySetChange.Segments(Duration, Count)}";
        return Text.Clean($"{(IsEnabledUll ? "LL-HLS" : "HLS")} of {(QualityIds.Count == 1 ? "quality" : "qualities")} {string.Join(", ", QualityIds)}{segments}{(TimedMetadataHeader is null ? "" : $", timed metadata {TimedMetadataHeader}")}");
    }

    internal byte[] ToJson() => JsonBody.Of(writer =>
    {
        writer.Text("name", Name);
        writer.Numbers("qualityIds", QualityIds);
        writer.Flag("isEnabledUll", IsEnabledUll);
        writer.Milliseconds("segmentDuration", Duration);
        writer.Number("segmentCount", Count);
        writer.Flag("enableHlsTimedMetadata", TimedMetadataHeader is not null);
        if (TimedMetadataHeader is not null)
        {
            writer.Object("timedMetadata", metadata =>
            {
                // One interval and one key are all that the service takes (codes 250351 and 250376).
                metadata.Text("header", TimedMetadataHeader);
                metadata.Number("interval", 1000);
                metadata.Text("key", "utc");
            });
        }
    });
}
