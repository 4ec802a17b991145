using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What happens to recordings without a call: there are some from before, and the work on one fails.</summary>
public sealed class RecordingControls
{
    private readonly Account _account;
    private readonly RecordingState _state;

    internal RecordingControls(Account account, RecordingState state)
    {
        _account = account;
        _state = state;
    }

    /// <summary>Adds finished recordings to a channel, a hundred thousand if need be.</summary>
    /// <param name="channelId">A channel.</param>
    /// <param name="count">How many.</param>
    /// <param name="status">Their status, as the API writes it; any but RECORDING.</param>
    /// <param name="timeLeft">Until shouldDeleteTime; null for the whole retention.</param>
    /// <param name="recordType">MP4 or HLS.</param>
    /// <param name="fileName">What their files are called, not checked; null for names as the service gives.</param>
    /// <returns>The record ids.</returns>
    public IReadOnlyList<long> Add(
        string channelId, int count, string status = "TRANSFER_READY", TimeSpan? timeLeft = null, string recordType = "MP4", string? fileName = null)
    {
        Given.OneOf(RecordingStatus.All.Where(known => known != RecordingStatus.Recording), status, nameof(status));
        Given.OneOf(["MP4", "HLS"], recordType, nameof(recordType));
        return _account.Do(now =>
        {
            Channel channel = Require(channelId);
            DateTimeOffset shouldDelete = now + (timeLeft ?? _account.Pace.Retention);
            long[] ids = new long[count];
            for (int i = 0; i < count; i++)
            {
                ids[i] = _state.AddOld(channel, status, recordType, shouldDelete, fileName).Id;
            }

            return ids;
        });
    }

    /// <summary>Lets the work on a recording fail: PROCESSING becomes PROCESSING_FAIL, TRANSFER and TRANSFER_READY become TRANSFER_FAIL.</summary>
    /// <param name="channelId">Its channel.</param>
    /// <param name="recordId">The recording.</param>
    public void Fail(string channelId, long recordId) => _account.Do(now =>
    {
        RecordingShelf shelf = _state.Of(Require(channelId));
        Recording recording = shelf.Find(recordId, now)
            ?? throw new ArgumentException($"Channel {channelId} has no recording {recordId}.", nameof(recordId));
        Recording failed = recording.Fail() ?? throw new InvalidOperationException($"Recording {recordId} is {recording.Status}: nothing can fail.");
        shelf.Replace(failed);
        _state.Tell(failed, now);
    });

    /// <summary>How many there are, in all states.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} recordings", _account.Do(_ => _state.Count));

    private Channel Require(string channelId) => Given.OneIn(_state.Channels.All, channelId, "channel", nameof(channelId));
}
