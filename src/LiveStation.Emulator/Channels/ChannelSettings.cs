namespace LiveStation.Emulator;

/// <summary>What a caller chooses for a channel.</summary>
internal sealed record ChannelSettings(string Name, QualitySet QualitySet, RecordSetting Record)
{
    public string OutputProtocol { get; init; } = "HLS";

    public string EnvType { get; init; } = "REAL";

    public string IngestProtocol { get; init; } = "RTMP";

    public bool UseDvr { get; init; }

    public bool ImmediateOnAir { get; init; }

    public bool IsStreamFailOver { get; init; }

    public bool DrmEnabled { get; init; }

    public string? DrmSiteId { get; init; }

    public string? DrmContentId { get; init; }
}
