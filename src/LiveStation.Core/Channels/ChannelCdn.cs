using System.Text.Json;

namespace LiveStation;

/// <summary>The CDN of a channel.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelinfo</remarks>
public sealed class ChannelCdn : ServiceRecord
{
    /// <summary>Number of the CDN instance; 0 where none is attached.</summary>
    public long? InstanceNo { get; init; }

    /// <summary>Name of the CDN service or edge.</summary>
    public string? ServiceName { get; init; }

    /// <summary>State.</summary>
    public CdnStatus Status { get; init; }

    /// <summary>The state as the service wrote it.</summary>
    public string? StatusName { get; init; }

    /// <summary>Kind.</summary>
    public CdnType CdnType { get; init; }

    /// <summary>The kind as the service wrote it.</summary>
    public string? CdnTypeText { get; init; }

    /// <summary>Domain to play from.</summary>
    public string? CdnDomain { get; init; }

    /// <summary>Global Edge profile; 0 without one.</summary>
    public long? ProfileId { get; init; }

    /// <summary>Region that the edge serves.</summary>
    public CdnRegionType RegionType { get; init; }

    /// <summary>The region as the service wrote it.</summary>
    public string? RegionTypeText { get; init; }

    private protected override string Summary => $"{StatusName} {CdnDomain ?? CdnTypeText}";

    /// <summary>Reads the answer to a change of CDN, which names the channels as they were asked for.</summary>
    internal static ChannelCdn OfAnswer(JsonElement answer)
    {
        JsonFields content = new JsonFields(Envelope.Content(answer)).Without("channelList");
        ChannelCdn cdn = Read(content.Object("cdn") is { } nested ? new JsonFields(nested) : content);
        cdn.Rest = JsonFields.Merge(JsonFields.Merge(cdn.GetAdditionalFields(), content.Rest), Envelope.Beside(answer).Rest);
        return cdn;
    }

    internal static ChannelCdn Read(JsonFields fields)
    {
        string? status = fields.Enum(out CdnStatus cdnStatus, "statusName");
        string? type = fields.Enum(out CdnType cdnType, "cdnType");
        string? region = fields.Enum(out CdnRegionType regionType, "regionType");
        return new ChannelCdn
        {
            InstanceNo = fields.Long("instanceNo", "cdnInstanceNo"),
            ServiceName = fields.Text("serviceName"),
            Status = cdnStatus,
            StatusName = status,
            CdnType = cdnType,
            CdnTypeText = type,
            CdnDomain = fields.Text("cdnDomain"),
            ProfileId = fields.Long("profileId"),
            RegionType = regionType,
            RegionTypeText = region,
            Rest = fields.Rest,
        };
    }
}
