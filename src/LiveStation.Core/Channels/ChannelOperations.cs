using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Live channels.</summary>
public sealed class ChannelOperations
{
    private const int PageSize = 100;

    private readonly HttpPipeline _pipeline;

    internal ChannelOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Lists channels; asks for the next page only when it is wanted.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The channels, each once, in the order of the pages.</returns>
    /// <exception cref="LiveStationException">A page cannot be had; those before it were given out.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channellist</remarks>
    public async IAsyncEnumerable<Channel> ListAsync(ChannelFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A channel made meanwhile moves others to the next page, where they would come a second time.
        HashSet<string> seen = new(StringComparer.Ordinal);
        long received = 0;
        for (int page = 1; ; page++)
        {
            string path = ApiPath.Of("channels")
                .With("pageNo", page.ToString(CultureInfo.InvariantCulture))
                .With("pageSizeNo", PageSize.ToString(CultureInfo.InvariantCulture))
                .With("channelStatus", filter?.ChannelStatus is { } status ? WireNames<ChannelStatus>.Write(status) : null)
                .With("id", filter?.ChannelId)
                .With("channelName", filter?.ChannelName);
            JsonElement answer = await _pipeline.SendJsonAsync(new ApiRequest(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
            int count = 0;
            foreach (JsonElement element in Items(answer))
            {
                count++;
                Channel channel = Channel.Read(element);
                if (channel.ChannelId is null || seen.Add(channel.ChannelId))
                {
                    yield return channel;
                }
            }

            received += count;
            if (count == 0 || IsLast(answer, count, received))
            {
                yield break;
            }
        }
    }

    /// <summary>Gets one channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such channel.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelinfo</remarks>
    public async Task<Channel> GetAsync(string channelId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new(HttpMethod.Get, ApiPath.Of("channels", channelId), channelId);
        return One(await _pipeline.SendJsonAsync(request, cancellationToken).ConfigureAwait(false), request);
    }

    private static Channel One(JsonElement answer, ApiRequest request) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Object
            ? Channel.Read(content, answer)
            : throw new LiveStationProtocolException($"{Text.Clean(request.Target)}: the answer holds no channel.", 200, null);

    // The service may give smaller pages than were asked for: its own count decides, and a short page only where it gives none.
    private static bool IsLast(JsonElement answer, int count, long received) =>
        new JsonFields(answer).Long("total") is { } total ? received >= total : count < PageSize;

    private static IEnumerable<JsonElement> Items(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("content", out JsonElement content))
        {
            throw new LiveStationProtocolException("The answer holds no list of channels.", 200, null);
        }

        return content.ValueKind switch
        {
            JsonValueKind.Array => content.EnumerateArray(),
            JsonValueKind.Null => [],
            _ => throw new LiveStationProtocolException("The list of channels is not a list.", 200, null),
        };
    }
}
