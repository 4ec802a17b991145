namespace LiveStation;

/// <summary>One Click Multi DRM of a channel.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelinfo</remarks>
public sealed class ChannelDrm : ServiceRecord
{
    /// <summary>Site id.</summary>
    public string? SiteId { get; init; }

    /// <summary>Content id.</summary>
    public string? ContentId { get; init; }

    private protected override string Summary => $"{SiteId}/{ContentId}";

    internal static ChannelDrm Read(JsonFields fields) => new()
    {
        SiteId = fields.Text("siteId"),
        ContentId = fields.Text("contentId"),
        Rest = fields.Rest,
    };
}
