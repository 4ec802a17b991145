using System;
using System.Globalization;

namespace LiveStation;

/// <summary>What a new short clip is to be.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-shortclip-shortclipcreate</remarks>
public sealed record ShortClipSettings
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private static readonly Rule<ShortClipSettings>[] Rules =
    [
        new("ClipStartNegative", it => it.StartTime < TimeSpan.Zero,
            "-StartTime is counted from the start of the snapshot, and cannot be before it.", "Give 0s for the very start, or leave -StartTime out."),
        new("ClipEndBeforeStart", it => it.EndTime <= it.StartTime,
            "The clip would end before it begins: -EndTime is counted from the start of the snapshot, as -StartTime is, and is no length.", "Give an -EndTime after -StartTime."),
        new("ClipTooShort", it => it.EndTime - it.StartTime < Shortest,
            "A clip has at least 100 milliseconds.", "Give a later -EndTime."),
        new("ClipTooLong", it => it.EndTime > Longest,
            "A snapshot has at most four hours, so no clip of it ends later.", "Give an -EndTime up to 4h."),
        new("BucketMissing", it => string.IsNullOrWhiteSpace(it.BucketName),
            "A clip is written to a bucket (-BucketName).", "Give -BucketName."),
        new("FilePathForm", it => !it.FilePath.StartsWith("/", StringComparison.Ordinal),
            "-FilePath is a folder in the bucket and begins with a slash.", "Write it as in -FilePath /clips."),
    ];

    /// <summary>Where the clip begins, from the start of the snapshot; sent in milliseconds.</summary>
    public TimeSpan StartTime { get; init; }

    /// <summary>Where it ends, from the start of the snapshot; at least 100 ms after <see cref="StartTime"/>.</summary>
    public required TimeSpan EndTime { get; init; }

    /// <summary>Bucket that the file is written to.</summary>
    public required string BucketName { get; init; }

    /// <summary>Folder in the bucket, beginning with a slash.</summary>
    public string FilePath { get; init; } = "/";

    /// <summary>Who may read the file.</summary>
    public AccessControl AccessControl { get; init; } = AccessControl.Private;

    /// <summary>Refuses what the service is known to refuse.</summary>
    /// <param name="name">The clip as messages name it.</param>
    /// <returns>In words what is made.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check(string name)
    {
        Rules.Judge(this, name);
        return Text.Clean(string.Format(CultureInfo.InvariantCulture, "{0:g} to {1:g}, to {2}{3} ({4})", StartTime, EndTime, BucketName, FilePath, AccessControl));
    }

    internal byte[] ToJson() => JsonBody.Of(writer =>
    {
        writer.Number("startTime", (long)StartTime.TotalMilliseconds);
        writer.Number("endTime", (long)EndTime.TotalMilliseconds);
        writer.Object("shortclip", clip => clip.Object("output", output =>
        {
            output.Wire<AccessControl>("accessControl", AccessControl);
            output.Text("bucketName", BucketName);
            output.Text("filePath", FilePath);
        }));
    });

    /// <summary>What is known of the clip before the service has told anything.</summary>
    internal ShortClip Expected(string channelId, long snapshotId) => new()
    {
        ChannelId = channelId,
        SnapshotId = snapshotId,
        StartTime = StartTime,
        EndTime = EndTime,
        BucketName = BucketName,
        FilePath = FilePath,
        AccessControl = AccessControl,
        AccessControlText = WireNames<AccessControl>.Write(AccessControl),
    };
}
