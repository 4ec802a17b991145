using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;

namespace LiveStation;

/// <summary>What happened to channels.</summary>
public sealed class EventOperations
{
    private readonly HttpPipeline _pipeline;

    internal EventOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Lists the events of all channels: live, re-stream and VOD2LIVE.</summary>
    /// <param name="channelId">Only those of this channel, of whichever kind; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The events, oldest first: the order of the answer is not documented. Neither is how long the service keeps them, and how many it gives.</returns>
    /// <exception cref="LiveStationException">The call failed.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-eventlist</remarks>
    public IAsyncEnumerable<Event> ListAsync(string? channelId = null, CancellationToken cancellationToken = default) =>
        ListAsync(ApiRequest.Read(ApiPath.Of("events").With("channelId", channelId), channelId), channelId, cancellationToken);

    /// <summary>Lists the events of a live channel.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such channel.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-generaleventlist</remarks>
    public IAsyncEnumerable<Event> ListOfChannelAsync(string channelId, CancellationToken cancellationToken = default) =>
        ListAsync(ApiRequest.Read(ApiPath.Of("channels", channelId, "events"), channelId), channelId, cancellationToken);

    /// <summary>Lists when a live channel went on air and off.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such channel.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-generalpublisheventlist</remarks>
    public IAsyncEnumerable<Event> ListPublishLogAsync(string channelId, CancellationToken cancellationToken = default) =>
        ListAsync(ApiRequest.Read(ApiPath.Of("channels", channelId, "publish-log"), channelId), channelId, cancellationToken);

    /// <summary>Lists the events of a re-stream.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such re-stream.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-restreameventlist</remarks>
    public IAsyncEnumerable<Event> ListOfRestreamAsync(string channelId, CancellationToken cancellationToken = default) =>
        ListAsync(OfRestream(channelId, "events"), channelId, cancellationToken);

    /// <summary>Lists when a re-stream went on air and off.</summary>
    /// <param name="channelId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationException">The call failed, for example because there is no such re-stream.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-restreampublisheventlist</remarks>
    public IAsyncEnumerable<Event> ListRestreamPublishLogAsync(string channelId, CancellationToken cancellationToken = default) =>
        ListAsync(OfRestream(channelId, "publish-log"), channelId, cancellationToken);

    private static ApiRequest OfRestream(string channelId, string list) =>
        ApiRequest.Read(ApiPath.Of("re-stream", "channels", channelId, list), channelId) with { Listing = "Get-LsRestream" };

    private async IAsyncEnumerable<Event> ListAsync(ApiRequest request, string? channelId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (Event item in await _pipeline.SendJsonAsync(request, answer => Read(answer, channelId), cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private IEnumerable<Event> Read(JsonElement answer, string? channelId)
    {
        List<Event> events = Envelope.Items(answer, element => Event.Read(element, channelId));
        if (Envelope.Total(answer) is { } total && total > events.Count)
        {
            // No page describes a way to ask for the rest, and silence would pass for all of it.
            _pipeline.Tell(ApiEventLevel.Warning, string.Format(CultureInfo.InvariantCulture, "The service counts {0} events and sent {1}. No way to ask it for the others is documented.", total, events.Count));
        }

        return EventSpans.Note(events);
    }
}
