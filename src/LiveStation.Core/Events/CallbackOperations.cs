using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Where the service posts events. A channel's own address wins over the default one; without either nothing is posted. What arrives
/// is read with <see cref="Event.Parse"/>.
/// </summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-callbacksetting</remarks>
public sealed class CallbackOperations
{
    private readonly HttpPipeline _pipeline;

    internal CallbackOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Gets the default address, which serves channels without one of their own.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>It; without an address where none is set.</returns>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-callbackinfo</remarks>
    public Task<Callback> GetAsync(CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(ApiRequest.Read(ApiPath.Of("events", "callbackEndpoint")), Callback.Read, cancellationToken);

    /// <summary>Sets the default address. No operation is known that takes it away again.</summary>
    /// <param name="callbackUrl">An http or https address.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationArgumentException">The address is none that can be posted to.</exception>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-callbacksetting</remarks>
    public Task<Callback> SetAsync(Uri callbackUrl, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(Write(ApiPath.Of("events", "callbackEndpoint"), "default callback", "Get-LsCallback", "callbackUrl", callbackUrl), Callback.Read, cancellationToken);

    /// <summary>Sets the address of one live channel, which wins over the default one.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="callbackEndpoint">An http or https address.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="LiveStationArgumentException">The address is none that can be posted to.</exception>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such channel.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-callbacksetting-live</remarks>
    public Task<Channel> SetForChannelAsync(string channelId, Uri callbackEndpoint, CancellationToken cancellationToken = default) =>
        SetAsync(["channels", channelId], "Get-LsChannel", callbackEndpoint, static answer => Channel.Read(Envelope.Content(answer), answer), cancellationToken);

    /// <summary>Sets the address of one re-stream, which wins over the default one.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="callbackEndpoint">An http or https address.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>The re-stream, without its targets.</returns>
    /// <exception cref="LiveStationArgumentException">The address is none that can be posted to.</exception>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such re-stream.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-callbacksetting-restream</remarks>
    public Task<RestreamChannel> SetForRestreamAsync(string channelId, Uri callbackEndpoint, CancellationToken cancellationToken = default) =>
        SetAsync(["re-stream", "channels", channelId], "Get-LsRestream", callbackEndpoint, static answer => RestreamChannel.Read(Envelope.Content(answer), answer), cancellationToken);

    /// <summary>Sets the address of one VOD2LIVE channel, which wins over the default one.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="callbackEndpoint">An http or https address.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="LiveStationArgumentException">The address is none that can be posted to.</exception>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such channel.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-callbacksetting-vod2live</remarks>
    public Task<VodChannel> SetForVodChannelAsync(string channelId, Uri callbackEndpoint, CancellationToken cancellationToken = default) =>
        SetAsync(["vod", "channels", channelId], "Get-LsVodChannel", callbackEndpoint, static answer => VodChannel.Read(Envelope.Content(answer), answer), cancellationToken);

    /// <summary>Whether an address is one that the service can post to.</summary>
    internal static bool IsAddress(Uri? address) => address is { IsAbsoluteUri: true, Host.Length: > 0 } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private Task<T> SetAsync<T>(string[] channel, string listing, Uri address, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        string id = channel[channel.Length - 1];
        string howToLook = $"{listing} {ShellText.Quote(Text.Clean(id))}, and its CallbackEndpoint";
        return _pipeline.SendJsonAsync(Write(ApiPath.Of([.. channel, "callbackEndpoint"]), id, howToLook, "callbackEndpoint", address) with { Listing = listing }, read, cancellationToken);
    }

    // The default is called callbackUrl and that of a channel callbackEndpoint, on the pages as on the wire.
    private static ApiRequest Write(string path, string target, string howToLook, string field, Uri address)
    {
        if (!IsAddress(address))
        {
            // The address may hold a login or a token, and is not quoted.
            throw new LiveStationArgumentException("InvalidCallbackUrl", "The callback address is no whole http or https address. Nothing was sent.", "Give it with its scheme and host, such as https://host.example/live-events.");
        }

        return ApiRequest.Write(HttpMethod.Post, path, target, howToLook, JsonBody.Of(writer => writer.Text(field, address.OriginalString.Trim()))) with
        {
            Unspoken = Secrets.Hide(address) == address ? [] : [address.OriginalString.Trim(), address.AbsoluteUri, address.PathAndQuery, address.Query, address.UserInfo],
        };
    }
}
