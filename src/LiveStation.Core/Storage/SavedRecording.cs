using System;
using System.Globalization;

namespace LiveStation;

/// <summary>A recording that lies on this machine, whole and verified.</summary>
public sealed class SavedRecording : ServiceRecord, IBucketUser
{
    /// <summary>Id of the recording.</summary>
    public long RecordId { get; init; }

    /// <summary>Its channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>What became of it.</summary>
    public SaveStatus Status { get; init; }

    /// <summary>Full path of the file; of the playlist for HLS.</summary>
    public string? Path { get; init; }

    /// <summary>Bytes; of all files for HLS.</summary>
    public long Length { get; init; }

    /// <summary>How many files; 1 but for HLS.</summary>
    public int FileCount { get; init; }

    /// <summary>What was compared with the store; for HLS what holds for every file.</summary>
    public SaveVerification HowVerified { get; init; }

    /// <summary>Whether a part of it was there from a run before, and was not fetched again.</summary>
    public bool Resumed { get; init; }

    /// <summary>Time that it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Bytes fetched in a second; <see langword="null"/> where nothing was.</summary>
    public long? BytesPerSecond { get; init; }

    /// <summary>The bucket that it came from.</summary>
    public string? BucketName { get; init; }

    /// <summary>The key that it came from; of the playlist for HLS.</summary>
    public string? Key { get; init; }

    /// <summary>The recording.</summary>
    public Recording? Recording { get; init; }

    private protected override string Summary => $"{Path} ({Status}, {Length.ToString(CultureInfo.InvariantCulture)} bytes, {HowVerified})";
}
