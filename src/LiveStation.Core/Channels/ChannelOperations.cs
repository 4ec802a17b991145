using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Live channels.</summary>
public sealed class ChannelOperations
{
    private static readonly Dictionary<string, string> NoOtherStream = new(StringComparer.Ordinal)
    {
        ["ResourceNotAvailable"] = "Most likely nothing arrives on the other stream: look at the backup encoder, and try again. Get-LsStreamMetadata shows what is on air now.",
    };

    private readonly HttpPipeline _pipeline;
    private readonly ChannelCalls _calls;
    private readonly Zone _zone;

    internal ChannelOperations(HttpPipeline pipeline, Zone zone)
    {
        _pipeline = pipeline;
        _calls = new ChannelCalls(pipeline, "Get-LsChannel", "channels");
        _zone = zone;
    }

    /// <summary>Lists channels; asks for the next page only when it is wanted.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The channels, each once, in the order of the pages.</returns>
    /// <exception cref="LiveStationException">A page cannot be had; those before it were given out.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channellist</remarks>
    public IAsyncEnumerable<Channel> ListAsync(ChannelFilter? filter = null, CancellationToken cancellationToken = default)
    {
        string path = _calls.Path()
            .With("channelStatus", filter?.ChannelStatus is { } status ? WireNames<ChannelStatus>.Write(status) : null)
            .With("id", filter?.ChannelId)
            .With("channelName", filter?.ChannelName);
        return _pipeline.ListAsync(_calls.Read(path), static element => Channel.Read(element), static channel => channel.ChannelId, cancellationToken);
    }

    /// <summary>Gets one channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such channel.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelinfo</remarks>
    public Task<Channel> GetAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Read(_calls.Path(channelId), channelId), cancellationToken);

    /// <summary>Makes a channel. The answer comes while it is still being set up.</summary>
    /// <param name="settings">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the channel may be made all the same.</param>
    /// <exception cref="LiveStationException">The call failed; its recommendation says how to look where it may have run.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelcreate</remarks>
    public Task<Channel> CreateAsync(ChannelSettings settings, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Create(settings.ChannelName, settings.ToJson(_zone)), cancellationToken);

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
        OneAsync(_calls.Write(HttpMethod.Put, _calls.Path(channelId), channelId, change.ToJson(now)), cancellationToken);

    /// <summary>Returns (deletes) a channel; only when it is ready. Its snapshots go too, an attached CDN stays.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channeldelete</remarks>
    public Task<Channel> DeleteAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Write(HttpMethod.Delete, _calls.Path(channelId), channelId), cancellationToken);

    /// <summary>Lifts the stop of a channel; it becomes ready.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelon</remarks>
    public Task<Channel> EnableAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Write(HttpMethod.Put, _calls.Path(channelId, "on"), channelId), cancellationToken);

    /// <summary>Stops a channel; a broadcast is cut.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channeloff</remarks>
    public Task<Channel> DisableAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Write(HttpMethod.Put, _calls.Path(channelId, "off"), channelId), cancellationToken);

    /// <summary>Changes between the main and the backup stream of a channel that is on air.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/channel-stream-switch</remarks>
    public Task<Channel> SwitchStreamAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Write(HttpMethod.Put, _calls.Path(channelId, "switch-stream"), channelId) with { Advice = NoOtherStream }, cancellationToken);

    /// <summary>Lists the addresses of a channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="type">Which kind.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because the CDN is not running.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-serviceurl</remarks>
    public IAsyncEnumerable<ServiceUrl> ListServiceUrlsAsync(string channelId, ServiceUrlType type, CancellationToken cancellationToken = default) =>
        _calls.ListServiceUrlsAsync(channelId, type, cancellationToken);

    /// <summary>Gets what is being published to a channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because the channel is not on air.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-publishingmetainfo</remarks>
    public Task<StreamMetadata> GetStreamMetadataAsync(string channelId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = _calls.Read(_calls.Path(channelId, "streamMetadata"), channelId);
        return _pipeline.SendJsonAsync(request, answer => StreamMetadata.Read(answer, channelId), cancellationToken);
    }

    /// <summary>Moves channels to a Global Edge CDN; only those that are ready. One goes by its own call, several by the bulk call.</summary>
    /// <param name="channelIds">Their ids.</param>
    /// <param name="cdnInstanceNo">Instance of the edge.</param>
    /// <param name="profileId">Profile of the edge.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>One outcome for each group of channels that went through together, and for each that was refused.</returns>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channelchange, https://api.ncloud-docs.com/docs/en/media-livestation-channelbulkchange</remarks>
    public IAsyncEnumerable<BulkOutcome<string, ChannelCdn>> SetCdnAsync(IReadOnlyList<string> channelIds, long cdnInstanceNo, long profileId, CancellationToken cancellationToken = default) =>
        _calls.SetCdnAsync(channelIds, cdnInstanceNo, profileId, cancellationToken);

    private Task<Channel> OneAsync(ApiRequest request, CancellationToken cancellationToken) =>
        _pipeline.SendJsonAsync(request, static answer => Channel.Read(Envelope.Content(answer), answer), cancellationToken);
}
