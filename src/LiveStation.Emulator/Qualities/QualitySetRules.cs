using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What a quality set must keep to, in the order in which it is looked at. The codes are the API's; the order is a guess.</summary>
internal static class QualitySetRules
{
    private static readonly Rule<QualitySetRequest>[] Head =
    [
        new(250312, request => !QualityRules.IsName(request.Name)),
        new(250313, request => request.QualityIds.Count is < 1 or > 4),
        new(250011, request => request.IsEnabledUll is null, "isEnabledUll"),
    ];

    // What a low latency set does with segments is documented nowhere: none are needed, and those that are given keep to the limits.
    private static readonly Rule<QualitySetRequest>[] Segments =
    [
        new(250307, request => request.SegmentDuration is null && request.IsEnabledUll != true),
        new(250307, request => request.SegmentDuration is < 1000 or > 10_000 || request.SegmentDuration % 500 > 0),
        new(250309, request => request.SegmentCount is null && request.IsEnabledUll != true),
        new(250309, request => request.SegmentCount is < 2 or > 10),
    ];

    private static readonly Rule<QualitySetRequest>[] Metadata =
    [
        new(250377, request => request.EnableHlsTimedMetadata is null),
        new(250375, request => request.EnableHlsTimedMetadata == true && !request.HasMetadata),
        new(250345, request => request.HasMetadata && string.IsNullOrEmpty(request.Header)),
        new(250344, request => request.HasMetadata && string.IsNullOrEmpty(request.Key)),
        new(250376, request => request.HasMetadata && request.Key != "utc"),
        new(250343, request => request.HasMetadata && request.Interval is null or <= 0),
        new(250351, request => request.HasMetadata && request.Interval != 1000),
    ];

    private static readonly Rule<QualitySetRequest>[] ToCreate = [.. Head, .. Segments, .. Metadata];

    private static readonly Rule<IReadOnlyList<Quality>>[] Content =
    [
        new(250302, qualities => qualities.Count(quality => quality.Height == 1080) > 1),
    ];

    public static void Create(QualitySetRequest request) => ToCreate.Judge(request);

    public static void Hold(IReadOnlyList<Quality> qualities) => Content.Judge(qualities);

    public static void Update(QualitySetRequest request) => Segments.Judge(request);
}
