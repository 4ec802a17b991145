using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The recordings of each channel, and the recorder, which follows the channels on air and off.</summary>
internal sealed class RecordingState
{
    private readonly Pace _pace;
    private readonly Dictionary<string, RecordingShelf> _shelves = new(StringComparer.Ordinal);
    private readonly Counter _ids = new(2_700_000);
    private readonly Counter _sequences = new(104_100);

    public RecordingState(Pace pace, ChannelState channels)
    {
        _pace = pace;
        Channels = channels;
        channels.WentOnAir += (channel, now) =>
        {
            if (channel.Settings.ImmediateOnAir && channel.Settings.Record.Type != RecordSetting.NoRecord)
            {
                Start(channel, now);
            }
        };
        channels.WentOffAir += (channel, now) => Stop(channel, now);
    }

    /// <summary>Told after recording began.</summary>
    public event Action<Channel, DateTimeOffset>? Began;

    /// <summary>Told after the recording of a channel has stopped, with what it has made; with nothing where none ran.</summary>
    public event Action<Channel, IReadOnlyList<Recording>, DateTimeOffset>? Stopped;

    /// <summary>Told after a recording was stopped, or asked to be uploaded, or failed. What it does by itself shows when it is looked at.</summary>
    public event Action<Recording, DateTimeOffset>? Moved;

    public ChannelState Channels { get; }

    public int Count => _shelves.Values.Sum(shelf => shelf.Count);

    /// <summary>The recordings of all channels, as they stand now.</summary>
    public IEnumerable<Recording> All(DateTimeOffset now) => _shelves.Values.SelectMany(shelf => shelf.Snapshot(now));

    /// <summary>The recordings of a channel; an empty shelf when there are none.</summary>
    public RecordingShelf Of(Channel channel)
    {
        if (!_shelves.TryGetValue(channel.Id, out RecordingShelf? shelf))
        {
            _shelves[channel.Id] = shelf = new RecordingShelf(_pace);
        }

        return shelf;
    }

    /// <summary>The shelf of the channel that has this recording, or null.</summary>
    public RecordingShelf? Holding(long recordId) => _shelves.Values.FirstOrDefault(shelf => shelf.Holds(recordId));

    public IReadOnlyList<Recording> Start(Channel channel, DateTimeOffset now)
    {
        RecordSetting setting = channel.Settings.Record;
        long sequence = _sequences.Next();
        List<Recording> started = setting.FileTypes
            .Select(type => new Recording(_ids.Next(), channel.Id, type, channel.Settings.QualitySet.Best)
            {
                Status = RecordingStatus.Recording,
                RecordSeq = sequence,
                StreamSeq = channel.StreamSeq,
                Begin = now,
                Created = now,
                Target = setting.Type == RecordSetting.AutoUpload
                    ? new UploadTarget(channel.Zone.StorageHost, setting.BucketName!, setting.FilePath!)
                    : null,
            })
            .ToList();
        started.ForEach(Of(channel).Add);
        channel.IsRecording = true;
        Began?.Invoke(channel, now);
        return started;
    }

    /// <summary>What has been recorded; nothing when no recording runs.</summary>
    public IReadOnlyList<Recording> Stop(Channel channel, DateTimeOffset now)
    {
        channel.IsRecording = false;
        IReadOnlyList<Recording> stopped = Of(channel).StopRunning(now);
        Stopped?.Invoke(channel, stopped, now);
        foreach (Recording recording in stopped)
        {
            Tell(recording, now);
        }

        return stopped;
    }

    public void Tell(Recording recording, DateTimeOffset now) => Moved?.Invoke(recording, now);

    /// <summary>Adds a recording of about an hour that is in this state.</summary>
    public Recording AddOld(Channel channel, string status, string type, DateTimeOffset shouldDelete, string? fileName = null)
    {
        long id = _ids.Next();
        DateTimeOffset created = shouldDelete - _pace.Retention;

        // Lengths that differ, and the same ones every time.
        TimeSpan length = TimeSpan.FromMilliseconds(3_300_000 + (id * 7919 % 600_000));
        bool isUploaded = RecordingStatus.Uploaded.Contains(status);
        bool isUploadable = RecordingStatus.Uploadable.Contains(status);
        Recording recording = new(id, channel.Id, type, channel.Settings.QualitySet.Best)
        {
            Status = status,
            RecordSeq = _sequences.Next(),
            StreamSeq = Channels.NextStream(),
            Begin = created - length,
            Created = created,
            Length = length,
            GivenName = fileName,
            ShouldDelete = isUploaded || isUploadable || status == RecordingStatus.Deleted ? shouldDelete : null,
            Target = isUploaded ? new UploadTarget(channel.Zone.StorageHost, "show-archive", "") : null,

            // What is ready or failed goes when its time is over; the rest stays as it is.
            Due = isUploadable ? shouldDelete : null,
        };
        Of(channel).Add(recording);
        return recording;
    }
}
