using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;

namespace LiveStation;

/// <summary>What the calls of live and of VOD2LIVE channels have in common: the same paths below another root, and the same bodies.</summary>
/// <param name="pipeline">Where to ask.</param>
/// <param name="get">The cmdlet that gets such channels.</param>
/// <param name="root">What their paths begin with.</param>
internal sealed class ChannelCalls(HttpPipeline pipeline, string get, params string[] root)
{
    // The refusals that are about one channel of several.
    private static readonly HashSet<string> BlamesOne = new(StringComparer.Ordinal) { "ChannelNotFound", "ChannelNotReady", "ChannelPublishing", "CdnChanging", "ResourceNotFound", "ResourceNotAvailable" };

    /// <summary>The command that lists them, for advice where one is not found; null where the catalog's own advice fits.</summary>
    public string? Listing { get; init; }

    /// <summary>Advice for errors of which the catalog speaks for another kind of channel.</summary>
    public IReadOnlyDictionary<string, string>? Advice { get; init; }

    /// <summary>The same where addresses are asked for; null where the other one fits.</summary>
    public IReadOnlyDictionary<string, string>? AdviceOfAddresses { get; init; }

    /// <summary>A path below the root.</summary>
    public string Path(params string[] segments) => ApiPath.Of([.. root, .. segments]);

    /// <summary>A call that only reads.</summary>
    public ApiRequest Read(string path, string? target = null) => ApiRequest.Read(path, target) with { Listing = Listing, Advice = Advice };

    /// <summary>A call that changes a channel.</summary>
    public ApiRequest Write(HttpMethod method, string path, string channelId, byte[]? body = null) =>
        Write(method, path, channelId, $"{get} {ShellText.Quote(Text.Clean(channelId))}", body);

    /// <summary>A call that makes a channel.</summary>
    public ApiRequest Create(string channelName, byte[] body) =>
        Write(HttpMethod.Post, Path(), channelName, $"{get} -Name {ShellText.Quote(Text.Clean(channelName))}", body);

    public async IAsyncEnumerable<ServiceUrl> ListServiceUrlsAsync(string channelId, ServiceUrlType type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string path = Path(channelId, "serviceUrls").With("serviceUrlType", WireNames<ServiceUrlType>.Write(type));
        List<List<ServiceUrl>> urls = await pipeline.SendJsonAsync(
            Read(path, channelId) with { Advice = AdviceOfAddresses ?? Advice },
            answer => Envelope.Items(answer, element => new List<ServiceUrl>(ServiceUrl.Read(element, channelId, type))),
            cancellationToken).ConfigureAwait(false);
        foreach (List<ServiceUrl> sizes in urls)
        {
            foreach (ServiceUrl url in sizes)
            {
                yield return url;
            }
        }
    }

    /// <summary>Moves channels to an edge: one by its own call, several by the bulk call.</summary>
    public IAsyncEnumerable<BulkOutcome<string, ChannelCdn>> SetCdnAsync(IReadOnlyList<string> channelIds, long cdnInstanceNo, long profileId, CancellationToken cancellationToken) =>
        Bulk.SendAsync(
            channelIds,
            async (ids, token) =>
            {
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
                    ? Write(HttpMethod.Post, Path(ids[0], "cdnInfo"), ids[0], body)
                    : Write(HttpMethod.Post, Path("cdnInfo"), $"{ids.Count} channels", get, body);
                return await pipeline.SendJsonAsync(request, ChannelCdn.OfAnswer, token).ConfigureAwait(false);
            },
            BlamesOne,
            cancellationToken);

    private ApiRequest Write(HttpMethod method, string path, string target, string howToLook, byte[]? body) =>
        ApiRequest.Write(method, path, target, howToLook, body) with { Listing = Listing, Advice = Advice };
}
