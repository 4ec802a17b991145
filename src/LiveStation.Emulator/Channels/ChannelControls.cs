using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What happens to live channels without a call: encoders come and go, the platform acts, and there are channels from before.</summary>
public sealed class ChannelControls
{
    private readonly Account _account;
    private readonly ChannelState _state;

    internal ChannelControls(Account account, ChannelState state)
    {
        _account = account;
        _state = state;
    }

    /// <summary>The ids of all channels that are not deleted, in the order in which they were made: a copy.</summary>
    public IReadOnlyList<string> Ids =>
        _account.Do(_ => _state.All.Where(channel => !channel.Life.IsGone).Select(channel => channel.Id).ToList());

    /// <summary>Adds a channel that is READY at once.</summary>
    /// <param name="channelName">Its name; not checked.</param>
    /// <param name="recordType">NO_RECORD, AUTO_UPLOAD or MANUAL_UPLOAD.</param>
    /// <param name="recordFormat">MP4, HLS or ALL.</param>
    /// <param name="useDvr">With a time machine.</param>
    /// <param name="immediateOnAir">Recording starts with publishing.</param>
    /// <param name="bucketName">Where AUTO_UPLOAD uploads to; not checked.</param>
    /// <returns>The channel id.</returns>
    public string Add(
        string channelName,
        string recordType = "MANUAL_UPLOAD",
        string recordFormat = "MP4",
        bool useDvr = false,
        bool immediateOnAir = false,
        string bucketName = "auto-bucket")
    {
        Given.OneOf(RecordSetting.Types, recordType, nameof(recordType));
        Given.OneOf(RecordSetting.Formats, recordFormat, nameof(recordFormat));
        RecordSetting record = recordType switch
        {
            RecordSetting.NoRecord => new(recordType, null, null, null, null),
            RecordSetting.AutoUpload => new(recordType, recordFormat, bucketName, "/live", "PRIVATE"),
            _ => new(recordType, recordFormat, null, null, null),
        };
        ChannelSettings settings = new(channelName, BuiltIn.Standard, record) { UseDvr = useDvr, ImmediateOnAir = immediateOnAir };
        return _account.Do(now => _state.AddReady(null, settings, now).Id);
    }

    /// <summary>Puts a channel on air without a stream; with immediateOnAir its recording starts too.</summary>
    /// <param name="channelId">A channel in READY.</param>
    public void StartPublishing(string channelId) => _account.Do(now => Require(channelId).Life.GoOnAir("Channel " + channelId, now));

    /// <summary>Takes a channel off air; its recording stops too. Nothing happens when it is not on air.</summary>
    /// <param name="channelId">A channel.</param>
    public void StopPublishing(string channelId) => _account.Do(now => Require(channelId).Life.StopPublishing(now));

    /// <summary>Lets the stream that comes in be another one than the quality set asks for, until the channel goes off air.</summary>
    /// <param name="channelId">A channel on air.</param>
    /// <param name="videoBitrate">Video bit rate in bit/s.</param>
    /// <param name="fps">Frames a second; null for those of the quality set.</param>
    public void SetStream(string channelId, long videoBitrate, double? fps = null) => _account.Do(now =>
    {
        Channel channel = Require(channelId);
        channel.Incoming = channel.Life.IsOnAir
            ? new IncomingStream(videoBitrate, fps ?? channel.Settings.QualitySet.Best.FrameRate)
            : throw new InvalidOperationException($"Channel {channelId} is {channel.StatusAt(now)}; no stream comes in.");
    });

    /// <summary>The platform withdraws a channel: it stays in the lists as FORCE_DELETED. Nothing happens when it is deleted already.</summary>
    /// <param name="channelId">A channel.</param>
    public void Withdraw(string channelId) => _account.Do(now => Require(channelId).Life.Delete(now, ChannelStatus.ForceDeleted));

    /// <summary>How many there are, deleted ones left out.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} channels", Ids.Count);

    private Channel Require(string channelId) => Given.OneIn(_state.All, channelId, "channel", nameof(channelId));
}
