namespace LiveStation;

/// <summary>What a new live channel is to be. A <see langword="null"/> is left to the service.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelcreate</remarks>
public sealed record ChannelSettings : ChannelOptions, IChannelDelivery
{
    /// <summary>Name, 3 to 20 characters: Korean or Latin letters, digits and underscore.</summary>
    public required string ChannelName { get; init; }

    /// <summary>Id of the quality set.</summary>
    public required long QualitySetId { get; init; }

    /// <summary>How the encoder sends; cannot be changed later.</summary>
    public IngestProtocol? IngestProtocol { get; init; }

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

    /// <summary>Whether a backup stream may be published. No default is documented, so it is always sent.</summary>
    public bool StreamFailOver { get; init; }

    /// <summary>Site of Multi DRM; with it and <see cref="DrmContentId"/> DRM is on.</summary>
    public string? DrmSiteId { get; init; }

    /// <summary>Content of Multi DRM.</summary>
    public string? DrmContentId { get; init; }

    internal override string? Name => ChannelName;

    /// <summary>Refuses what the service is known to refuse, or what would not do what it says.</summary>
    /// <param name="zone">The zone of the account.</param>
    /// <returns>In words what is made, with what follows from what was asked for.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check(Zone zone)
    {
        ChannelBody body = ChannelBody.Of(this, null);
        ChannelRules.Check(this, body, zone);
        string record = body.Uploads ? $"recordings as {body.RecordFormat} to {body.BucketName}{body.FilePath} ({body.AccessControl})"
            : body.Records ? "recordings kept until they are exported or expire" : "no recordings";
        string more = (IngestProtocol is { } ingest ? $", published by {ingest}" : "")
            + (body.UseDvr ? $", rewinding {body.TimemachineMin} min" : "")
            + (body.ImmediateOnAir ? ", recording from the start of each broadcast" : "")
            + (StreamFailOver ? ", with a backup stream" : "")
            + DeliveryRules.DrmInWords(this);
        return Text.Clean($"quality set {QualitySetId}, {body.OutputProtocol}, {DeliveryRules.CdnInWords(this)}, {record}{more}");
    }

    internal byte[] ToJson(Zone zone) => JsonBody.Of(writer =>
    {
        ChannelBody.Of(this, null).Write(writer, delivery => delivery.WriteDelivery(this));
        writer.Wire("ingestProtocol", IngestProtocol);
        writer.Flag("isStreamFailOver", StreamFailOver);
        writer.WriteDrm(this, zone);
    });
}
