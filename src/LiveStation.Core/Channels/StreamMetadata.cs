using System.Globalization;
using System.Text.Json;

namespace LiveStation;

/// <summary>What is being published to a channel, as the service measures it.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-publishingmetainfo</remarks>
public sealed class StreamMetadata : ServiceRecord
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

    /// <summary>Reads an answer with its numbers below video and audio, as the page has it, or flat.</summary>
    /// <exception cref="JsonException">It holds none of the numbers.</exception>
    internal static StreamMetadata Read(JsonElement answer, string channelId)
    {
        (JsonElement content, JsonFields beside) = Envelope.Parts(answer);
        JsonFields fields = new(content);
        JsonFields? video = fields.Nested("video");
        JsonFields? audio = fields.Nested("audio");
        StreamMetadata metadata = new()
        {
            ChannelId = fields.Text("channelId") ?? channelId,
            VideoWidth = video?.Long("width") ?? fields.Long("videoWidth", "width"),
            VideoHeight = video?.Long("height") ?? fields.Long("videoHeight", "height"),
            VideoFps = video?.Number("fps") ?? fields.Number("videoFps", "fps"),
            VideoBitrate = video?.Long("bitrate") ?? fields.Long("videoBitrate"),
            AudioBitrate = audio?.Long("bitrate") ?? fields.Long("audioBitrate"),
        };
        if ((metadata.VideoWidth ?? metadata.VideoHeight ?? metadata.VideoBitrate ?? metadata.AudioBitrate ?? metadata.VideoFps) is null)
        {
            throw new JsonException("The answer holds nothing of a stream's metadata.");
        }

        metadata.Rest = JsonFields.Merge(fields.Rest, beside.Rest);
        return metadata;
    }
}
