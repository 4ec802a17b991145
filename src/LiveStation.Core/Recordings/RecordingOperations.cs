using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Recordings of live channels.</summary>
public sealed class RecordingOperations
{
    /// <summary>The refusal that says that what was asked for is under way: as good as success.</summary>
    internal const string UploadAlreadyRequested = "RecordingUploadAlreadyRequested";

    // The refusals that are about one recording of several.
    private static readonly HashSet<string> BlamesOne = new(StringComparer.Ordinal)
    {
        "RecordingNotFound", "RecordingNotReadyForUpload", UploadAlreadyRequested, "RecordingDeletionFailed", "RecordingFileNotFound", "ResourceNotFound",
    };

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
        ApiRequest request = ApiRequest.Read(ApiPath.Of("channels", channelId, "records"), channelId);
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
    public Task<Recording?> GetAsync(string channelId, long recordId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = ApiRequest.Read(ApiPath.Of("channels", channelId, "records", Id(recordId)), $"{channelId}/{Id(recordId)}");
        return _pipeline.SendJsonAsync(request, answer => RecordingAnswer.One(answer, channelId, recordId), cancellationToken);
    }

    /// <summary>Starts to record a channel that is on air.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>The recordings of the answer.</returns>
    /// <exception cref="LiveStationException">The call failed, for example because the channel is not on air, or is recording.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-recording-recordingstart</remarks>
    public Task<IReadOnlyList<Recording>> StartAsync(string channelId, CancellationToken cancellationToken = default) => SwitchAsync(channelId, "startRecord", cancellationToken);

    /// <summary>Stops the recording of a channel.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>The recordings of the answer.</returns>
    /// <exception cref="LiveStationException">The call failed, for example because nothing is being recorded.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-recording-recordingstop</remarks>
    public Task<IReadOnlyList<Recording>> StopAsync(string channelId, CancellationToken cancellationToken = default) => SwitchAsync(channelId, "stopRecord", cancellationToken);

    /// <summary>Asks for the upload of recordings to a bucket. It goes on after the answer; their state tells when it is through.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="recordIds">The recordings, of any channels.</param>
    /// <param name="accessControl">Who may read them there; null leaves it to the service.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>One outcome for each group that went through together, and for each recording that was refused.</returns>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-recording-recordingupload</remarks>
    public IAsyncEnumerable<BulkOutcome<long, IReadOnlyDictionary<long, RecordingUpload>>> UploadAsync(string bucketName, IReadOnlyList<long> recordIds, AccessControl? accessControl, CancellationToken cancellationToken = default) =>
        Bulk.SendAsync(
            recordIds,
            async (ids, token) =>
            {
                byte[] body = JsonBody.Of(writer =>
                {
                    writer.Numbers("recordIds", ids);
                    writer.Wire("accessControl", accessControl);
                });
                string target = ids.Count == 1 ? Id(ids[0]) : $"{ids.Count} recordings";
                ApiRequest request = ApiRequest.Write(HttpMethod.Post, ApiPath.Of("buckets", bucketName, "upload"), target, "Get-LsRecording shows whether the upload runs.", body);
                return await _pipeline.SendJsonAsync(request, answer => RecordingUpload.Read(answer, bucketName, ids), token).ConfigureAwait(false);
            },
            BlamesOne,
            cancellationToken);

    /// <summary>Deletes temporary recordings. Copies in Object Storage stay.</summary>
    /// <param name="channelId">Their channel.</param>
    /// <param name="recordIds">The recordings.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>One outcome for each group that went through together, and for each recording that was refused.</returns>
    /// <remarks>The body of the answer is not documented, so the HTTP status alone decides. https://api.ncloud-docs.com/docs/en/media-livestation-recording-recordingdelete</remarks>
    public IAsyncEnumerable<BulkOutcome<long, bool>> DeleteAsync(string channelId, IReadOnlyList<long> recordIds, CancellationToken cancellationToken = default) =>
        Bulk.SendAsync(
            recordIds,
            async (ids, token) =>
            {
                string target = ids.Count == 1 ? $"{channelId}/{Id(ids[0])}" : channelId;
                ApiRequest request = ApiRequest.Write(HttpMethod.Delete, ApiPath.Of("channels", channelId, "records"), target, HowToLook(channelId), JsonBody.Of(writer => writer.Numbers("recordIds", ids)));
                await _pipeline.SendJsonAsync(request with { AcceptsAnyAnswer = true }, token).ConfigureAwait(false);
                return true;
            },
            BlamesOne,
            cancellationToken);

    private Task<IReadOnlyList<Recording>> SwitchAsync(string channelId, string call, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Write(HttpMethod.Put, ApiPath.Of("channels", channelId, call), channelId, HowToLook(channelId));
        return _pipeline.SendJsonAsync(request, answer => RecordingAnswer.All(answer, channelId), cancellationToken);
    }

    private static string HowToLook(string channelId) => $"Get-LsRecording {ShellText.Quote(Text.Clean(channelId))}";

    private static string Id(long recordId) => recordId.ToString(CultureInfo.InvariantCulture);
}
