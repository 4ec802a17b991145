using System;

namespace LiveStation.Emulator;

/// <summary>Writes what happens to recordings: begun and ended, uploaded or failed.</summary>
internal sealed class RecordingEvents
{
    private readonly RecordingState _recordings;
    private readonly EventState _events;
    private readonly Account _account;

    private RecordingEvents(RecordingState recordings, EventState events, Account account)
    {
        _recordings = recordings;
        _events = events;
        _account = account;
    }

    public static void Follow(RecordingState recordings, EventState events, Account account)
    {
        RecordingEvents it = new(recordings, events, account);
        recordings.Began += (channel, now) => it.Write(channel.Id, now, EventCodes.OnAirStart, "channel recording has started.");
        recordings.Stopped += (channel, made, now) =>
        {
            if (made.Count > 0)
            {
                it.Write(channel.Id, now, EventCodes.OnAirEnd, "channel recording has ended.");
            }
        };
        recordings.Moved += it.Follow;
    }

    private void Follow(Recording recording, DateTimeOffset now) => Follow(recording, recording, now);

    // What a recording does by itself comes to light when somebody looks: here it is looked at when it is due. What is kept is as it
    // was when something was last done to it.
    private void Follow(Recording kept, Recording recording, DateTimeOffset now)
    {
        switch (recording.Status)
        {
            case RecordingStatus.TransferFinish:
                Write(recording.ChannelId, now, EventCodes.UploadFinish, $"recording {recording.FileName} has been uploaded.");
                break;
            case RecordingStatus.TransferFail:
                Write(recording.ChannelId, now, EventCodes.UploadFail, $"upload of recording {recording.FileName} has failed.");
                break;
            case RecordingStatus.ProcessingFail:
                Write(recording.ChannelId, now, EventCodes.ProcessingFail, $"recording {recording.FileName} could not be finished.");
                break;
            case RecordingStatus.Processing or RecordingStatus.Transfer when recording.Due is DateTimeOffset due:
                _account.At(due, then =>
                {
                    if (_recordings.Holding(kept.Id) is RecordingShelf shelf && shelf.Keeps(kept))
                    {
                        Follow(kept, shelf.Require(kept.Id, then), then);
                    }
                });
                break;
        }
    }

    private void Write(string channelId, DateTimeOffset now, string code, string what) => _events.Write(now, channelId, code, $"{_recordings.Channels.All.Require(channelId).Settings.Name} {what}");
}
