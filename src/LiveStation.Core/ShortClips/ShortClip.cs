using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace LiveStation;

/// <summary>A short clip: a piece of a snapshot as an MP4 file in a bucket. What the service leaves out is <see langword="null"/>; times are local.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-shortclip-shortclipinfo</remarks>
public sealed class ShortClip : ServiceRecord, IBucketUser
{
    /// <summary>Id of the clip; <see langword="null"/> where the answer to its creation names none and it is in no list yet.</summary>
    public long? ShortClipId { get; init; }

    /// <summary>Id of its channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Id of the snapshot that it is cut from.</summary>
    public long? SnapshotId { get; init; }

    /// <summary>State.</summary>
    public ShortClipStatus Status { get; init; }

    /// <summary>Where it begins, from the start of the snapshot. No answer tells it: known of a clip that was asked for here.</summary>
    public TimeSpan? StartTime { get; init; }

    /// <summary>Where it ends, from the start of the snapshot; known as <see cref="StartTime"/> is.</summary>
    public TimeSpan? EndTime { get; init; }

    /// <summary>Length of the file, in milliseconds on the wire; not in lists.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Size in bytes; not in lists.</summary>
    public long? FileSize { get; init; }

    /// <summary>When it was asked for; local time.</summary>
    public DateTime? CreatedTime { get; init; }

    /// <summary>When its state changed last; local time.</summary>
    public DateTime? UpdatedTime { get; init; }

    /// <summary>Bucket that the file is written to.</summary>
    public string? BucketName { get; init; }

    /// <summary>Folder in the bucket, beginning with a slash.</summary>
    public string? FilePath { get; init; }

    /// <summary>Name of the file.</summary>
    public string? FileName { get; init; }

    /// <summary>Who may read the file.</summary>
    public AccessControl AccessControl { get; init; }

    /// <summary>The state as the service wrote it; <see langword="null"/> when it wrote none.</summary>
    public string? StatusText { get; init; }

    /// <summary>Who may read the file, as the service wrote it.</summary>
    public string? AccessControlText { get; init; }

    private protected override string Summary =>
        string.Format(CultureInfo.InvariantCulture, "{0}/{1} {2}({3})", ChannelId, ShortClipId ?? (object)"without an id", EndTime is null ? "" : string.Format(CultureInfo.InvariantCulture, "{0:g} to {1:g} ", StartTime, EndTime), StatusText);

    /// <summary>This clip with what the service did not tell of it, from one that is known.</summary>
    internal ShortClip With(ShortClip known) => new()
    {
        ShortClipId = ShortClipId ?? known.ShortClipId,
        ChannelId = ChannelId ?? known.ChannelId,
        SnapshotId = SnapshotId ?? known.SnapshotId,
        Status = Status,
        StatusText = StatusText,
        StartTime = StartTime ?? known.StartTime,
        EndTime = EndTime ?? known.EndTime,
        Duration = Duration ?? known.Duration,
        FileSize = FileSize ?? known.FileSize,
        CreatedTime = CreatedTime ?? known.CreatedTime,
        UpdatedTime = UpdatedTime,
        BucketName = BucketName ?? known.BucketName,
        FilePath = FilePath ?? known.FilePath,
        FileName = FileName ?? known.FileName,
        AccessControl = AccessControlText is null ? known.AccessControl : AccessControl,
        AccessControlText = AccessControlText ?? known.AccessControlText,
        Rest = GetAdditionalFields(),
    };

    /// <summary>Reads an answer with the clip below its name, as the current page has it, or flat.</summary>
    internal static ShortClip OfAnswer(JsonElement answer, string channelId, long? snapshotId)
    {
        (JsonElement content, JsonFields beside) = Envelope.Parts(answer);
        JsonFields outer = new(content);
        return Read(outer.Nested("shortclip") ?? outer.Nested("shortClip") ?? outer, outer, beside, channelId, snapshotId);
    }

    /// <summary>Reads the clips of a list, whose entries are flat.</summary>
    /// <exception cref="JsonException">There is no list, or something in it is no object.</exception>
    internal static List<ShortClip> OfList(JsonElement answer, string channelId, long snapshotId)
    {
        JsonElement content = Envelope.Parts(answer).Content;
        JsonFields around = new(content);
        string channel = around.Text("channelId") ?? channelId;
        long snapshot = around.Long("snapshotId") ?? snapshotId;
        foreach (string name in (string[])["shortClipList", "shortclipList"])
        {
            if (content.ValueKind == JsonValueKind.Object && content.TryGetProperty(name, out JsonElement list))
            {
                content = list;
            }
        }

        return Envelope.Entries(content, entry =>
        {
            JsonFields fields = new(entry);
            return Read(fields, fields, new JsonFields(default), channel, snapshot);
        });
    }

    private static ShortClip Read(JsonFields fields, JsonFields outer, JsonFields beside, string channelId, long? snapshotId)
    {
        JsonFields? output = fields.Nested("output");
        string? status = fields.Enum(out ShortClipStatus clipStatus, "status");
        AccessControl accessControl = default;
        string? access = output?.Enum(out accessControl, "accessControl");
        return new ShortClip
        {
            ShortClipId = fields.Long("id", "shortClipId", "shortclipId"),
            ChannelId = outer.Text("channelId") ?? channelId,
            SnapshotId = outer.Long("snapshotId") ?? snapshotId,
            Status = clipStatus,
            StatusText = status,
            Duration = fields.Milliseconds("duration"),
            FileSize = fields.Long("fileSize"),
            CreatedTime = fields.Time("createdTime"),
            UpdatedTime = fields.Time("updatedTime"),
            BucketName = output?.Text("bucketName"),
            FilePath = output?.Text("filePath"),
            FileName = output?.Text("fileName"),
            AccessControl = accessControl,
            AccessControlText = access,
            Rest = JsonFields.Merge(outer.Rest, beside.Rest),
        };
    }
}
