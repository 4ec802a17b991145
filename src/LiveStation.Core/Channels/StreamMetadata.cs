using System.Globalization;
using System.Text.Json;

namespace LiveStation;

/// <summary>What is being published to a channel, as the service measures it.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-publishingmetainfo</remarks>
public sealed record StreamMetadata : ServiceRecord
{
    /// <summary>The channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Width in pixels.</summary>
    public long? VideoWidth { get; init; }

    /// <summary>Height in pixels.</summary>
    public long? VideoHeight { get; init; }

    /// <summary>Frames per second.</summary>
    public double? VideoFps { get; init; }

    /// <summary>Video bit rate in bit/s.</summary>
    public long? VideoBitrate { get; init; }

    /// <summary>Audio bit rate in bit/s.</summary>
    public long? AudioBitrate { get; init; }

    private protected override string Summary => string.Format(CultureInfo.InvariantCulture, "{0}: {1}x{2}, {3} fps", ChannelId, VideoWidth, VideoHeight, VideoFps);

    internal static StreamMetadata Read(JsonElement content, string channelId)
    {
        JsonFields fields = new(content);
        JsonFields video = new(fields.Object("video") ?? default);
        JsonFields audio = new(fields.Object("audio") ?? default);
        return new StreamMetadata
        {
            ChannelId = channelId,
            VideoWidth = video.Long("width"),
            VideoHeight = video.Long("height"),
            VideoFps = video.Number("fps"),
            VideoBitrate = video.Long("bitrate"),
            AudioBitrate = audio.Long("bitrate"),
        };
    }
}
