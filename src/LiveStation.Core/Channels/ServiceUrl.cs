using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>One address of a channel. The sizes of a thumbnail are one each, so that CSV stays flat.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-serviceurl</remarks>
public sealed class ServiceUrl : ServiceRecord
{
    /// <summary>The channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Kind of address that was asked for.</summary>
    public ServiceUrlType ServiceUrlType { get; init; }

    /// <summary>Name of the quality, for example 720p-16-9.</summary>
    public string? Name { get; init; }

    /// <summary>Size of a thumbnail, for example 360px; <see langword="null"/> for the original and for other kinds.</summary>
    public string? ResizedType { get; init; }

    /// <summary>Width x height in pixels.</summary>
    public string? Resolution { get; init; }

    /// <summary>Video bit rate in bit/s.</summary>
    public long? VideoBitrate { get; init; }

    /// <summary>Audio bit rate in bit/s.</summary>
    public long? AudioBitrate { get; init; }

    /// <summary>The address.</summary>
    public Uri? Url { get; init; }

    private protected override string Summary => $"{string.Join(" ", new[] { Name, ResizedType }.Where(static text => text is not null))}: {Url}";

    internal static IEnumerable<ServiceUrl> Read(JsonElement element, string channelId, ServiceUrlType type)
    {
        JsonFields fields = new(element);
        string? name = fields.Text("name");
        string? resolution = fields.Text("resolution");
        long? videoBitrate = fields.Long("videoBitrate");
        long? audioBitrate = fields.Long("audioBitrate");
        Uri? original = fields.Address("url");
        JsonElement? resized = fields.Array("resizedUrl");
        yield return At(original, null, fields.Rest);
        if (resized is null)
        {
            yield break;
        }

        foreach (JsonElement size in resized.Value.EnumerateArray())
        {
            JsonFields smaller = new(size);
            yield return At(smaller.Address("url"), smaller.Text("type"), JsonFields.Merge(smaller.Rest, fields.Rest));
        }

        ServiceUrl At(Uri? url, string? size, IReadOnlyDictionary<string, JsonElement>? rest) => new()
        {
            ChannelId = channelId,
            ServiceUrlType = type,
            Name = name,
            ResizedType = size,
            Resolution = resolution,
            VideoBitrate = videoBitrate,
            AudioBitrate = audioBitrate,
            Url = url,
            Rest = rest,
        };
    }
}
