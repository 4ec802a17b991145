using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>The body of qualitySetCreate and qualitySetUpdate, read but not judged: everything may be absent.</summary>
internal sealed record QualitySetRequest
{
    private QualitySetRequest(Fields body)
    {
        Name = body.Text("name");
        QualityIds = body.Wholes("qualityIds") ?? [];
        IsEnabledUll = body.Flag("isEnabledUll");
        SegmentDuration = body.Whole("segmentDuration");
        SegmentCount = body.Whole("segmentCount");
        EnableHlsTimedMetadata = body.Flag("enableHlsTimedMetadata");
        Fields? metadata = body.Object("timedMetadata");
        HasMetadata = metadata is not null;
        Header = metadata?.Text("header");
        Interval = metadata?.Whole("interval");
        Key = metadata?.Text("key");
    }

    public string? Name { get; }

    public IReadOnlyList<long> QualityIds { get; }

    public bool? IsEnabledUll { get; }

    public long? SegmentDuration { get; }

    public long? SegmentCount { get; }

    public bool? EnableHlsTimedMetadata { get; }

    public bool HasMetadata { get; }

    public string? Header { get; }

    public long? Interval { get; }

    public string? Key { get; }

    public static QualitySetRequest Read(Fields body) => new(body);
}
