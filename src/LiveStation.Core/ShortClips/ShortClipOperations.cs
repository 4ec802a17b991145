using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Snapshots of channels that are being recorded, and the short clips that are cut from them.</summary>
public sealed class ShortClipOperations
{
    // No call lists snapshots: only the channel may name the one that is valid.
    private const string Where = "Get-LsChannel for the channels, and Get-LsSnapshot for the snapshot of one, which is kept for an hour,";

    private readonly HttpPipeline _pipeline;

    internal ShortClipOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Makes a snapshot of what was recorded last. Needs a time machine and a running recording; it is kept for an hour.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="limitedDuration">How far back from now, 1 to 240 whole minutes; null for everything since the recording began, at most four hours.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed, for example because nothing is being recorded.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-snapshot-snapshotcreate</remarks>
    public Task<Snapshot> CreateSnapshotAsync(string channelId, TimeSpan? limitedDuration = null, CancellationToken cancellationToken = default)
    {
        CheckSnapshot(channelId, limitedDuration);
        string? minutes = limitedDuration is { } span ? ((long)span.TotalMinutes).ToString(CultureInfo.InvariantCulture) : null;
        string path = ApiPath.Of("channels", channelId, "snapshot").With("limitedDuration", minutes);
        ApiRequest request = ApiRequest.Write(HttpMethod.Post, path, channelId, $"Get-LsSnapshot {ShellText.Quote(Text.Clean(channelId))}");
        return _pipeline.SendJsonAsync(request, answer => Snapshot.Read(answer, channelId), cancellationToken);
    }

    /// <summary>Refuses a length of a snapshot that the service is known to refuse.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="limitedDuration">The length; null for everything.</param>
    /// <exception cref="LiveStationArgumentException">It is none of 1 to 240 whole minutes.</exception>
    public static void CheckSnapshot(string channelId, TimeSpan? limitedDuration)
    {
        if (limitedDuration is { } span && (span.Ticks % TimeSpan.TicksPerMinute != 0 || span < TimeSpan.FromMinutes(1) || span > TimeSpan.FromMinutes(240)))
        {
            throw new LiveStationArgumentException(
                "SnapshotLengthForm",
                $"{Text.Clean(channelId)}: a snapshot reaches 1 to 240 whole minutes back, and {span.TotalMinutes.ToString("0.###", CultureInfo.InvariantCulture)} min were asked for. Nothing was sent.",
                "Write -LimitedDuration 10m, or leave it out for everything since the recording began, at most four hours.");
        }
    }

    /// <summary>Gets a snapshot, up to an hour after it was made.</summary>
    /// <param name="channelId">Its channel.</param>
    /// <param name="snapshotId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because the snapshot has expired.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-snapshot-snapshotinfo</remarks>
    public Task<Snapshot> GetSnapshotAsync(string channelId, long snapshotId, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(
            ApiRequest.Read(ApiPath.Of("channels", channelId, "snapshot", Id(snapshotId)), $"{channelId}/{Id(snapshotId)}") with { Listing = Where },
            answer => Snapshot.Read(answer, channelId),
            cancellationToken);

    /// <summary>Cuts a short clip. It goes on after the answer; the state of the clip tells when it is in the bucket.</summary>
    /// <param name="channelId">The channel, ready or on air.</param>
    /// <param name="snapshotId">The snapshot to cut from.</param>
    /// <param name="settings">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>
    /// The clip, with what was asked for where the answer does not tell it. What the answer holds is not documented: where it names no
    /// clip, the youngest one of the snapshot is taken for it.
    /// </returns>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-shortclip-shortclipcreate</remarks>
    public async Task<ShortClip> CreateAsync(string channelId, long snapshotId, ShortClipSettings settings, CancellationToken cancellationToken = default)
    {
        string snapshot = $"{channelId}/{Id(snapshotId)}";
        settings.Check(snapshot);
        string howToLook = $"Get-LsShortClip {ShellText.Quote(Text.Clean(channelId))} {Id(snapshotId)}";
        ApiRequest request = ApiRequest.Write(HttpMethod.Post, ApiPath.Of("channels", channelId, Id(snapshotId)), snapshot, howToLook, settings.ToJson()) with { Listing = Where };
        ShortClip clip = await _pipeline.SendJsonAsync(request, answer => ShortClip.OfAnswer(answer, channelId, snapshotId), cancellationToken).ConfigureAwait(false);
        if (clip.ShortClipId is null && await YoungestAsync(channelId, snapshotId, cancellationToken).ConfigureAwait(false) is { } youngest)
        {
            youngest.Rest = JsonFields.Merge(youngest.GetAdditionalFields(), clip.GetAdditionalFields());
            clip = youngest;
        }

        return clip.With(settings.Expected(channelId, snapshotId));
    }

    /// <summary>Lists the short clips of a snapshot, up to an hour after the snapshot was made.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="status">Only clips in this state; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The clips in the order of the answer.</returns>
    /// <exception cref="LiveStationException">The call failed, for example because the snapshot has expired.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-shortclip-shortcliplist</remarks>
    public async IAsyncEnumerable<ShortClip> ListAsync(string channelId, long snapshotId, ShortClipStatus? status = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string path = ApiPath.Of("channels", channelId, Id(snapshotId), "shortclips").With("shortclipStatus", status is { } known ? WireNames<ShortClipStatus>.Write(known) : null);
        ApiRequest request = ApiRequest.Read(path, $"{channelId}/{Id(snapshotId)}") with { Listing = Where };
        foreach (ShortClip clip in await _pipeline.SendJsonAsync(request, answer => ShortClip.OfList(answer, channelId, snapshotId), cancellationToken).ConfigureAwait(false))
        {
            yield return clip;
        }
    }

    /// <summary>Gets one short clip.</summary>
    /// <param name="channelId">Its channel.</param>
    /// <param name="shortClipId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such clip.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-shortclip-shortclipinfo</remarks>
    public Task<ShortClip> GetAsync(string channelId, long shortClipId, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(
            ApiRequest.Read(ApiPath.Of("channels", channelId, "shortclip", Id(shortClipId)), $"{channelId}/{Id(shortClipId)}") with { Listing = "Get-LsShortClip with the channel and the snapshot" },
            answer => ShortClip.OfAnswer(answer, channelId, null) is { ShortClipId: not null } clip ? clip : throw new JsonException("The answer names no short clip."),
            cancellationToken);

    // The clip was asked for already: that it cannot be looked up is no failure of that.
    private async Task<ShortClip?> YoungestAsync(string channelId, long snapshotId, CancellationToken cancellationToken)
    {
        List<ShortClip> clips = [];
        try
        {
            await foreach (ShortClip clip in ListAsync(channelId, snapshotId, null, cancellationToken).ConfigureAwait(false))
            {
                clips.Add(clip);
            }
        }
        catch (LiveStationException)
        {
            return null;
        }

        return clips.OrderByDescending(static clip => clip.CreatedTime).ThenByDescending(static clip => clip.ShortClipId).FirstOrDefault();
    }

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
