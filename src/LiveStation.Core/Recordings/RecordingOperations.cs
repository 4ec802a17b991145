using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Recordings of live channels.</summary>
public sealed class RecordingOperations
{
    private readonly HttpPipeline _pipeline;

    internal RecordingOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Lists the recordings of a channel, each as soon as it has arrived.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="cancellationToken">Stops the call, also in the middle of the answer.</param>
    /// <returns>The recordings in the order of the answer, which is not documented.</returns>
    /// <exception cref="LiveStationApiException">The service refuses, for example an unknown channel.</exception>
    /// <exception cref="LiveStationProtocolException">The answer breaks off; what arrived before was given out.</exception>
    /// <exception cref="LiveStationTransportException">No connection, or none that lasts.</exception>
    /// <exception cref="LiveStationArgumentException">The id cannot be sent.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-recording-recordinglist</remarks>
    public async IAsyncEnumerable<Recording> ListAsync(string channelId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ApiRequest request = new(HttpMethod.Get, ApiPath.Of("channels", channelId, "records"), channelId);
        using RecordingListStream list = new(_pipeline, request, channelId);
        List<Recording> piece = [];
        while (await list.ReadAsync(piece, cancellationToken).ConfigureAwait(false))
        {
            foreach (Recording recording in piece)
            {
                yield return recording;
            }
        }
    }

    /// <summary>Gets one recording.</summary>
    /// <param name="channelId">Its channel.</param>
    /// <param name="recordId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The recording; <see langword="null"/> when the answer holds none.</returns>
    /// <exception cref="LiveStationException">As for the list.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-recording-recordinginfo</remarks>
    public async Task<Recording?> GetAsync(string channelId, long recordId, CancellationToken cancellationToken = default)
    {
        string id = recordId.ToString(CultureInfo.InvariantCulture);
        ApiRequest request = new(HttpMethod.Get, ApiPath.Of("channels", channelId, "records", id), $"{channelId}/{id}");
        JsonElement answer = await _pipeline.SendJsonAsync(request, cancellationToken).ConfigureAwait(false);
        return One(answer, channelId, recordId);
    }

    // The current page holds the fields below the id, an older one holds them flat.
    private static Recording? One(JsonElement answer, string channelId, long recordId)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("content", out JsonElement content) || content.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonElement entry = content.TryGetProperty(recordId.ToString(CultureInfo.InvariantCulture), out JsonElement keyed) ? keyed : content;
        if (entry.ValueKind != JsonValueKind.Object || (!entry.TryGetProperty("status", out _) && !entry.TryGetProperty("recordType", out _)))
        {
            return null;
        }

        Utf8JsonReader reader = new(System.Text.Encoding.UTF8.GetBytes(entry.GetRawText()));
        reader.Read();
        new RecordingReader(channelId).TryRead(ref reader, recordId, out Recording? recording);
        return recording;
    }
}
