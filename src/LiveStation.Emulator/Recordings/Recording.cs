using System;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>One recorded file at one moment. It never changes: what happens to it makes a new one.</summary>
internal sealed record Recording(long Id, string ChannelId, string Type, Quality Quality)
{
    private static readonly TimeSpan KoreanTime = TimeSpan.FromHours(9);

    public string Status { get; init; } = RecordingStatus.TransferReady;

    public long RecordSeq { get; init; }

    public long StreamSeq { get; init; }

    public DateTimeOffset Begin { get; init; }

    /// <summary>When the file was made: the end of the recording.</summary>
    public DateTimeOffset Created { get; init; }

    public TimeSpan Length { get; init; }

    /// <summary>When the temporary file goes; unknown until it is processed.</summary>
    public DateTimeOffset? ShouldDelete { get; init; }

    /// <summary>When the next state comes by itself; null for never.</summary>
    public DateTimeOffset? Due { get; init; }

    public UploadTarget? Target { get; init; }

    /// <summary>The failure in which work to come is to end, such as TRANSFER_FAIL; null for none.</summary>
    public string? Fate { get; init; }

    /// <summary>A name that somebody chose; null for the one that follows from the numbers.</summary>
    public string? GivenName { get; init; }

    public string FileName => GivenName ?? (Type == "HLS"
        ? Quality.Folder + "/playlist.m3u8"
        : string.Format(CultureInfo.InvariantCulture, "{0}-{1}-{2:yyyyMMddHHmm}.mp4", StreamSeq, RecordSeq, Begin.ToOffset(KoreanTime)));

    public string UploadPath => (string.IsNullOrEmpty(Target?.Folder) ? "live-station/record/" + ChannelId : Target!.Folder.Trim('/')) + (Type == "HLS"
        ? "/" + Quality.Folder + "/" + RecordSeq.ToString(CultureInfo.InvariantCulture)
        : "/" + FileName);

    /// <summary>The address after the upload, "-" before.</summary>
    public string ObjectStorageUrl => Status == RecordingStatus.TransferFinish && Target is not null
        ? $"https://{Target.Host}/{Target.Bucket}/{UploadPath}"
        : "-";

    /// <summary>This recording with everything that has happened to it by itself until now.</summary>
    public Recording At(DateTimeOffset now, Pace pace)
    {
        Recording it = this;
        while (it.Due <= now)
        {
            it = it.Next(pace);
        }

        return it;
    }

    public Recording Stop(DateTimeOffset now, Pace pace) =>
        this with { Status = RecordingStatus.Processing, Created = now, Length = now - Begin, Due = now + pace.Processing };

    public Recording Upload(UploadTarget target, DateTimeOffset now, Pace pace) =>
        this with { Status = RecordingStatus.Transfer, Target = target, Due = now + pace.Transfer };

    public Recording Delete() => this with { Status = RecordingStatus.Deleted, Due = null };

    /// <summary>The failure of what is going on, or null when nothing is.</summary>
    public Recording? Fail() => Status switch
    {
        RecordingStatus.Processing => this with { Status = RecordingStatus.ProcessingFail, Due = null },
        RecordingStatus.Transfer or RecordingStatus.TransferReady => this with { Status = RecordingStatus.TransferFail, Due = ShouldDelete },
        _ => null,
    };

    public Recording FinishUpload() => this with { Status = RecordingStatus.TransferFinish, Due = null };

    private Recording Next(Pace pace) => Status switch
    {
        RecordingStatus.Processing when Fate == RecordingStatus.ProcessingFail => Fail()!,
        RecordingStatus.Processing => Processed(Created + pace.Retention, pace),
        RecordingStatus.Transfer when Fate == RecordingStatus.TransferFail => Fail()! with { Fate = null },
        RecordingStatus.Transfer => FinishUpload(),
        _ => Delete(),
    };

    // A channel that uploads by itself does not wait for anybody.
    private Recording Processed(DateTimeOffset shouldDelete, Pace pace) => Target is null
        ? this with { Status = RecordingStatus.TransferReady, ShouldDelete = shouldDelete, Due = shouldDelete }
        : this with { Status = RecordingStatus.Transfer, ShouldDelete = shouldDelete, Due = Due + pace.Transfer };
}
