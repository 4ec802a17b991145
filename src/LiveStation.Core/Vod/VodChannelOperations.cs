using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>VOD2LIVE channels.</summary>
public sealed class VodChannelOperations
{
    private readonly HttpPipeline _pipeline;
    private readonly ChannelCalls _calls;
    private readonly Zone _zone;

    internal VodChannelOperations(HttpPipeline pipeline, Zone zone)
    {
        _pipeline = pipeline;
        _calls = new ChannelCalls(pipeline, VodAdvice.Channels, "vod", "channels") { Listing = VodAdvice.Channels, Advice = VodAdvice.ByError, AdviceOfAddresses = VodAdvice.OfAddresses };
        _zone = zone;
    }

    /// <summary>Lists channels; asks for the next page only when it is wanted. The API has no filter for them.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The channels, each once, in the order of the pages.</returns>
    /// <exception cref="LiveStationException">A page cannot be had; those before it were given out.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannellist</remarks>
    public IAsyncEnumerable<VodChannel> ListAsync(CancellationToken cancellationToken = default) =>
        _pipeline.ListAsync(_calls.Read(_calls.Path()), static element => VodChannel.Read(element), static channel => channel.ChannelId, cancellationToken);

    /// <summary>Gets one channel, with the schedules that it has.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such channel.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelinfo</remarks>
    public Task<VodChannel> GetAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Read(_calls.Path(channelId), channelId), cancellationToken);

    /// <summary>Makes a channel. The answer comes while it is still being set up.</summary>
    /// <param name="settings">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the channel may be made all the same.</param>
    /// <exception cref="LiveStationException">The call failed; its recommendation says how to look where it may have run.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelcreate</remarks>
    public Task<VodChannel> CreateAsync(VodChannelSettings settings, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Create(settings.ChannelName, settings.ToJson(_zone)), cancellationToken);

    /// <summary>Changes a channel: reads it first, so that what does not change goes back as it is.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">A call failed, or the name, which has to be sent, is not known.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelupdate</remarks>
    public async Task<VodChannel> UpdateAsync(string channelId, VodChannelChange change, CancellationToken cancellationToken = default)
    {
        VodChannel now = await GetAsync(channelId, cancellationToken).ConfigureAwait(false);
        return await UpdateAsync(channelId, now, change, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a channel that was read just now.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="now">The channel as it is: what does not change goes back as it stands there.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed, or the name, which has to be sent, is not known.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelupdate</remarks>
    public Task<VodChannel> UpdateAsync(string channelId, VodChannel now, VodChannelChange change, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Write(HttpMethod.Put, _calls.Path(channelId), channelId, change.ToJson(now)), cancellationToken);

    /// <summary>Returns (deletes) a channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchanneldelete</remarks>
    public Task<VodChannel> DeleteAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Write(HttpMethod.Delete, _calls.Path(channelId), channelId), cancellationToken);

    /// <summary>Lifts the stop of a channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelon</remarks>
    public Task<VodChannel> EnableAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Write(HttpMethod.Put, _calls.Path(channelId, "on"), channelId), cancellationToken);

    /// <summary>Stops a channel; what plays is cut.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchanneloff</remarks>
    public Task<VodChannel> DisableAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(_calls.Write(HttpMethod.Put, _calls.Path(channelId, "off"), channelId), cancellationToken);

    /// <summary>Lists the addresses of a channel; only while it is reserved or on air.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="type">Which kind; VOD2LIVE channels have no <see cref="ServiceUrlType.Timemachine"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because no schedule waits or plays.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodserviceurl</remarks>
    public IAsyncEnumerable<ServiceUrl> ListServiceUrlsAsync(string channelId, ServiceUrlType type, CancellationToken cancellationToken = default) =>
        _calls.ListServiceUrlsAsync(channelId, type, cancellationToken);

    /// <summary>Moves channels to a Global Edge CDN; only those that are ready. One goes by its own call, several by the bulk call.</summary>
    /// <param name="channelIds">Their ids.</param>
    /// <param name="cdnInstanceNo">Instance of the edge.</param>
    /// <param name="profileId">Profile of the edge.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>One outcome for each group of channels that went through together, and for each that was refused.</returns>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-vodchannelchange, https://api.ncloud-docs.com/docs/en/media-livestation-vodchannelbulkchange</remarks>
    public IAsyncEnumerable<BulkOutcome<string, ChannelCdn>> SetCdnAsync(IReadOnlyList<string> channelIds, long cdnInstanceNo, long profileId, CancellationToken cancellationToken = default) =>
        _calls.SetCdnAsync(channelIds, cdnInstanceNo, profileId, cancellationToken);

    private Task<VodChannel> OneAsync(ApiRequest request, CancellationToken cancellationToken) =>
        _pipeline.SendJsonAsync(request, static answer => VodChannel.Read(Envelope.Content(answer), answer), cancellationToken);
}
