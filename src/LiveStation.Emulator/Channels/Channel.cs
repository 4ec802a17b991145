using System;

namespace LiveStation.Emulator;

/// <summary>A live channel. Touched under the lock of the account only.</summary>
internal sealed class Channel : IDelivered
{
    public Channel(string id, long instanceNo, Zone zone, DateTimeOffset created, ChannelLife life, ChannelSettings settings, Cdn cdn)
    {
        Id = id;
        InstanceNo = instanceNo;
        Zone = zone;
        Created = created;
        Life = life;
        Settings = settings;
        Cdn = cdn;
        Life.WentOffAir += _ =>
        {
            IsOnBackupStream = false;
            HasBackupStream = false;
            Incoming = null;
        };
    }

    public string Id { get; }

    public long InstanceNo { get; }

    public Zone Zone { get; }

    public DateTimeOffset Created { get; }

    public ChannelLife Life { get; }

    public ChannelSettings Settings { get; set; }

    public Cdn Cdn { get; set; }

    /// <summary>The stream that is on air, or was the last time; 0 before the first.</summary>
    public long StreamSeq { get; set; }

    public bool IsOnBackupStream { get; private set; }

    /// <summary>Whether an encoder sends the backup stream.</summary>
    public bool HasBackupStream { get; set; }

    /// <summary>What the encoder sends; null for what the quality set asks for.</summary>
    public IncomingStream? Incoming { get; set; }

    /// <summary>Set by the area of recordings.</summary>
    public bool IsRecording { get; set; }

    /// <summary>The snapshot that is valid, if any, and until when. Set by the area of short clips.</summary>
    public (long Id, DateTimeOffset Expires)? Snapshot { get; set; }

    /// <summary>Where its events are posted; empty for where all others are. Set by the area of events.</summary>
    public string CallbackEndpoint { get; set; } = "";

    /// <summary>Set by the area of notifications.</summary>
    public Alerts Alerts { get; set; } = Alerts.Usual;

    public string StatusAt(DateTimeOffset now) => Life.StatusAt(now);

    public void SwitchStream() => IsOnBackupStream = !IsOnBackupStream;
}
