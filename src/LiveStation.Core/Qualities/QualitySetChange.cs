using System;
using System.Globalization;
using System.Linq;

namespace LiveStation;

/// <summary>What is to change in a quality set: its segments, nothing else can. A <see langword="null"/> stays as it is.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettingupdate</remarks>
public sealed record QualitySetChange
{
    /// <summary>Length of a segment, 1 to 10 s in steps of half a second.</summary>
    public TimeSpan? SegmentDuration { get; init; }

    /// <summary>Segments in the playlist, 2 to 10.</summary>
    public long? SegmentCount { get; init; }

    /// <summary>Whether nothing is to change.</summary>
    public bool IsEmpty => this == new QualitySetChange();

    /// <summary>Refuses a change that is documented as impossible, or lacks what has to be sent.</summary>
    /// <param name="now">The set as it is.</param>
    /// <returns>In words what it gets.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check(QualitySet now)
    {
        if (now.IsEnabledUll == true)
        {
            throw new LiveStationArgumentException(
                "LowLatencySegments",
                $"{Text.Clean(now.Name)} ({now.QualitySetId}) is a low latency set, whose segments cannot be changed. Nothing was sent.",
                "Make another set with New-LsQualitySet, and other channels with it.");
        }

        (TimeSpan duration, long count) = Over(now);
        return Segments(duration, count);
    }

    /// <summary>Segments in words.</summary>
    internal static string Segments(TimeSpan? duration, long? count)
    {
        string?[] parts =
        [
            duration is { } span ? string.Format(CultureInfo.InvariantCulture, "segments of {0:0.###} s", span.TotalSeconds) : null,
            count is null ? null : string.Format(CultureInfo.InvariantCulture, "{0} in the playlist", count),
        ];
        return string.Join(", ", parts.Where(static part => part is not null));
    }

    internal byte[] ToJson(QualitySet now) => JsonBody.Of(writer =>
    {
        (TimeSpan duration, long count) = Over(now);
        writer.Milliseconds("segmentDuration", duration);
        writer.Number("segmentCount", count);
    });

    // The service wants both each time.
    private (TimeSpan Duration, long Count) Over(QualitySet now) => (
        SegmentDuration ?? now.SegmentDuration ?? throw Missing(now, "-SegmentDuration"),
        SegmentCount ?? now.SegmentCount ?? throw Missing(now, "-SegmentCount"));

    private static LiveStationArgumentException Missing(QualitySet now, string parameter) => new(
        "SettingUnknown",
        $"{Text.Clean(now.Name)} ({now.QualitySetId}): the service wants this setting with every change and does not tell its present value: {parameter}. Nothing was sent.",
        $"Give {parameter} as well.");
}
