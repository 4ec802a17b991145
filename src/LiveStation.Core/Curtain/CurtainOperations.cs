using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Live curtains, and the contents that they show.</summary>
public sealed class CurtainOperations
{
    /// <summary>How long a curtain stays where nobody says.</summary>
    public static readonly TimeSpan UsualTime = TimeSpan.FromMinutes(3);

    private const string Contents = "Get-LsCurtainContent";

    // The catalog sends people to the Get cmdlet of the noun, and there is none: no call tells whether a curtain is on.
    private static readonly Dictionary<string, string> NoneOn = new(StringComparer.Ordinal)
    {
        ["ResourceNotAvailable"] = "Most likely no curtain is on any more: it goes by itself after its time (-InsertTime, else three minutes). Only a player shows it: Get-LsServiceUrl gives the address.",
    };

    private static readonly Dictionary<string, string> NotReady = new(StringComparer.Ordinal)
    {
        ["ResourceNotAvailable"] = "Look with Get-LsCurtainContent whether each content is Ready and with Get-LsChannel whether the channel is Publishing, and try again.",
    };

    private readonly HttpPipeline _pipeline;

    internal CurtainOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Lists the contents; asks for the next page only when it is wanted.</summary>
    /// <param name="status">Only contents in this state; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The contents, each once, in the order of the pages.</returns>
    /// <exception cref="LiveStationException">A page cannot be had; those before it were given out.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtaincontent-curtaincontentlist</remarks>
    public IAsyncEnumerable<CurtainContent> ListAsync(CurtainContentStatus? status = null, CancellationToken cancellationToken = default)
    {
        string path = ApiPath.Of("curtainContents").With("status", status is { } known ? WireNames<CurtainContentStatus>.Write(known) : null);
        return _pipeline.ListAsync(ApiRequest.Read(path), CurtainContent.Read, static content => Id(content.ContentId), cancellationToken);
    }

    /// <summary>Gets one content.</summary>
    /// <param name="contentId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such content.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtaincontent-curtaincontentinfo</remarks>
    public Task<CurtainContent> GetAsync(long contentId, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(ApiRequest.Read(ApiPath.Of("curtainContents", Id(contentId)), Id(contentId)) with { Listing = Contents }, CurtainContent.OfAnswer, cancellationToken);

    /// <summary>Makes content out of files in a bucket, in one call. It is being made when the answer comes.</summary>
    /// <param name="settings">From what.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the content may be made all the same.</param>
    /// <returns>The content; several where the service makes several of the files.</returns>
    /// <exception cref="LiveStationException">The call failed, for example because there are ten contents already.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtaincontent-curtaincontentcreate</remarks>
    public async Task<IReadOnlyList<CurtainContent>> CreateAsync(CurtainContentSettings settings, CancellationToken cancellationToken = default)
    {
        string files = settings.Check();
        ApiRequest request = ApiRequest.Write(HttpMethod.Post, ApiPath.Of("curtainContents"), files, Contents, settings.ToJson());
        return await _pipeline.SendJsonAsync(request, CurtainContent.OfCreation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes content. The files that it was made from stay.</summary>
    /// <param name="contentId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtaincontent-curtaincontentdelete</remarks>
    public Task<CurtainContent> DeleteAsync(long contentId, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(
            ApiRequest.Write(HttpMethod.Delete, ApiPath.Of("curtainContents", Id(contentId)), Id(contentId), $"{Contents} {Id(contentId)}") with { Listing = Contents },
            CurtainContent.OfAnswer,
            cancellationToken);

    /// <summary>Covers the broadcast of a channel with contents.</summary>
    /// <param name="channelId">The channel; on air, with HLS.</param>
    /// <param name="contentIds">The contents.</param>
    /// <param name="insertTime">How long, 1 to 10 whole minutes; null for the service's own three.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed, for example because the channel is not on air.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtain-curtaininsert</remarks>
    public async Task<Curtain> StartAsync(string channelId, IReadOnlyList<long> contentIds, TimeSpan? insertTime = null, CancellationToken cancellationToken = default)
    {
        CheckStart(channelId, contentIds, insertTime);
        byte[] body = JsonBody.Of(writer =>
        {
            writer.Numbers("contentId", contentIds);
            writer.Number("insertTime", insertTime is { } span ? (long)span.TotalMinutes : null);
        });
        return await SwitchAsync(channelId, "insert", body, "Get-LsChannel and Get-LsCurtainContent", NotReady, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Refuses a curtain that the service is known to refuse.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="contentIds">The contents.</param>
    /// <param name="insertTime">How long; null for the service's own three minutes.</param>
    /// <exception cref="LiveStationArgumentException">There is no content, or the time is none of 1 to 10 whole minutes.</exception>
    public static void CheckStart(string channelId, IReadOnlyList<long> contentIds, TimeSpan? insertTime)
    {
        if (contentIds.Count == 0)
        {
            throw new LiveStationArgumentException("CurtainContentMissing", $"{Text.Clean(channelId)}: a curtain shows one content at least. Nothing was sent.", "Give -ContentId; Get-LsCurtainContent -Status Ready lists them.");
        }

        if (insertTime is { } span && (span.Ticks % TimeSpan.TicksPerMinute != 0 || span < TimeSpan.FromMinutes(1) || span > TimeSpan.FromMinutes(10)))
        {
            throw new LiveStationArgumentException(
                "CurtainTimeForm",
                $"{Text.Clean(channelId)}: a curtain stays 1 to 10 whole minutes, and {span.TotalMinutes.ToString("0.###", CultureInfo.InvariantCulture)} min were asked for. Nothing was sent.",
                "Write -InsertTime 5m, or leave it out for three minutes.");
        }
    }

    /// <summary>Takes the curtain of a channel away before its time.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtain-curtainremove</remarks>
    public Task<Curtain> StopAsync(string channelId, CancellationToken cancellationToken = default) => SwitchAsync(channelId, "remove", null, null, NoneOn, cancellationToken);

    private Task<Curtain> SwitchAsync(string channelId, string call, byte[]? body, string? listing, IReadOnlyDictionary<string, string> advice, CancellationToken cancellationToken)
    {
        string howToLook = $"a player at the address that Get-LsServiceUrl {ShellText.Quote(Text.Clean(channelId))} gives: no call tells whether a curtain is on";
        ApiRequest request = ApiRequest.Write(HttpMethod.Post, ApiPath.Of("channels", channelId, "curtain", call), channelId, howToLook, body) with { Listing = listing, Advice = advice };
        return _pipeline.SendJsonAsync(request, answer => Curtain.Read(answer, channelId), cancellationToken);
    }

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
