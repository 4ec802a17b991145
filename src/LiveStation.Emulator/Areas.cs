using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>The areas of the service, each resting on those before it.</summary>
internal sealed class Areas
{
    public Areas(Account account, TimeProvider time)
    {
        Qualities = new QualityArea(account);
        Channels = new ChannelArea(account, Qualities.State);
        Recordings = new RecordingArea(account, Channels.State);
        ShortClips = new ShortClipArea(account, Recordings.State);
        Curtain = new CurtainArea(account, Recordings.State);
        Restream = new RestreamArea(account, Channels.State);
        Vod = new VodArea(account, Channels.State, Qualities.State);
        Events = new EventArea(account, time, Channels.State, Restream.State, Vod.State, Recordings.State);
        Notifications = new NotificationArea(account, Channels.State);
        All = [Qualities, Channels, Recordings, ShortClips, Curtain, Restream, Vod, Events, Notifications];
    }

    public QualityArea Qualities { get; }

    public ChannelArea Channels { get; }

    public RecordingArea Recordings { get; }

    public ShortClipArea ShortClips { get; }

    public CurtainArea Curtain { get; }

    public RestreamArea Restream { get; }

    public VodArea Vod { get; }

    public EventArea Events { get; }

    public NotificationArea Notifications { get; }

    /// <summary>In this order they begin.</summary>
    public IReadOnlyList<IArea> All { get; }

    /// <summary>Makes what the service starts with. Under the lock of the account.</summary>
    public void Seed(DateTimeOffset now)
    {
        foreach (IArea area in All)
        {
            area.Seed(now);
        }
    }
}
