namespace LiveStation.Emulator;

/// <summary>The body of channelCreate and channelUpdate, read but not judged: everything may be absent.</summary>
internal sealed record ChannelRequest
{
    private ChannelRequest(Fields body, Zone zone, QualityState qualities)
    {
        Zone = zone;
        ChannelName = body.Text("channelName");
        QualitySetId = body.Whole("qualitySetId");
        QualitySet = QualitySetId is long id ? qualities.Sets.Find(id) : null;
        OutputProtocol = body.Text("outputProtocol");
        EnvType = body.Text("envType");
        IngestProtocol = body.Text("ingestProtocol");
        UseDvr = body.Flag("useDvr");
        ImmediateOnAir = body.Flag("immediateOnAir");
        TimemachineMin = body.Whole("timemachineMin");
        IsStreamFailOver = body.Flag("isStreamFailOver");
        DrmEnabledYn = body.Flag("drmEnabledYn");
        Fields? drm = body.Object("drm");
        DrmSiteId = drm?.Text("siteId");
        DrmContentId = drm?.Text("contentId");
        Fields? cdn = body.Object("cdn");
        CreateCdn = cdn?.Flag("createCdn");
        CdnType = cdn?.Text("cdnType");
        CdnInstanceNo = cdn?.Whole("cdnInstanceNo");
        CdnDomain = cdn?.Text("cdnDomain");
        ProfileId = cdn?.Whole("profileId");
        RegionType = cdn?.Text("regionType");
        Fields? record = body.Object("record");
        HasRecord = record is not null;
        Record = new RecordSetting(
            record?.Text("type") ?? "",
            record?.Text("format"),
            record?.Text("bucketName"),
            record?.Text("filePath"),
            record?.Text("accessControl"));
    }

    public Zone Zone { get; }

    public string? ChannelName { get; }

    public long? QualitySetId { get; }

    public string? OutputProtocol { get; }

    public string? EnvType { get; }

    public string? IngestProtocol { get; }

    public bool? UseDvr { get; }

    public bool? ImmediateOnAir { get; }

    public long? TimemachineMin { get; }

    public bool? IsStreamFailOver { get; }

    public bool? DrmEnabledYn { get; }

    public string? DrmSiteId { get; }

    public string? DrmContentId { get; }

    public bool? CreateCdn { get; }

    public string? CdnType { get; }

    public long? CdnInstanceNo { get; }

    public string? CdnDomain { get; }

    public long? ProfileId { get; }

    public string? RegionType { get; }

    public bool HasRecord { get; }

    public RecordSetting Record { get; }

    public QualitySet? QualitySet { get; }

    public bool IsLowLatency => OutputProtocol == "LL_HLS";

    public bool UploadsByItself => Record.Type == RecordSetting.AutoUpload;

    public static ChannelRequest Read(Fields body, Zone zone, QualityState qualities) => new(body, zone, qualities);
}
