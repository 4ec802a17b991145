using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The live channels of the account, and the numbers that they are given.</summary>
internal sealed class ChannelState
{
    private readonly Pace _pace;
    private readonly ChannelIds _ids = new();
    private readonly Counter _instances = new(100_000_000);
    private readonly Counter _cdnInstances = new(11_600);
    private readonly Counter _streams = new(137_400);

    public ChannelState(Pace pace, QualityState qualities)
    {
        _pace = pace;
        qualities.AddUsers(setId => Using(setId).Select(channel => channel.Settings.Name));
        qualities.Changed += Restart;
    }

    /// <summary>Told after a channel has gone on air; it has its stream then.</summary>
    public event Action<Channel, DateTimeOffset>? WentOnAir;

    public event Action<Channel, DateTimeOffset>? WentOffAir;

    /// <summary>Told after anything has happened to a channel, before what follows from it does.</summary>
    public event Action<Channel, ChannelNews, DateTimeOffset>? Happened;

    /// <summary>All channels, also those that are deleted.</summary>
    public Shelf<string, Channel> All { get; } = new(channel => channel.Id, notFoundCode: 250123);

    public long NextStream() => _streams.Next();

    public void Tell(Channel channel, ChannelNews news, DateTimeOffset now) => Happened?.Invoke(channel, news, now);

    /// <summary>An id for a channel of any kind: no two kinds share one.</summary>
    public string NextId(DateTimeOffset now) => _ids.Next(now);

    /// <summary>A number in the bill for a channel of any kind.</summary>
    public long NextInstance() => _instances.Next();

    /// <summary>The edge that a new channel is to have: one that is made for it, or one that is said to exist.</summary>
    public Cdn NextCdn(ChannelRequest request, DateTimeOffset now)
    {
        long profileId = request.ProfileId ?? 0;
        string regionType = request.RegionType ?? "KOREA";
        return request.CreateCdn == true
            ? Cdn.Create(_cdnInstances.Next(), request.CdnType!, profileId, regionType, now + _pace.CdnChange)
            : new Cdn(request.CdnInstanceNo!.Value, request.CdnType!, request.CdnDomain ?? "", profileId, regionType);
    }

    public Channel Create(ChannelSettings settings, ChannelRequest request, DateTimeOffset now) =>
        Add(NextId(now), request.Zone, now, now + _pace.ChannelCreation, settings, NextCdn(request, now));

    /// <summary>Adds a channel that is there already: READY at once.</summary>
    public Channel AddReady(string? id, ChannelSettings settings, DateTimeOffset created) =>
        Add(id ?? NextId(created), Zone.Public, created, DateTimeOffset.MinValue, settings, Cdn.Usual);

    // The page of the change says that broadcasts are interrupted and restarted.
    private void Restart(QualitySet set, DateTimeOffset now)
    {
        foreach (Channel channel in Using(set.Id))
        {
            channel.Settings = channel.Settings with { QualitySet = set };
            if (channel.Life.IsOnAir)
            {
                channel.Life.StopPublishing(now);
                channel.Life.StartPublishing(now);
            }
        }
    }

    private IEnumerable<Channel> Using(long setId) => All.Where(channel => !channel.Life.IsGone && channel.Settings.QualitySet.Id == setId);

    private Channel Add(string id, Zone zone, DateTimeOffset created, DateTimeOffset readyFrom, ChannelSettings settings, Cdn cdn)
    {
        Channel channel = All.Add(new Channel(id, NextInstance(), zone, created, new ChannelLife(readyFrom), settings, cdn));
        channel.Life.WentOnAir += now =>
        {
            channel.StreamSeq = NextStream();
            Tell(channel, ChannelNews.WentOnAir, now);
            WentOnAir?.Invoke(channel, now);
        };
        channel.Life.WentOffAir += now =>
        {
            Tell(channel, ChannelNews.WentOffAir, now);
            WentOffAir?.Invoke(channel, now);
        };
        Tell(channel, ChannelNews.Made, created);
        return channel;
    }
}
