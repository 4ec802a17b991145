using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The VOD2LIVE channels of the account, their schedules, and the player, which takes them on air and off at their times.</summary>
internal sealed class VodState
{
    private readonly Account _account;
    private readonly ChannelState _numbers;
    private readonly Counter _schedules = new(10_059);

    public VodState(Account account, ChannelState numbers, QualityState qualities)
    {
        _account = account;
        _numbers = numbers;
        Qualities = qualities;
        qualities.AddUsers(setId => Using(setId).Select(channel => channel.Settings.Name));

        // The page of the change speaks of live channels, whose broadcasts begin anew. What plays here goes on.
        qualities.Changed += (set, now) => Using(set.Id).ToList().ForEach(channel => channel.Change(channel.Settings with { QualitySet = set }, channel.Updated));
    }

    /// <summary>Told after anything has happened to a channel; what a schedule does comes with the time that it was meant for.</summary>
    public event Action<VodChannel, ChannelNews, DateTimeOffset>? Happened;

    public QualityState Qualities { get; }

    public Pace Pace => _account.Pace;

    /// <summary>All channels, also those that are deleted.</summary>
    public Shelf<string, VodChannel> Channels { get; } = new(channel => channel.Id, notFoundCode: 250123);

    /// <summary>All schedules, also those that are over.</summary>
    public Shelf<long, VodSchedule> Schedules { get; } = new(schedule => schedule.Id, notFoundCode: 250004);

    public void Tell(VodChannel channel, ChannelNews news, DateTimeOffset now) => Happened?.Invoke(channel, news, now);

    public VodChannel Create(ChannelSettings settings, ChannelRequest request, DateTimeOffset now) =>
        Add(_numbers.NextId(now), request.Zone, now, now + Pace.ChannelCreation, settings, _numbers.NextCdn(request, now));

    /// <summary>Adds a channel that is there already: READY at once.</summary>
    public VodChannel AddReady(string? id, string name, DateTimeOffset created)
    {
        ChannelSettings settings = new(name, BuiltIn.Standard, new RecordSetting(RecordSetting.NoRecord, null, null, null, null));
        return Add(id ?? _numbers.NextId(created), Zone.Public, created, DateTimeOffset.MinValue, settings, Cdn.Usual);
    }

    public VodSchedule Schedule(VodChannel channel, DateTimeOffset start, IReadOnlyList<VodFile> files, DateTimeOffset now)
    {
        VodSchedule schedule = Schedules.Add(new VodSchedule(_schedules.Next(), channel, start, files, now, Pace));
        channel.Schedule = schedule;
        Expect(schedule);
        return schedule;
    }

    public void Change(VodSchedule schedule, DateTimeOffset? start, IReadOnlyList<VodFile>? files, DateTimeOffset now)
    {
        schedule.Change(start, files, now);
        Expect(schedule);
    }

    /// <summary>Takes a schedule from its channel, whatever becomes of it.</summary>
    public void Close(VodSchedule schedule, string fate, DateTimeOffset now)
    {
        schedule.Close(fate, now);
        if (schedule.Channel.Schedule == schedule)
        {
            schedule.Channel.Schedule = null;
        }
    }

    private IEnumerable<VodChannel> Using(long setId) => Channels.Where(channel => !channel.Life.IsGone && channel.Settings.QualitySet.Id == setId);

    private VodChannel Add(string id, Zone zone, DateTimeOffset created, DateTimeOffset readyFrom, ChannelSettings settings, Cdn cdn)
    {
        VodChannel channel = Channels.Add(new VodChannel(id, _numbers.NextInstance(), zone, created, new ChannelLife(readyFrom), settings, cdn));
        channel.Life.WentOnAir += now => Tell(channel, ChannelNews.WentOnAir, now);
        channel.Life.WentOffAir += now =>
        {
            Tell(channel, ChannelNews.WentOffAir, now);
            if (channel.Schedule is { IsPlaying: true } schedule)
            {
                Close(schedule, VodStatus.Finish, now);
            }
        };
        Tell(channel, ChannelNews.Made, created);
        return channel;
    }

    // A start that was moved leaves an entry behind, which finds another time and does nothing.
    private void Expect(VodSchedule schedule)
    {
        DateTimeOffset start = schedule.Start;
        _account.At(start, now =>
        {
            if (schedule.Start == start && !schedule.IsOver && !schedule.IsPlaying)
            {
                Play(schedule, now);
            }
        });
    }

    private void Play(VodSchedule schedule, DateTimeOffset now)
    {
        ChannelLife life = schedule.Channel.Life;
        if (life.StatusAt(now) != ChannelStatus.Ready)
        {
            // What becomes of a schedule whose channel is stopped at its time is documented nowhere: it is passed over.
            Close(schedule, VodStatus.Finish, now);
            return;
        }

        schedule.Play();
        life.StartPublishing(now);
        _account.At(schedule.End, end =>
        {
            if (schedule.IsPlaying)
            {
                life.StopPublishing(end);
            }
        });
    }
}
