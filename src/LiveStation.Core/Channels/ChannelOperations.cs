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

    // The refusals that are about one channel of several.
    private static readonly HashSet<string> BlamesOne = new(StringComparer.Ordinal) { "ChannelNotFound", "ChannelNotReady", "ChannelPublishing", "CdnChanging", "ResourceNotFound", "ResourceNotAvailable" };

    private readonly HttpPipeline _pipeline;
    private readonly Zone _zone;

    internal ChannelOperations(HttpPipeline pipeline, Zone zone)
    {
        _pipeline = pipeline;
        _zone = zone;
    }

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
        long given = 0;
        for (int page = 1; ; page++)
        {
            string path = ApiPath.Of("channels")
                .With("pageNo", page.ToString(CultureInfo.InvariantCulture))
                .With("pageSizeNo", PageSize.ToString(CultureInfo.InvariantCulture))
                .With("channelStatus", filter?.ChannelStatus is { } status ? WireNames<ChannelStatus>.Write(status) : null)
                .With("id", filter?.ChannelId)
                .With("channelName", filter?.ChannelName);
            (List<Channel> channels, long? total) = await _pipeline.SendJsonAsync(
                new ApiRequest(HttpMethod.Get, path),
                static answer => (Items(answer, element => Channel.Read(element)), new JsonFields(answer).Long("total")),
                cancellationToken).ConfigureAwait(false);
            bool isNews = false;
            foreach (Channel channel in channels)
            {
                bool isNew = channel.ChannelId is not null && seen.Add(channel.ChannelId);
                isNews |= isNew;
                if (isNew || channel.ChannelId is null)
                {
                    given++;
                    yield return channel;
                }
            }

            // The service may give smaller pages than were asked for: its own count decides, and a short page only where
            // it gives none. A page without anything new ends the list in any case, else it might never end.
            if (!isNews || (total is { } all ? given >= all : channels.Count < PageSize))
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
    public Task<Channel> GetAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(new ApiRequest(HttpMethod.Get, ApiPath.Of("channels", channelId), channelId), cancellationToken);

    /// <summary>Makes a channel. The answer comes while it is still being set up.</summary>
    /// <param name="settings">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the channel may be made all the same.</param>
    /// <exception cref="LiveStationException">The call failed; its recommendation says how to look where it may have run.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelcreate</remarks>
    public Task<Channel> CreateAsync(ChannelSettings settings, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new(HttpMethod.Post, ApiPath.Of("channels"), settings.ChannelName)
        {
            Body = settings.ToJson(_zone),
            HowToLook = $"Get-LsChannel -Name {ShellText.Quote(Text.Clean(settings.ChannelName))}",
        };
        return OneAsync(request, cancellationToken);
    }

    /// <summary>Changes a channel: reads it first, because the service wants every setting each time.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">A call failed, or a setting that has to be sent is not known.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelupdate</remarks>
    public async Task<Channel> UpdateAsync(string channelId, ChannelChange change, CancellationToken cancellationToken = default)
    {
        Channel now = await GetAsync(channelId, cancellationToken).ConfigureAwait(false);
        return await UpdateAsync(channelId, now, change, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a channel that was read just now.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="now">The channel as it is: what does not change goes back as it stands there.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed, or a setting that has to be sent is not known.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelupdate</remarks>
    public Task<Channel> UpdateAsync(string channelId, Channel now, ChannelChange change, CancellationToken cancellationToken = default) =>
        OneAsync(Write(HttpMethod.Put, ApiPath.Of("channels", channelId), channelId, change.ToJson(now)), cancellationToken);

    /// <summary>Returns (deletes) a channel; only when it is ready. Its snapshots go too, an attached CDN stays.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channeldelete</remarks>
    public Task<Channel> DeleteAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(Write(HttpMethod.Delete, ApiPath.Of("channels", channelId), channelId), cancellationToken);

    /// <summary>Lifts the stop of a channel; it becomes ready.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelon</remarks>
    public Task<Channel> EnableAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(Write(HttpMethod.Put, ApiPath.Of("channels", channelId, "on"), channelId), cancellationToken);

    /// <summary>Stops a channel; a broadcast is cut.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channeloff</remarks>
    public Task<Channel> DisableAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(Write(HttpMethod.Put, ApiPath.Of("channels", channelId, "off"), channelId), cancellationToken);

    /// <summary>Changes between the main and the backup stream of a channel that is on air.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/channel-stream-switch</remarks>
    public Task<Channel> SwitchStreamAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(Write(HttpMethod.Put, ApiPath.Of("channels", channelId, "switch-stream"), channelId), cancellationToken);

    /// <summary>Lists the addresses of a channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="type">Which kind.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because the CDN is not running.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-serviceurl</remarks>
    public async IAsyncEnumerable<ServiceUrl> ListServiceUrlsAsync(string channelId, ServiceUrlType type, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string path = ApiPath.Of("channels", channelId, "serviceUrls").With("serviceUrlType", WireNames<ServiceUrlType>.Write(type));
        List<List<ServiceUrl>> urls = await _pipeline.SendJsonAsync(
            new ApiRequest(HttpMethod.Get, path, channelId),
            answer => Items(answer, element => new List<ServiceUrl>(ServiceUrl.Read(element, channelId, type))),
            cancellationToken).ConfigureAwait(false);
        foreach (List<ServiceUrl> sizes in urls)
        {
            foreach (ServiceUrl url in sizes)
            {
                yield return url;
            }
        }
    }

    /// <summary>Gets what is being published to a channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because the channel is not on air.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-publishingmetainfo</remarks>
    public Task<StreamMetadata> GetStreamMetadataAsync(string channelId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new(HttpMethod.Get, ApiPath.Of("channels", channelId, "streamMetadata"), channelId);
        return _pipeline.SendJsonAsync(request, answer => StreamMetadata.Read(Content(answer), channelId), cancellationToken);
    }

    /// <summary>Moves channels to a Global Edge CDN; only those that are ready. One goes by its own call, several by the bulk call.</summary>
    /// <param name="channelIds">Their ids.</param>
    /// <param name="cdnInstanceNo">Instance of the edge.</param>
    /// <param name="profileId">Profile of the edge.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>One outcome for each group of channels that went through together, and for each that was refused.</returns>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channelchange, https://api.ncloud-docs.com/docs/en/media-livestation-channelbulkchange</remarks>
    public IAsyncEnumerable<BulkOutcome<string, ChannelCdn>> SetCdnAsync(IReadOnlyList<string> channelIds, long cdnInstanceNo, long profileId, CancellationToken cancellationToken = default) =>
        Bulk.SendAsync(
            channelIds,
            async (ids, token) =>
            {
                string[] path = ids.Count == 1 ? ["channels", ids[0], "cdnInfo"] : ["channels", "cdnInfo"];
                byte[] body = JsonBody.Of(writer =>
                {
                    writer.Object("cdn", cdn =>
                    {
                        cdn.Number("cdnInstanceNo", cdnInstanceNo);
                        cdn.Number("profileId", profileId);
                    });
                    if (ids.Count > 1)
                    {
                        writer.WriteStartArray("channelList");
                        foreach (string id in ids)
                        {
                            writer.WriteStringValue(id);
                        }

                        writer.WriteEndArray();
                    }
                });
                ApiRequest request = ids.Count == 1
                    ? Write(HttpMethod.Post, ApiPath.Of(path), ids[0], body)
                    : Write(HttpMethod.Post, ApiPath.Of(path), $"{ids.Count} channels", body) with { HowToLook = "Get-LsChannel" };
                return await _pipeline.SendJsonAsync(
                    request,
                    static answer =>
                    {
                        JsonElement content = Content(answer);
                        return ChannelCdn.Read(new JsonFields(new JsonFields(content).Object("cdn") ?? content));
                    },
                    token).ConfigureAwait(false);
            },
            BlamesOne,
            cancellationToken);

    private static ApiRequest Write(HttpMethod method, string path, string target, byte[]? body = null) => new(method, path, target)
    {
        Body = body,
        HowToLook = $"Get-LsChannel {ShellText.Quote(Text.Clean(target))}",
    };

    private Task<Channel> OneAsync(ApiRequest request, CancellationToken cancellationToken) =>
        _pipeline.SendJsonAsync(request, static answer => Channel.Read(Content(answer), answer), cancellationToken);

    private static JsonElement Content(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Object
            ? content
            : throw new JsonException("The answer has no content.");

    private static List<T> Items<T>(JsonElement answer, Func<JsonElement, T> read)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("content", out JsonElement content))
        {
            throw new JsonException("The answer holds no list.");
        }

        List<T> items = [];
        if (content.ValueKind == JsonValueKind.Null)
        {
            return items;
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The list of the answer is not a list.");
        }

        foreach (JsonElement element in content.EnumerateArray())
        {
            items.Add(read(element));
        }

        return items;
    }
}
