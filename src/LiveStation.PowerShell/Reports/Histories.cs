using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Recordings and events as they come down a pipeline, by channel, with the account that they came from.</summary>
internal sealed class Histories
{
    /// <summary>What is shorter is no gap: recording begins some seconds after publishing.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, (ChannelHistory History, object? Origin, bool IsNamed)> _byChannel = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether recordings and events are kept as they come, for somebody who shows them.</summary>
    public bool Keeps { get; init; }

    /// <summary>The channels, in the order in which they were met, and whether they were named as channels.</summary>
    public IEnumerable<(ChannelHistory History, object? Origin, bool IsNamed)> All => _byChannel.Values;

    /// <summary>Whether an id comes for the first time.</summary>
    public bool IsNew(string channelId) => _seen.Add(channelId);

    /// <summary>Adds a channel of which nothing is known yet.</summary>
    public void Name(string channelId, object? origin)
    {
        ChannelHistory history = Of(channelId, origin);
        _byChannel[channelId] = (history, origin, true);
    }

    /// <summary>Adds a recording or an event.</summary>
    /// <returns>Whether it could be: a recording without its channel cannot.</returns>
    public bool Add(ServiceRecord thing)
    {
        switch (thing)
        {
            case Recording { ChannelId: { } id } recording:
                Of(id, thing.Origin).Add(recording);
                return true;
            case Event item:
                if (item.ChannelId is { } channelId)
                {
                    Of(channelId, thing.Origin).Add(item, Keeps);
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>What follows from the history of a channel, once what was not given of it has been asked for.</summary>
    /// <param name="history">What was given.</param>
    /// <param name="client">Who is asked.</param>
    /// <param name="mayBeOther">Whether events alone name it, so that it may be no live channel: nothing follows then.</param>
    /// <param name="then">What follows.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public static async IAsyncEnumerable<T> FilledAsync<T>(ChannelHistory history, LiveStationClient? client, bool mayBeOther, Func<ChannelHistory, IEnumerable<T>> then, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!history.HasRecordings)
        {
            IAsyncEnumerator<Recording> recordings = client!.Recordings.ListAsync(history.ChannelId, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (recordings.ConfigureAwait(false))
            {
                while (true)
                {
                    try
                    {
                        if (!await recordings.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                    catch (LiveStationException e) when (e.Kind == ErrorKind.NotFound && mayBeOther)
                    {
                        // A re-stream or a VOD2LIVE channel: these go on air too, and are not recorded.
                        yield break;
                    }

                    history.Add(recordings.Current);
                }
            }
        }

        if (!history.HasBroadcasts)
        {
            await foreach (Event item in client!.Events.ListPublishLogAsync(history.ChannelId, cancellationToken).ConfigureAwait(false))
            {
                history.Add(item);
            }
        }

        foreach (T one in then(history))
        {
            yield return one;
        }
    }

    private ChannelHistory Of(string channelId, object? origin)
    {
        if (!_byChannel.TryGetValue(channelId, out (ChannelHistory History, object? Origin, bool IsNamed) known))
        {
            _byChannel.Add(channelId, known = (new ChannelHistory(channelId) { Keeps = Keeps }, origin, false));
        }

        return known.History;
    }
}
