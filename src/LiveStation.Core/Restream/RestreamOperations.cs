using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Re-streams: channels that relay one stream to several platforms.</summary>
public sealed class RestreamOperations
{
    private const string Listing = "Get-LsRestream";

    // No cmdlet of live channels waits for a re-stream, or lifts a stop of it.
    private static readonly Dictionary<string, string> Advice = new(StringComparer.Ordinal)
    {
        ["ChannelNotReady"] = "One that is on air: stop the encoder once the broadcast may end, and try again when Get-LsRestream shows Ready.",
        ["ChannelPublishing"] = "Stop the encoder once the broadcast may end, and try again when Get-LsRestream shows Ready.",
        ["InvalidChannelValue"] = "Check the values against Get-Help New-LsRestream -Full, correct them and try again.",
    };

    private static readonly string[] Root = ["re-stream", "channels"];

    private readonly HttpPipeline _pipeline;

    internal RestreamOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Lists re-streams, without their targets; asks for the next page only when it is wanted.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The re-streams, each once, in the order of the pages.</returns>
    /// <exception cref="LiveStationException">A page cannot be had; those before it were given out.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-channellist</remarks>
    public IAsyncEnumerable<RestreamChannel> ListAsync(CancellationToken cancellationToken = default) =>
        _pipeline.ListAsync(ApiRequest.Read(Path()), static element => RestreamChannel.Read(element), static channel => channel.ChannelId, cancellationToken);

    /// <summary>Gets one re-stream, with its targets as they were set up.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such re-stream.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-channelinfo</remarks>
    public Task<RestreamChannel> GetAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(ApiRequest.Read(Path(channelId), channelId), cancellationToken);

    /// <summary>Makes a re-stream. The answer comes while it is still being set up.</summary>
    /// <param name="settings">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the re-stream may be made all the same.</param>
    /// <exception cref="LiveStationException">The call failed; its recommendation says how to look where it may have run.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-channelcreate</remarks>
    public Task<RestreamChannel> CreateAsync(RestreamSettings settings, CancellationToken cancellationToken = default) =>
        OneAsync(ApiRequest.Write(HttpMethod.Post, Path(), settings.ChannelName, $"{Listing} -Name {ShellText.Quote(Text.Clean(settings.ChannelName))}", settings.ToJson()), cancellationToken);

    /// <summary>Returns (deletes) a re-stream; only when it is ready.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-channeldelete</remarks>
    public Task<RestreamChannel> DeleteAsync(string channelId, CancellationToken cancellationToken = default) =>
        OneAsync(ApiRequest.Write(HttpMethod.Delete, Path(channelId), channelId, $"{Listing} {ShellText.Quote(Text.Clean(channelId))}"), cancellationToken);

    /// <summary>Lists the targets of a re-stream with the states of their relays.</summary>
    /// <param name="channelId">Id of the re-stream.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such re-stream.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-platformlist</remarks>
    public async IAsyncEnumerable<RestreamPlatform> ListPlatformsAsync(string channelId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (RestreamPlatform platform in await PlatformsAsync(channelId, cancellationToken).ConfigureAwait(false))
        {
            yield return platform;
        }
    }

    /// <summary>The same re-stream with its targets as they run, by one more call.</summary>
    /// <param name="channel">A re-stream.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-platformlist</remarks>
    public async Task<RestreamChannel> WithPlatformsAsync(RestreamChannel channel, CancellationToken cancellationToken = default) =>
        channel.ChannelId is { } id ? channel.With((await PlatformsAsync(id, cancellationToken).ConfigureAwait(false)).ToArray()) : channel;

    /// <summary>Changes a target that was read just now; not while the re-stream is on air.</summary>
    /// <param name="channelId">Id of the re-stream.</param>
    /// <param name="now">The target as it is: the service wants address and key each time.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>The target; the answer has no state of the relay.</returns>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-platformupdate</remarks>
    public Task<RestreamPlatform> UpdatePlatformAsync(string channelId, RestreamPlatform now, RestreamPlatformChange change, CancellationToken cancellationToken = default)
    {
        string platformId = now.PlatId?.ToString(CultureInfo.InvariantCulture) ?? "";
        string look = $"Get-LsRestreamPlatform {ShellText.Quote(Text.Clean(channelId))}";
        ApiRequest request = ApiRequest.Write(HttpMethod.Put, Path(channelId, "platforms", platformId), $"{channelId}/{platformId}", look, change.ToJson(now)) with { Listing = look, Advice = Advice };
        return _pipeline.SendJsonAsync(request, answer => RestreamPlatform.Read(Envelope.Content(answer), channelId, answer), cancellationToken);
    }

    private static string Path(params string[] segments) => ApiPath.Of([.. Root, .. segments]);

    private Task<RestreamChannel> OneAsync(ApiRequest request, CancellationToken cancellationToken) =>
        _pipeline.SendJsonAsync(request with { Listing = Listing, Advice = Advice }, static answer => RestreamChannel.Read(Envelope.Content(answer), answer), cancellationToken);

    private Task<List<RestreamPlatform>> PlatformsAsync(string channelId, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Read(Path(channelId, "platforms"), channelId) with { Listing = Listing, Advice = Advice };
        return _pipeline.SendJsonAsync(request, answer => Envelope.Items(answer, element => RestreamPlatform.Read(element, channelId)), cancellationToken);
    }
}
