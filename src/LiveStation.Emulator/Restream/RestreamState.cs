using System;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The re-streams of the account. Their ids and numbers in the bill come out of the same row as those of live channels.</summary>
internal sealed class RestreamState
{
    private readonly Pace _pace;
    private readonly ChannelState _channels;
    private readonly Counter _platforms = new(3_698);

    public RestreamState(Pace pace, ChannelState channels)
    {
        _pace = pace;
        _channels = channels;
    }

    /// <summary>Told after a re-stream was made; its history tells what happens to it.</summary>
    public event Action<RestreamChannel>? Made;

    /// <summary>All re-streams, also those that are deleted.</summary>
    public Shelf<string, RestreamChannel> All { get; } = new(channel => channel.Id, notFoundCode: 250123);

    public RestreamChannel Create(RestreamSettings settings, DateTimeOffset now) => Add(_channels.NextId(now), settings, now, now + _pace.ChannelCreation);

    /// <summary>Adds a re-stream that is there already: READY at once.</summary>
    public RestreamChannel AddReady(string? id, RestreamSettings settings, DateTimeOffset created) => Add(id ?? _channels.NextId(created), settings, created, DateTimeOffset.MinValue);

    /// <summary>Ends a re-stream for good.</summary>
    public static void Delete(RestreamChannel channel, DateTimeOffset now)
    {
        channel.Life.Delete(now, ChannelStatus.Deleted);
        channel.History.Add(new(RestreamHappening.Deleted, now));
    }

    /// <summary>Gives a target new settings. What was wrong with it is taken for corrected.</summary>
    public static void Change(RestreamChannel channel, RestreamTarget target, TargetSettings settings, DateTimeOffset now)
    {
        target.Settings = settings;
        target.Relay.Mend(now);
        channel.History.Add(new(RestreamHappening.TargetChanged, now, target));
    }

    private RestreamChannel Add(string id, RestreamSettings settings, DateTimeOffset created, DateTimeOffset readyFrom)
    {
        RestreamChannel channel = All.Add(new RestreamChannel(
            id,
            _channels.NextInstance(),
            created,
            new ChannelLife(readyFrom),
            settings,
            settings.Targets.Select(target => new RestreamTarget(_platforms.Next(), target, new Relay(_pace.Relay))).ToList()));
        Made?.Invoke(channel);
        return channel;
    }
}
