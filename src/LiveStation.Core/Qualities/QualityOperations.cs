using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Qualities, and the sets of them that channels are made with.</summary>
public sealed class QualityOperations
{
    private const string Qualities = "qualityProfiles";
    private const string Sets = "qualitySets";

    private readonly HttpPipeline _pipeline;

    internal QualityOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Lists all qualities, built in ones too; they come in one answer.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-quality-qualitylist</remarks>
    public IAsyncEnumerable<Quality> ListAsync(CancellationToken cancellationToken = default) =>
        _pipeline.ListWholeAsync(ApiRequest.Read(ApiPath.Of(Qualities)), Quality.Read, cancellationToken);

    /// <summary>Gets one quality.</summary>
    /// <param name="qualityId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such quality.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-quality-qualityinfo</remarks>
    public Task<Quality> GetAsync(long qualityId, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(ApiRequest.Read(ApiPath.Of(Qualities, Id(qualityId)), Id(qualityId)), ReadQuality, cancellationToken);

    /// <summary>Makes a quality.</summary>
    /// <param name="settings">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the quality may be made all the same.</param>
    /// <exception cref="LiveStationException">The call failed; its recommendation says how to look where it may have run.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-quality-qualitycreate</remarks>
    public Task<Quality> CreateAsync(QualitySettings settings, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(ApiRequest.Write(HttpMethod.Post, ApiPath.Of(Qualities), settings.Name, ByName("Get-LsQuality", settings.Name), settings.ToJson()), ReadQuality, cancellationToken);

    /// <summary>Deletes a quality of the account's own; not while a quality set holds it.</summary>
    /// <param name="qualityId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed, for example because the quality is in use or built in.</exception>
    /// <remarks>No body is documented for the answer, so the HTTP status decides unless the answer denies it. https://api.ncloud-docs.com/docs/en/media-livestation-quality-qualitydelete</remarks>
    public Task DeleteAsync(long qualityId, CancellationToken cancellationToken = default) =>
        DeleteAsync(Qualities, qualityId, "Get-LsQuality", cancellationToken);

    /// <summary>Lists quality sets; they come in one answer.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettinglist</remarks>
    public IAsyncEnumerable<QualitySet> ListSetsAsync(QualitySetFilter? filter = null, CancellationToken cancellationToken = default)
    {
        // What is listed without a type is not documented: it could be those for HLS alone.
        string path = ApiPath.Of(Sets)
            .With("genType", filter?.GenType is { } gen ? WireNames<GenType>.Write(gen) : null)
            .With("type", filter?.Type is { } type ? WireNames<QualitySetType>.Write(type) : "all");
        return _pipeline.ListWholeAsync(ApiRequest.Read(path), QualitySet.Read, cancellationToken);
    }

    /// <summary>Gets one quality set.</summary>
    /// <param name="qualitySetId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such set.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettinginfo</remarks>
    public Task<QualitySet> GetSetAsync(long qualitySetId, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(ApiRequest.Read(ApiPath.Of(Sets, Id(qualitySetId)), Id(qualitySetId)), ReadSet, cancellationToken);

    /// <summary>Finds the one quality set that has a name, whatever its capitals.</summary>
    /// <param name="name">The whole name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, or there is none, or several: names need not be unique.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettinglist</remarks>
    public async Task<QualitySet> FindSetAsync(string name, CancellationToken cancellationToken = default)
    {
        List<QualitySet> found = [];
        await foreach (QualitySet set in ListSetsAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(set.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(set);
            }
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw new LiveStationArgumentException(
                "QualitySetNotFound", ErrorKind.NotFound, $"{Text.Clean(name)}: no quality set of this account and region has that name. Nothing was changed.", "Run Get-LsQualitySet to see names and ids."),
            _ => throw new LiveStationArgumentException(
                "QualitySetAmbiguous", $"{Text.Clean(name)}: {found.Count} quality sets have that name: {string.Join("; ", found.Select(static set => Text.Clean(set.Pictures.Length == 0 ? $"{set.QualitySetId}" : $"{set.QualitySetId} ({set.Pictures})")))}. Nothing was changed.", "Give the id of the one that is meant."),
        };
    }

    /// <summary>Makes a quality set.</summary>
    /// <param name="settings">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the set may be made all the same.</param>
    /// <exception cref="LiveStationException">The call failed; its recommendation says how to look where it may have run.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettingcreate</remarks>
    public Task<QualitySet> CreateSetAsync(QualitySetSettings settings, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(ApiRequest.Write(HttpMethod.Post, ApiPath.Of(Sets), settings.Name, ByName("Get-LsQualitySet", settings.Name), settings.ToJson()), ReadSet, cancellationToken);

    /// <summary>Changes the segments of a quality set: reads it first, because the service wants both settings each time. Broadcasts that use it are interrupted and restarted.</summary>
    /// <param name="qualitySetId">Its id.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">A call failed, or a setting that has to be sent is not known.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettingupdate</remarks>
    public async Task<QualitySet> UpdateSetAsync(long qualitySetId, QualitySetChange change, CancellationToken cancellationToken = default)
    {
        QualitySet now = await GetSetAsync(qualitySetId, cancellationToken).ConfigureAwait(false);
        return await UpdateSetAsync(qualitySetId, now, change, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the segments of a quality set that was read just now.</summary>
    /// <param name="qualitySetId">Its id.</param>
    /// <param name="now">The set as it is: what does not change goes back as it stands there.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed, or a setting that has to be sent is not known.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettingupdate</remarks>
    public Task<QualitySet> UpdateSetAsync(long qualitySetId, QualitySet now, QualitySetChange change, CancellationToken cancellationToken = default) =>
        _pipeline.SendJsonAsync(ApiRequest.Write(HttpMethod.Put, ApiPath.Of(Sets, Id(qualitySetId)), Id(qualitySetId), $"Get-LsQualitySet {Id(qualitySetId)}", change.ToJson(now)), ReadSet, cancellationToken);

    /// <summary>Deletes a quality set of the account's own; not while a channel uses it. Its qualities stay.</summary>
    /// <param name="qualitySetId">Its id.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="LiveStationException">The call failed, for example because the set is in use or built in.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettingdelete</remarks>
    public Task DeleteSetAsync(long qualitySetId, CancellationToken cancellationToken = default) =>
        DeleteAsync(Sets, qualitySetId, "Get-LsQualitySet", cancellationToken);

    private Task DeleteAsync(string kind, long id, string listing, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Write(HttpMethod.Delete, ApiPath.Of(kind, Id(id)), Id(id), $"{listing} {Id(id)}") with { AcceptsAnyAnswer = true };
        return _pipeline.SendJsonAsync(request, Envelope.Deleted, cancellationToken);
    }

    private static Quality ReadQuality(JsonElement answer) => Quality.Read(Envelope.Content(answer));

    private static QualitySet ReadSet(JsonElement answer) => QualitySet.Read(Envelope.Content(answer));

    private static string ByName(string cmdlet, string name) => $"{cmdlet} -Name {ShellText.Quote(Text.Clean(name))}";

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
