using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>A live channel: its state, and its recordings. Touched under the lock of the account only.</summary>
internal sealed class Channel
{
    private readonly Numbers _numbers;
    private readonly DateTimeOffset _readyFrom;
    private TimeSpan _pastAirTime;
    private string _status = ChannelStatus.Ready;

    public Channel(string id, ChannelSettings settings, Cdn cdn, Zone zone, DateTimeOffset created, DateTimeOffset readyFrom, Pace pace, Numbers numbers)
    {
        Id = id;
        Settings = settings;
        Cdn = cdn;
        Zone = zone;
        Created = created;
        InstanceNo = numbers.NextInstance();
        Recordings = new RecordingShelf(pace);
        _readyFrom = readyFrom;
        _numbers = numbers;
    }

    public string Id { get; }

    public long InstanceNo { get; }

    public Zone Zone { get; }

    public DateTimeOffset Created { get; }

    public ChannelSettings Settings { get; set; }

    public Cdn Cdn { get; set; }

    public RecordingShelf Recordings { get; }

    public DateTimeOffset? OnAirSince { get; private set; }

    public bool IsOnBackupStream { get; private set; }

    public bool IsOnAir => _status == ChannelStatus.Publishing;

    public bool IsGone => _status is ChannelStatus.Deleted or ChannelStatus.ForceDeleted;

    public bool IsRecording => Recordings.IsRunning;

    public string StatusAt(DateTimeOffset now) =>
        _status == ChannelStatus.Ready && now < _readyFrom ? ChannelStatus.Creating : _status;

    public TimeSpan AirTimeAt(DateTimeOffset now) => IsOnAir ? _pastAirTime + (now - OnAirSince!.Value) : _pastAirTime;

    public void StartPublishing(DateTimeOffset now)
    {
        _status = ChannelStatus.Publishing;
        OnAirSince = now;
        _numbers.NextStream();
        if (Settings.ImmediateOnAir && Settings.Record.Type != RecordSetting.NoRecord)
        {
            StartRecording(now);
        }
    }

    public void StopPublishing(DateTimeOffset now)
    {
        if (!IsOnAir)
        {
            return;
        }

        StopRecording(now);
        _pastAirTime = AirTimeAt(now);
        _status = ChannelStatus.Ready;
        IsOnBackupStream = false;
    }

    public void Block(DateTimeOffset now)
    {
        StopPublishing(now);
        _status = ChannelStatus.Block;
    }

    public void Unblock()
    {
        if (_status == ChannelStatus.Block)
        {
            _status = ChannelStatus.Ready;
        }
    }

    /// <summary>Deletes the channel for good, by its owner or by the platform. Its recordings live on until their time is over.</summary>
    public void Delete(DateTimeOffset now, string status)
    {
        if (!IsGone)
        {
            StopPublishing(now);
            _status = status;
        }
    }

    public void SwitchStream() => IsOnBackupStream = !IsOnBackupStream;

    public IReadOnlyList<Recording> StartRecording(DateTimeOffset now)
    {
        RecordSetting setting = Settings.Record;
        long sequence = _numbers.NextRecordSequence();
        List<Recording> started = setting.FileTypes
            .Select(type => new Recording(_numbers.NextRecord(), Id, type, Settings.Quality.Best)
            {
                Status = RecordingStatus.Recording,
                RecordSeq = sequence,
                StreamSeq = _numbers.Stream,
                Begin = now,
                Created = now,
                Target = setting.Type == RecordSetting.AutoUpload
                    ? new UploadTarget(Zone.StorageHost, setting.BucketName!, setting.FilePath!)
                    : null,
            })
            .ToList();
        started.ForEach(Recordings.Add);
        return started;
    }

    public IReadOnlyList<Recording> StopRecording(DateTimeOffset now) => Recordings.StopRunning(now);
}
