using System;

namespace LiveStation.Emulator;

/// <summary>A VOD2LIVE channel. Touched under the lock of the account only.</summary>
internal sealed class VodChannel(string id, long instanceNo, Zone zone, DateTimeOffset created, ChannelLife life, ChannelSettings settings, Cdn cdn) : IDelivered
{
    private ChannelSettings _settings = settings;

    public string Id { get; } = id;

    public long InstanceNo { get; } = instanceNo;

    public Zone Zone { get; } = zone;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Updated { get; private set; } = created;

    public ChannelLife Life { get; } = life;

    public ChannelSettings Settings => _settings;

    public Cdn Cdn { get; set; } = cdn;

    /// <summary>What it waits for or plays; null for nothing.</summary>
    public VodSchedule? Schedule { get; set; }

    /// <summary>Where its events are posted; empty for where all others are. Set by the area of events.</summary>
    public string CallbackEndpoint { get; set; } = "";

    public string StatusAt(DateTimeOffset now) => Life.StatusAt(now) is var status && status == ChannelStatus.Ready && Schedule is not null ? VodStatus.Reserved : status;

    public void Change(ChannelSettings settings, DateTimeOffset now) => (_settings, Updated) = (settings, now);
}
