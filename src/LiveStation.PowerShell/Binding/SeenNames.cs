using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>What a context has seen lately, for tab completion. Bounded, so that a list of a million recordings leaves no trace in memory.</summary>
internal sealed class SeenNames
{
    private readonly object _lock = new();
    private readonly Recent<string, string> _channels = new(2000, StringComparer.Ordinal);
    private readonly Recent<long, string> _recordings = new(200, EqualityComparer<long>.Default);
    private readonly Recent<string, string> _buckets = new(100, StringComparer.Ordinal);

    /// <summary>Whether all channels were asked for, so that completion need not ask any more.</summary>
    public bool HasListedChannels { get; set; }

    /// <summary>Remembers the names in an object that a cmdlet writes.</summary>
    public void Note(object? item)
    {
        lock (_lock)
        {
            switch (item)
            {
                case Channel { ChannelId: { } id } channel:
                    _channels.Add(id, $"{channel.ChannelName} ({channel.ChannelStatusText})");
                    NoteBucket(channel.BucketName);
                    break;
                case Recording recording:
                    _recordings.Add(recording.RecordId, $"{recording.ChannelId} {recording.FileName} ({recording.StatusText})");
                    break;
                case RecordingUpload upload:
                    NoteBucket(upload.BucketName);
                    break;
            }
        }
    }

    /// <summary>A channel as questions to the user name it: with its name, where that was seen.</summary>
    public string Describe(string channelId)
    {
        lock (_lock)
        {
            return _channels.TryGet(channelId, out string? seen) ? $"{channelId} {seen}" : channelId;
        }
    }

    /// <summary>A recording as questions to the user name it: with its file and state, where those were seen.</summary>
    public string Describe(string channelId, long recordId)
    {
        lock (_lock)
        {
            string name = RecordingWait.Name(channelId, recordId);
            return _recordings.TryGet(recordId, out string? seen) && seen!.StartsWith(channelId + " ", StringComparison.Ordinal) ? name + seen.Substring(channelId.Length) : name;
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> Channels => Copy(_channels);

    public IReadOnlyList<KeyValuePair<long, string>> Recordings => Copy(_recordings);

    public IReadOnlyList<KeyValuePair<string, string>> Buckets => Copy(_buckets);

    private void NoteBucket(string? bucket)
    {
        if (bucket is not null)
        {
            _buckets.Add(bucket, "bucket");
        }
    }

    private IReadOnlyList<KeyValuePair<TKey, string>> Copy<TKey>(Recent<TKey, string> recent)
        where TKey : notnull
    {
        lock (_lock)
        {
            return recent.ToArray();
        }
    }

    private sealed class Recent<TKey, TValue>(int capacity, IEqualityComparer<TKey> comparer)
        where TKey : notnull
    {
        private readonly Dictionary<TKey, TValue> _values = new(comparer);
        private readonly Queue<TKey> _order = new();

        public void Add(TKey key, TValue value)
        {
            if (!_values.ContainsKey(key))
            {
                _order.Enqueue(key);
                if (_order.Count > capacity)
                {
                    _values.Remove(_order.Dequeue());
                }
            }

            _values[key] = value;
        }

        public bool TryGet(TKey key, out TValue? value) => _values.TryGetValue(key, out value);

        public KeyValuePair<TKey, TValue>[] ToArray() => [.. _values];
    }
}
