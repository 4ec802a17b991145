using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What happens to VOD2LIVE channels and their schedules without a call: there are some from before, time comes early, and work fails.</summary>
public sealed class VodControls
{
    private readonly Account _account;
    private readonly VodState _state;

    internal VodControls(Account account, VodState state)
    {
        _account = account;
        _state = state;
    }

    /// <summary>The ids of all channels that are not deleted, in the order in which they were made: a copy.</summary>
    public IReadOnlyList<string> Ids =>
        _account.Do(_ => _state.Channels.Where(channel => !channel.Life.IsGone).Select(channel => channel.Id).ToList());

    /// <summary>Adds a channel that is READY at once.</summary>
    /// <param name="channelName">Its name; not checked.</param>
    /// <returns>The channel id.</returns>
    public string Add(string channelName) => _account.Do(now => _state.AddReady(null, channelName, now).Id);

    /// <summary>Gives a channel a schedule, at any time and with any files.</summary>
    /// <param name="channelId">A channel without one.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="files">What it plays, as bucket/path; not checked further.</param>
    /// <returns>The schedule id.</returns>
    public long Schedule(string channelId, DateTimeOffset start, params string[] files) => _account.Do(now =>
    {
        VodChannel channel = Require(channelId);
        if (channel.Schedule is not null)
        {
            throw new InvalidOperationException($"Channel {channelId} has a schedule.");
        }

        return _state.Schedule(channel, start, files.Select(FileOf).ToList(), now).Id;
    });

    /// <summary>Lets the time of a waiting schedule come now.</summary>
    /// <param name="scheduleId">The schedule.</param>
    public void StartPlaying(long scheduleId)
    {
        _account.Do(now =>
        {
            VodSchedule schedule = Require(scheduleId);
            if (schedule.IsOver || schedule.IsPlaying)
            {
                throw new InvalidOperationException($"Schedule {scheduleId} does not wait.");
            }

            _state.Change(schedule, now, null, schedule.Updated);
        });

        // What is due is done before the next thing.
        _account.Do(_ => { });
    }

    /// <summary>Lets a schedule that plays come to its end now. Nothing happens when it does not play.</summary>
    /// <param name="scheduleId">The schedule.</param>
    public void StopPlaying(long scheduleId) => _account.Do(now =>
    {
        VodSchedule schedule = Require(scheduleId);
        if (schedule.IsPlaying)
        {
            schedule.Channel.Life.StopPublishing(now);
        }
    });

    /// <summary>Lets the preparation of a waiting schedule fail: it becomes PROCESSING_FAIL, and its channel has none any more.</summary>
    /// <param name="scheduleId">The schedule.</param>
    public void Fail(long scheduleId) => _account.Do(now =>
    {
        VodSchedule schedule = Require(scheduleId);
        if (schedule.IsOver || schedule.IsPlaying)
        {
            throw new InvalidOperationException($"Schedule {scheduleId} does not wait.");
        }

        _state.Close(schedule, VodStatus.ProcessingFail, now);
    });

    /// <summary>The platform withdraws a channel: it stays in the lists as FORCE_DELETED. Nothing happens when it is deleted already.</summary>
    /// <param name="channelId">A channel.</param>
    public void Withdraw(string channelId) => _account.Do(now => Require(channelId).Life.Delete(now, ChannelStatus.ForceDeleted));

    /// <summary>How many there are, deleted ones left out.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} VOD2LIVE channels", Ids.Count);

    private static VodFile FileOf(string text)
    {
        int slash = text.IndexOf('/');
        return slash > 0 ? new VodFile(text.Substring(0, slash), text.Substring(slash)) : throw new ArgumentException($"{text} is not bucket/path.", nameof(text));
    }

    private VodChannel Require(string channelId) => Given.OneIn(_state.Channels, channelId, "VOD2LIVE channel", nameof(channelId));

    private VodSchedule Require(long scheduleId) => Given.OneIn(_state.Schedules, scheduleId, "schedule", nameof(scheduleId));
}
