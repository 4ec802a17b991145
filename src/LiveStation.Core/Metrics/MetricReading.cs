using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>One reading of the figures of an account: a call for its channels, and for each that is on air or was named what is to be known of it. Calls that fail are kept beside the figures.</summary>
public sealed class MetricReading
{
    private readonly LiveStationClient _client;
    private readonly int _atOnce;
    private readonly TimeProvider _time;
    private readonly List<Metric> _metrics = [];
    private readonly List<(string? ChannelId, LiveStationException Failure)> _failures = [];
    private readonly Dictionary<long, Task<QualitySet>> _sets = [];

    private MetricReading(LiveStationClient client, int atOnce, TimeProvider time)
    {
        _client = client;
        _atOnce = atOnce;
        _time = time;
    }

    /// <summary>The figures: those of the account, then those of each channel.</summary>
    public IReadOnlyList<Metric> Metrics => _metrics;

    /// <summary>What could not be read, by the channel that it is about; null for all.</summary>
    public IReadOnlyList<(string? ChannelId, LiveStationException Failure)> Failures => _failures;

    /// <summary>Reads the figures.</summary>
    /// <param name="client">The account.</param>
    /// <param name="channelIds">Only of these channels; null for all.</param>
    /// <param name="atOnce">How many channels are asked about at once.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was read. No failure of a call is thrown: where the service is down, that is a figure.</returns>
    public static async Task<MetricReading> ReadAsync(LiveStationClient client, IReadOnlyCollection<string>? channelIds = null, int atOnce = 8, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        if (client is null)
        {
            throw new ArgumentNullException(nameof(client));
        }

        MetricReading reading = new(client, atOnce, time ?? TimeProvider.System);
        await reading.ReadAllAsync(channelIds, cancellationToken).ConfigureAwait(false);
        return reading;
    }

    private async Task ReadAllAsync(IReadOnlyCollection<string>? channelIds, CancellationToken cancellationToken)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Task<ConnectionTest> connection = _client.TestAsync(cancellationToken);
        List<Channel> channels = [];
        bool isUp = await ListAsync(channels, channelIds, cancellationToken).ConfigureAwait(false);
        List<Metric>[] ofChannels = await SideBySideAsync(channels, channel => OfChannelAsync(channel, cancellationToken)).ConfigureAwait(false);
        ConnectionTest test = await connection.ConfigureAwait(false);

        _metrics.Add(MetricKind.Up.Of(isUp ? 1 : 0));
        _metrics.Add(MetricKind.ReadErrors.Of(_failures.Count));
        _metrics.Add(MetricKind.ReadTime.Of(MetricKind.Seconds(_time.GetUtcNow().UtcDateTime)));
        _metrics.Add(MetricKind.ReadDuration.Of(Math.Round(watch.Elapsed.TotalSeconds, 3)));
        if (test.Latency is { } latency)
        {
            _metrics.Add(MetricKind.Latency.Of(Math.Round(latency.TotalSeconds, 4)));
        }

        if (test.ClockOffset is { } offset)
        {
            _metrics.Add(MetricKind.ClockOffset.Of(Math.Truncate(offset.TotalSeconds) + 0.0));
        }

        if (channelIds is null && isUp)
        {
            _metrics.AddRange(ByStatus(channels.Select(StatusOf), LivingStates).Select(static pair => MetricKind.Channels.Of(pair.Count, null, pair.Status)));
        }

        _metrics.AddRange(ofChannels.SelectMany(static list => list));
    }

    // A channel that is not there is a failure of its own.
    private async Task<bool> ListAsync(List<Channel> channels, IReadOnlyCollection<string>? ids, CancellationToken cancellationToken)
    {
        if (ids is not null)
        {
            Channel?[] found = await SideBySideAsync([.. ids], id => TryAsync(id, () => _client.Channels.GetAsync(id, cancellationToken))).ConfigureAwait(false);
            channels.AddRange(found.OfType<Channel>());
            return ids.Count == 0 || channels.Count > 0 || _failures.Exists(static failure => failure.Failure.Kind == ErrorKind.NotFound);
        }

        try
        {
            await foreach (Channel channel in _client.Channels.ListAsync(null, cancellationToken).ConfigureAwait(false))
            {
                // What is deleted stays in the list, and would stay in the figures for ever.
                if (channel.ChannelStatus is not (LiveStation.ChannelStatus.Deleted or LiveStation.ChannelStatus.ForceDeleted))
                {
                    channels.Add(channel);
                }
            }

            return true;
        }
        catch (LiveStationException e)
        {
            _failures.Add((null, e));
            return false;
        }
    }

    private async Task<List<Metric>> OfChannelAsync(Channel channel, CancellationToken cancellationToken)
    {
        bool isOnAir = channel.ChannelStatus == LiveStation.ChannelStatus.Publishing;
        List<Metric?> metrics =
        [
            .. ByStatus([StatusOf(channel)], LivingStates).Select(pair => MetricKind.ChannelStatus.Of(pair.Count, channel, pair.Status)),
            MetricKind.OnAir.Of(isOnAir ? 1 : 0, channel),
            MetricKind.OnAirSince.Of(channel.OnAirSince is { } since ? MetricKind.Seconds(since) : null, channel),
            MetricKind.AirTime.Of(channel.TotalPublishTime?.TotalSeconds, channel),
            MetricKind.IsRecording.Of(channel.IsRecording is { } isRecording ? isRecording ? 1 : 0 : null, channel),
            MetricKind.CdnRunning.Of(channel.Cdn is { } cdn ? cdn.Status == CdnStatus.Running ? 1 : 0 : null, channel),
        ];
        string id = channel.ChannelId ?? "";
        Task<QualitySet?> set = isOnAir && channel.QualitySetId is > 0 and long setId ? TryAsync(id, () => SetAsync(setId, cancellationToken)) : Task.FromResult<QualitySet?>(null);
        Task<StreamMetadata?> stream = isOnAir ? TryAsync(id, () => _client.Channels.GetStreamMetadataAsync(id, cancellationToken)) : Task.FromResult<StreamMetadata?>(null);
        List<Metric>? recordings = await TryAsync(id, () => RecordingsAsync(channel, cancellationToken)).ConfigureAwait(false);
        if (await stream.ConfigureAwait(false) is { } comes)
        {
            StreamVerdict verdict = StreamVerdict.Of(comes, await set.ConfigureAwait(false));
            metrics.AddRange(
            [
                MetricKind.VideoRate.Of(comes.VideoBitrate / 8d, channel),
                MetricKind.AudioRate.Of(comes.AudioBitrate / 8d, channel),
                MetricKind.Fps.Of(comes.VideoFps, channel),
                MetricKind.Width.Of(comes.VideoWidth, channel),
                MetricKind.Height.Of(comes.VideoHeight, channel),
                MetricKind.AskedRate.Of(verdict.Asked?.VideoBitrate / 8d, channel),
                MetricKind.AskedFps.Of(verdict.Asked?.Fps, channel),
                MetricKind.Weak.Of(verdict.Asked is null ? null : verdict.IsWeak ? 1 : 0, channel),
            ]);
        }

        await set.ConfigureAwait(false);
        return [.. metrics.OfType<Metric>(), .. recordings ?? []];
    }

    private async Task<List<Metric>> RecordingsAsync(Channel channel, CancellationToken cancellationToken)
    {
        List<string> states = [];
        DateTime? expiry = null;
        await foreach (Recording recording in _client.Recordings.ListAsync(channel.ChannelId!, cancellationToken).ConfigureAwait(false))
        {
            states.Add(recording.StatusText ?? "unknown");
            if (recording.TimeLeft is not null && !(recording.ShouldDeleteTime >= expiry))
            {
                expiry = recording.ShouldDeleteTime;
            }
        }

        return
        [
            .. ByStatus(states, WireStates<RecordStatus>()).Select(pair => MetricKind.Recordings.Of(pair.Count, channel, pair.Status)),
            .. expiry is { } first ? [MetricKind.Expiry.Of(MetricKind.Seconds(first), channel)] : Array.Empty<Metric>(),
        ];
    }

    private Task<QualitySet> SetAsync(long id, CancellationToken cancellationToken)
    {
        lock (_sets)
        {
            if (!_sets.TryGetValue(id, out Task<QualitySet>? set))
            {
                _sets.Add(id, set = _client.Qualities.GetSetAsync(id, cancellationToken));
            }

            return set;
        }
    }

    private async Task<TResult[]> SideBySideAsync<T, TResult>(IReadOnlyList<T> items, Func<T, Task<TResult>> work)
    {
        TResult[] results = new TResult[items.Count];
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(_atOnce, items.Count)).Select(async _ =>
        {
            for (int i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
            {
                results[i] = await work(items[i]).ConfigureAwait(false);
            }
        })).ConfigureAwait(false);
        return results;
    }

    private async Task<T?> TryAsync<T>(string channelId, Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (LiveStationException e)
        {
            lock (_failures)
            {
                _failures.Add((channelId, e));
            }

            return null;
        }
    }

    // Deleted channels are not read.
    private static IEnumerable<string> LivingStates => WireStates<ChannelStatus>().Where(static name => name != "DELETED" && name != "FORCE_DELETED");

    private static IEnumerable<string> WireStates<T>()
        where T : struct, Enum => ((T[])Enum.GetValues(typeof(T))).Select(static value => WireNames<T>.Write(value)).OfType<string>();

    private static string StatusOf(Channel channel) => WireNames<ChannelStatus>.Write(channel.ChannelStatus) ?? channel.ChannelStatusText ?? "unknown";

    // Also what nothing is in, so that a series does not end where the last thing leaves a state.
    private static IEnumerable<(string Status, int Count)> ByStatus(IEnumerable<string> states, IEnumerable<string> known)
    {
        Dictionary<string, int> counts = known.ToDictionary(static name => name, static _ => 0, StringComparer.Ordinal);
        foreach (string state in states)
        {
            counts[state] = counts.TryGetValue(state, out int count) ? count + 1 : 1;
        }

        return counts.Select(static pair => (pair.Key, pair.Value));
    }
}
