namespace LiveStation;

/// <summary>What a new VOD2LIVE channel is to be. A <see langword="null"/> is left to the service.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelcreate</remarks>
public sealed record VodChannelSettings : IChannelDelivery
{
    /// <summary>Name, 3 to 20 characters: Korean or Latin letters, digits and underscore.</summary>
    public required string ChannelName { get; init; }

    /// <summary>Id of the quality set.</summary>
    public required long QualitySetId { get; init; }

    /// <summary>Environment tag.</summary>
    public EnvType? EnvType { get; init; }

    /// <summary>Packaging; low latency cannot be switched on or off later.</summary>
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

    /// <summary>Site of Multi DRM; with it and <see cref="DrmContentId"/> DRM is on.</summary>
    public string? DrmSiteId { get; init; }

    /// <summary>Content of Multi DRM.</summary>
    public string? DrmContentId { get; init; }

    /// <summary>Refuses what the service is known to refuse, or what would not do what it says.</summary>
    /// <param name="zone">The zone of the account.</param>
    /// <returns>In words what is made, with what follows from what was asked for.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check(Zone zone)
    {
        DeliveryRules.Check(this, zone);
        return Text.Clean($"quality set {QualitySetId}, {ChannelBody.Wire(OutputProtocol) ?? "the service's own packaging"}, {DeliveryRules.CdnInWords(this)}{DeliveryRules.DrmInWords(this)}");
    }

    internal byte[] ToJson(Zone zone) => JsonBody.Of(writer =>
    {
        writer.Text("channelName", ChannelName);
        writer.WriteDelivery(this);
        writer.Wire("envType", EnvType);
        writer.Wire("outputProtocol", OutputProtocol);
        writer.WriteDrm(this, zone);
    });
}
