using System.Text.Json;

namespace LiveStation;

/// <summary>What a new live channel is to be. A <see langword="null"/> is left to the service.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelcreate</remarks>
public sealed record ChannelSettings
{
    /// <summary>Name, 3 to 20 characters: Korean or Latin letters, digits and underscore.</summary>
    public required string ChannelName { get; init; }

    /// <summary>Id of the quality set.</summary>
    public required long QualitySetId { get; init; }

    /// <summary>Environment tag.</summary>
    public EnvType? EnvType { get; init; }

    /// <summary>Packaging.</summary>
    public OutputProtocol? OutputProtocol { get; init; }

    /// <summary>Whether a new CDN is made; otherwise one that exists is attached.</summary>
    public bool CreateCdn { get; init; }

    /// <summary>Kind of CDN.</summary>
    public CdnType CdnType { get; init; } = CdnType.GlobalEdge;

    /// <summary>Region that the edge serves; needed for a new one.</summary>
    public CdnRegionType? CdnRegionType { get; init; }

    /// <summary>Instance of the CDN to attach.</summary>
    public long? CdnInstanceNo { get; init; }

    /// <summary>Domain of the CDN to attach.</summary>
    public string? CdnDomain { get; init; }

    /// <summary>Global Edge profile; needed in the public zone.</summary>
    public long? ProfileId { get; init; }

    /// <summary>What happens to recordings.</summary>
    public RecordSaveType RecordSaveType { get; init; } = RecordSaveType.ManualUpload;

    /// <summary>Kind of file; needed with automatic uploads.</summary>
    public RecordFormat? RecordFormat { get; init; }

    /// <summary>Bucket; needed with automatic uploads.</summary>
    public string? BucketName { get; init; }

    /// <summary>Folder in the bucket, beginning with a slash; needed with automatic uploads.</summary>
    public string? FilePath { get; init; }

    /// <summary>Who may read what is written there.</summary>
    public AccessControl? AccessControl { get; init; }

    /// <summary>Whether viewers can rewind (time machine).</summary>
    public bool UseDvr { get; init; }

    /// <summary>How far, in minutes.</summary>
    public long? TimemachineMin { get; init; }

    /// <summary>Whether a recording starts together with publishing. No default is documented, so it is always sent.</summary>
    public bool ImmediateOnAir { get; init; }

    /// <summary>Whether a backup stream may be published. No default is documented, so it is always sent.</summary>
    public bool StreamFailOver { get; init; }

    /// <summary>Site of Multi DRM; with it and <see cref="DrmContentId"/> DRM is on.</summary>
    public string? DrmSiteId { get; init; }

    /// <summary>Content of Multi DRM.</summary>
    public string? DrmContentId { get; init; }

    internal byte[] ToJson(Zone zone) => JsonBody.Of(writer =>
    {
        writer.Text("channelName", ChannelName);
        writer.Wire("envType", EnvType);
        writer.Wire("outputProtocol", OutputProtocol);
        writer.Object("cdn", WriteCdn);
        writer.Number("qualitySetId", QualitySetId);
        writer.Flag("useDvr", UseDvr);
        writer.Flag("immediateOnAir", ImmediateOnAir);
        writer.Number("timemachineMin", TimemachineMin);
        writer.Object("record", WriteRecord);
        writer.Flag("isStreamFailOver", StreamFailOver);
        bool isDrm = DrmSiteId is not null || DrmContentId is not null;

        // The financial zone has no DRM and no field for it.
        if (isDrm || zone != Zone.Financial)
        {
            writer.Flag("drmEnabledYn", isDrm);
        }

        if (isDrm)
        {
            writer.Object("drm", drm =>
            {
                drm.Text("siteId", DrmSiteId);
                drm.Text("contentId", DrmContentId);
            });
        }
    });

    private void WriteCdn(Utf8JsonWriter writer)
    {
        writer.Flag("createCdn", CreateCdn);
        writer.Wire<CdnType>("cdnType", CdnType);
        writer.Text("cdnDomain", CdnDomain);
        writer.Number("profileId", ProfileId);
        writer.Wire("regionType", CdnRegionType);
        writer.Number("cdnInstanceNo", CdnInstanceNo);
    }

    private void WriteRecord(Utf8JsonWriter writer)
    {
        writer.Wire<RecordSaveType>("type", RecordSaveType);
        writer.Wire("format", RecordFormat);
        writer.Text("bucketName", BucketName);
        writer.Text("filePath", FilePath);
        writer.Wire("accessControl", AccessControl);
    }
}
