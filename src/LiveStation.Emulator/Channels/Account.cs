using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Everything the service knows. Callers hold <see cref="Gate"/>.</summary>
internal sealed class Account
{
    private readonly List<Channel> _channels = [];

    public Account(Pace pace) => Pace = pace;

    public object Gate { get; } = new();

    public Pace Pace { get; }

    public Numbers Numbers { get; } = new();

    public IReadOnlyList<Channel> Channels => _channels;

    /// <summary>The channel, also one that is deleted, or the refusal.</summary>
    public Channel Find(string id) => _channels.Find(channel => channel.Id == id) ?? throw new Refusal(250123);

    public Channel CreateChannel(ChannelSettings settings, ChannelRequest request, DateTimeOffset now)
    {
        long profileId = request.ProfileId ?? 0;
        string regionType = request.RegionType ?? "KOREA";
        Cdn cdn = request.CreateCdn == true
            ? Cdn.Create(Numbers.NextCdnInstance(), request.CdnType!, profileId, regionType, now + Pace.CdnChange)
            : new Cdn(request.CdnInstanceNo!.Value, request.CdnType!, request.CdnDomain ?? "", profileId, regionType);
        return Add(new Channel(Numbers.NextChannel(now), settings, cdn, request.Zone, now, now + Pace.ChannelCreation, Pace, Numbers));
    }

    /// <summary>Adds a channel that is there already: READY at once.</summary>
    public Channel AddReady(string? id, ChannelSettings settings, DateTimeOffset created)
    {
        Cdn cdn = new(11577, Zone.Public.CdnType, "sample11577.edge.example", 4207, "KOREA");
        return Add(new Channel(id ?? Numbers.NextChannel(created), settings, cdn, Zone.Public, created, DateTimeOffset.MinValue, Pace, Numbers));
    }

    private Channel Add(Channel channel)
    {
        _channels.Add(channel);
        return channel;
    }
}
