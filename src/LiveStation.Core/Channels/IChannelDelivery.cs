namespace LiveStation;

/// <summary>How a new channel reaches its viewers: what live and VOD2LIVE channels are asked for alike.</summary>
internal interface IChannelDelivery
{
    string ChannelName { get; }

    long QualitySetId { get; }

    OutputProtocol? OutputProtocol { get; }

    bool CreateCdn { get; }

    CdnType CdnType { get; }

    CdnRegionType? CdnRegionType { get; }

    long? CdnInstanceNo { get; }

    string? CdnDomain { get; }

    long? ProfileId { get; }

    string? DrmSiteId { get; }

    string? DrmContentId { get; }
}
