namespace LiveStation;

/// <summary>Which channels to list; a part that is null does not count.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channellist</remarks>
public sealed record ChannelFilter
{
    /// <summary>Only channels whose id holds this text.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Only channels whose name holds this text.</summary>
    public string? ChannelName { get; init; }

    /// <summary>Only channels in this state. Editions of the API differ in which states they take.</summary>
    public ChannelStatus? ChannelStatus { get; init; }
}
