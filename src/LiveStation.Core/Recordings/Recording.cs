using System;
using System.Globalization;

namespace LiveStation;

/// <summary>One recorded file of a live channel. What the service leaves out is <see langword="null"/>; times are local.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-recording-recordinglist</remarks>
public sealed class Recording : ServiceRecord
{
    /// <summary>Id of the recording, unique in the account.</summary>
    public long RecordId { get; init; }

    /// <summary>Id of its channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Kind of file.</summary>
    public RecordType RecordType { get; init; }

    /// <summary>State.</summary>
    public RecordStatus Status { get; init; }

    /// <summary>Number of the recording.</summary>
    public long? RecordSeq { get; init; }

    /// <summary>Number of the stream that it was made from.</summary>
    public long? StreamSeq { get; init; }

    /// <summary>Start of the recording; local time.</summary>
    public DateTime? RecordBeginTime { get; init; }

    /// <summary>When the file was made, that is the end of the recording; local time.</summary>
    public DateTime? CreatedTime { get; init; }

    /// <summary>When the service deletes the temporary file; local time.</summary>
    public DateTime? ShouldDeleteTime { get; init; }

    /// <summary>Time left until the file is lost at <see cref="ShouldDeleteTime"/>, negative once that has passed; <see langword="null"/> without one, and for what is safe in a bucket or gone.</summary>
    public TimeSpan? TimeLeft => LeftAt(DateTime.UtcNow);

    /// <summary>Length. Read as milliseconds: the pages say seconds, but every printed value fits milliseconds only (2996437 for a span of 3001 s).</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Width x height in pixels, for example 480x270.</summary>
    public string? Resolution { get; init; }

    /// <summary>File name; the path of a playlist for HLS.</summary>
    public string? FileName { get; init; }

    /// <summary>Video bit rate in bit/s.</summary>
    public long? VideoBitrate { get; init; }

    /// <summary>Frames per second.</summary>
    public double? VideoFrameRate { get; init; }

    /// <summary>Audio bit rate in bit/s.</summary>
    public long? AudioBitrate { get; init; }

    /// <summary>Audio codec, for example aac.</summary>
    public string? AudioCodec { get; init; }

    /// <summary>Object key below the bucket.</summary>
    public string? UploadPath { get; init; }

    /// <summary>Address in Object Storage; <see langword="null"/> until it is uploaded.</summary>
    public Uri? ObjectStorageUrl { get; init; }

    /// <summary>The state as the service wrote it; <see langword="null"/> when it wrote none.</summary>
    public string? StatusText { get; init; }

    /// <summary>The kind of file as the service wrote it; <see langword="null"/> when it wrote none.</summary>
    public string? RecordTypeText { get; init; }

    private protected override string Summary => $"{ChannelId}/{RecordId.ToString(CultureInfo.InvariantCulture)} {FileName} ({StatusText})";

    /// <summary>Whether the file would be lost within a span: it is to be deleted in that time, or should be already, and is neither in a bucket nor gone.</summary>
    /// <param name="span">From now on.</param>
    /// <param name="now">Now, in UTC.</param>
    public bool ExpiresWithin(TimeSpan span, DateTime now) => LeftAt(now) is { } left && left <= span;

    private TimeSpan? LeftAt(DateTime now) =>
        ShouldDeleteTime is { } end && Status is not (RecordStatus.TransferFinish or RecordStatus.Deleted) ? end.ToUniversalTime() - now : null;
}
