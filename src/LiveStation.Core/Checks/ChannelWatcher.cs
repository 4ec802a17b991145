using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Looks at channels again and again, with as few calls as that takes: one for the list, one for the events, one for each stream that
/// comes in. What does not change by itself is asked once.
/// </summary>
internal sealed class ChannelWatcher
{
    // How long an end, or a failure, is news.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private readonly IReadOnlyList<string>? _ids;
    private readonly TimeProvider _time;
    private readonly Dictionary<long, QualitySet?> _sets = [];
    private readonly Dictionary<string, Memory> _memories = new(StringComparer.Ordinal);

    /// <summary>Makes one; asks nothing yet.</summary>
    /// <param name="ids">Only these channels; null for all that are not deleted.</param>
    /// <param name="time">The clock.</param>
    public ChannelWatcher(IReadOnlyList<string>? ids, TimeProvider time)
    {
        _ids = ids;
        _time = time;
    }

    /// <summary>Looks once.</summary>
    /// <param name="client">The account.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The channels; of one that gave no answer what was known of it, with that as its trouble.</returns>
    /// <exception cref="LiveStationException">No channel could be seen at all.</exception>
    public async Task<IReadOnlyList<WatchedChannel>> LookAsync(LiveStationClient client, CancellationToken cancellationToken)
    {
        Task<Dictionary<string, Event>> events = TryAsync(() => LastEventsAsync(client, cancellationToken), static () => []);
        List<(string Id, Channel? Channel, LiveStationException? Failure)> channels = await ChannelsAsync(client, cancellationToken).ConfigureAwait(false);
        await RememberSetsAsync(client, channels.Select(static it => it.Channel).OfType<Channel>().Where(IsOnAir), cancellationToken).ConfigureAwait(false);
        Task<WatchedChannel>[] seen = [.. channels.Select(async it =>
        {
            Event? last = (await events.ConfigureAwait(false)).TryGetValue(it.Id, out Event? found) ? found : null;
            return it.Channel is { } channel ? await SeeAsync(client, it.Id, channel, last, cancellationToken).ConfigureAwait(false) : Unheard(it.Id, it.Failure!);
        })];
        return await Task.WhenAll(seen).ConfigureAwait(false);
    }

    private async Task<List<(string, Channel?, LiveStationException?)>> ChannelsAsync(LiveStationClient client, CancellationToken cancellationToken)
    {
        if (_ids is not null)
        {
            (string, Channel?, LiveStationException?)[] asked = await Task.WhenAll(_ids.Select(id => GetAsync(client, id, cancellationToken))).ConfigureAwait(false);
            return asked.Length > 0 && Array.TrueForAll(asked, static it => it.Item2 is null) ? throw asked[0].Item3! : [.. asked];
        }

        List<(string, Channel?, LiveStationException?)> channels = [];
        await foreach (Channel channel in client.Channels.ListAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (channel is { ChannelId: { } id, ChannelStatus: not (ChannelStatus.Deleted or ChannelStatus.ForceDeleted) })
            {
                channels.Add((id, channel, null));
            }
        }

        // Lists do not say whether the backup stream is the one on air.
        (string, Channel?, LiveStationException?)[] whole = await Task.WhenAll(channels.Select(it => IsOnAir(it.Item2!) && it.Item2!.IsStreamFailOver == true ? GetAsync(client, it.Item1, cancellationToken) : Task.FromResult(it))).ConfigureAwait(false);
        return [.. whole.Zip(channels, static (one, listed) => one.Item2 is null ? listed : one)];
    }

    private static async Task<(string, Channel?, LiveStationException?)> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken)
    {
        try
        {
            return (id, await client.Channels.GetAsync(id, cancellationToken).ConfigureAwait(false), null);
        }
        catch (LiveStationException e) when (e.Kind is not (ErrorKind.Authentication or ErrorKind.Credential))
        {
            return (id, null, e);
        }
    }

    private async Task<Dictionary<string, Event>> LastEventsAsync(LiveStationClient client, CancellationToken cancellationToken)
    {
        Dictionary<string, Event> last = new(StringComparer.Ordinal);

        // Oldest first, so that the last one stays.
        await foreach (Event item in client.Events.ListAsync(_ids?.Count == 1 ? _ids[0] : null, cancellationToken).ConfigureAwait(false))
        {
            if (item.ChannelId is { } id)
            {
                last[id] = item;
            }
        }

        return last;
    }

    private async Task RememberSetsAsync(LiveStationClient client, IEnumerable<Channel> channels, CancellationToken cancellationToken)
    {
        foreach (long id in channels.Select(static channel => channel.QualitySetId).OfType<long>().Where(id => !_sets.ContainsKey(id)).Distinct().ToArray())
        {
            if (await TryAsync<QualitySet?>(async () => await client.Qualities.GetSetAsync(id, cancellationToken).ConfigureAwait(false), static () => null).ConfigureAwait(false) is { } set)
            {
                _sets[id] = set;
            }
        }
    }

    private async Task<WatchedChannel> SeeAsync(LiveStationClient client, string id, Channel channel, Event? last, CancellationToken cancellationToken)
    {
        Memory memory = MemoryOf(id);
        bool isOnAir = IsOnAir(channel);
        Task<StreamMetadata?> stream = isOnAir ? TryAsync<StreamMetadata?>(async () => await client.Channels.GetStreamMetadataAsync(id, cancellationToken).ConfigureAwait(false), static () => null) : Task.FromResult<StreamMetadata?>(null);
        if (channel.IsRecording != true)
        {
            memory.RecordingSince = null;
        }
        else
        {
            memory.RecordingSince ??= await TryAsync(() => RecordingSinceAsync(client, id, cancellationToken), static () => null).ConfigureAwait(false);
        }

        QualitySet? set = channel.QualitySetId is { } setId && _sets.TryGetValue(setId, out QualitySet? known) ? known : null;
        StreamVerdict? verdict = await stream.ConfigureAwait(false) is { } comes ? StreamVerdict.Of(comes, set) : null;
        DateTimeOffset now = _time.GetUtcNow();
        memory.OffAirSince = isOnAir ? null : memory.WasOnAir ? now : memory.OffAirSince;
        memory.WasOnAir = isOnAir;
        return memory.Seen = new WatchedChannel
        {
            SeenTime = now.LocalDateTime,
            ChannelId = id,
            ChannelName = channel.ChannelName,
            ChannelStatus = channel.ChannelStatus,
            ChannelStatusText = channel.ChannelStatusText,
            OnAirSince = channel.OnAirSince,
            VideoBitrate = verdict?.Stream.VideoBitrate,
            VideoFps = verdict?.Stream.VideoFps,
            AskedBitrate = verdict?.Asked?.VideoBitrate,
            AskedFps = verdict?.Asked?.Fps,
            IsRecording = channel.IsRecording,
            RecordingSince = memory.RecordingSince,
            LastEvent = last?.EventCodeText,
            LastEventTime = last?.Timestamp,
            IsWeak = verdict?.IsWeak == true,
            Trouble = Join(Troubles(channel, verdict, memory, last, now)),
        };
    }

    // The gravest first: a narrow table shows no more.
    private static IEnumerable<string> Troubles(Channel channel, StreamVerdict? verdict, Memory memory, Event? last, DateTimeOffset now)
    {
        if (channel.ChannelStatus is ChannelStatus.Block or ChannelStatus.ForceBlock)
        {
            yield return "stopped";
        }

        if (memory.OffAirSince is { } end && now - end < Fresh)
        {
            yield return string.Format(CultureInfo.InvariantCulture, "off air since {0:HH:mm}", end.LocalDateTime);
        }

        if (verdict?.IsBitrateLow == true)
        {
            yield return "low bit rate";
        }

        if (verdict?.IsFpsLow == true)
        {
            yield return "low frame rate";
        }

        if (verdict?.IsSmall == true)
        {
            yield return "small picture";
        }

        if (channel.IsPublishingBackUp == true)
        {
            yield return "on backup stream";
        }

        if (IsOnAir(channel) && channel is { IsRecording: false, RecordType: RecordSaveType.AutoUpload or RecordSaveType.ManualUpload })
        {
            yield return "not recording";
        }

        if (channel.Cdn is { InstanceNo: not 0, Status: not (CdnStatus.Running or CdnStatus.Unknown) } cdn)
        {
            yield return $"CDN {cdn.StatusName}";
        }

        if (last is { LogLevel: LogLevel.Error, Timestamp: { } time } && now - time.ToUniversalTime() < Fresh)
        {
            yield return last.EventCodeText ?? "error";
        }
    }

    private WatchedChannel Unheard(string id, LiveStationException failure)
    {
        WatchedChannel before = MemoryOf(id).Seen ?? new WatchedChannel { ChannelId = id };
        string trouble = failure.Kind == ErrorKind.NotFound ? "not there" : "no answer";
        return new WatchedChannel
        {
            SeenTime = before.SeenTime,
            ChannelId = id,
            ChannelName = before.ChannelName,
            ChannelStatus = before.ChannelStatus,
            ChannelStatusText = before.ChannelStatusText,
            OnAirSince = before.OnAirSince,
            IsRecording = before.IsRecording,
            RecordingSince = before.RecordingSince,
            LastEvent = before.LastEvent,
            LastEventTime = before.LastEventTime,
            Trouble = trouble,
        };
    }

    private static async Task<DateTime?> RecordingSinceAsync(LiveStationClient client, string id, CancellationToken cancellationToken)
    {
        DateTime? since = null;
        await foreach (Recording recording in client.Recordings.ListAsync(id, cancellationToken).ConfigureAwait(false))
        {
            since = recording.Status == RecordStatus.Recording ? recording.RecordBeginTime : since;
        }

        return since;
    }

    private Memory MemoryOf(string id)
    {
        lock (_memories)
        {
            if (!_memories.TryGetValue(id, out Memory? memory))
            {
                _memories.Add(id, memory = new Memory());
            }

            return memory;
        }
    }

    private static bool IsOnAir(Channel channel) => channel.ChannelStatus == ChannelStatus.Publishing;

    private static string? Join(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } text ? text : null;

    // What is beside the channel itself may fail for a moment: the next look is near.
    private static async Task<T> TryAsync<T>(Func<Task<T>> ask, Func<T> without)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (LiveStationException e) when (e.Kind is not (ErrorKind.Authentication or ErrorKind.Credential))
        {
            return without();
        }
    }

    private sealed class Memory
    {
        public WatchedChannel? Seen { get; set; }

        public DateTime? RecordingSince { get; set; }

        public bool WasOnAir { get; set; }

        public DateTimeOffset? OffAirSince { get; set; }
    }
}
