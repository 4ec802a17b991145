using System;

namespace LiveStation;

/// <summary>A recording, as far as it is judged: a list of a million of them is to fit into memory.</summary>
internal sealed class RecordedTake(Recording recording)
{
    private readonly DateTime? _begin = recording.RecordBeginTime?.ToUniversalTime();
    private readonly DateTime? _end = recording.CreatedTime?.ToUniversalTime();

    public long RecordId { get; } = recording.RecordId;

    public long? RecordSeq { get; } = recording.RecordSeq;

    public RecordStatus Status { get; } = recording.Status;

    public DateTime? ShouldDeleteTime { get; } = recording.ShouldDeleteTime;

    /// <summary>How long the file plays.</summary>
    public TimeSpan? Duration { get; } = recording.Duration;

    /// <summary>Whether there is a file, or will be one. One that was removed was recorded all the same.</summary>
    public bool IsMade => Status != RecordStatus.ProcessingFail;

    /// <summary>Whether the file is whole, so that its length says how much it holds.</summary>
    public bool IsFinished => Status is RecordStatus.TransferReady or RecordStatus.Transfer or RecordStatus.TransferFinish or RecordStatus.TransferFail;

    public bool HasFailed => Status is RecordStatus.ProcessingFail or RecordStatus.TransferFail;

    /// <summary>
    /// When it was made; null without a begin. By the clock, and not by how long the file plays: frames that did not come make a file
    /// shorter, and no gap between two. Where no end is told the length of the file has to do.
    /// </summary>
    public Stretch? At(DateTime now)
    {
        if (_begin is not { } begin)
        {
            return null;
        }

        DateTime end = Status == RecordStatus.Recording ? now
            : _end > begin ? _end.Value
            : Duration is { } duration && duration < DateTime.MaxValue - begin ? begin + duration
            : begin;
        return new Stretch(begin, end > begin ? end : begin);
    }

    /// <summary>Whether two files are of the same recording: an MP4 and its HLS, or sizes of a picture.</summary>
    public bool IsOfSame(RecordedTake other) =>
        RecordSeq is { } sequence && other.RecordSeq is { } theirs ? sequence == theirs : _begin == other._begin;
}
