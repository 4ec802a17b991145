using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace LiveStation;

/// <summary>What a VOD2LIVE channel plays, and when. What the service leaves out is <see langword="null"/>; times are local.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-schedule-schedulelinfo</remarks>
public sealed class VodSchedule : ServiceRecord
{
    /// <summary>Id of the schedule.</summary>
    public long? ScheduleId { get; init; }

    /// <summary>The VOD2LIVE channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>State. None says that it is playing: see <see cref="VodChannel.ChannelStatus"/>.</summary>
    public VodScheduleStatus Status { get; init; }

    /// <summary>The state as the service wrote it.</summary>
    public string? StatusText { get; init; }

    /// <summary>When it begins; local time.</summary>
    public DateTime? StartTime { get; init; }

    /// <summary>When it is expected to end; local time.</summary>
    public DateTime? EndTime { get; init; }

    /// <summary>The files in the order in which they are played, each as bucket/folder/file.mp4; see <see cref="VodItem.TryParse"/>.</summary>
    public IReadOnlyList<string> VodList { get; init; } = [];

    /// <summary>How many files there are.</summary>
    public int VodCount => VodList.Count;

    /// <summary>When it was made; local time.</summary>
    public DateTime? CreatedTime { get; init; }

    /// <summary>When it was changed last; local time.</summary>
    public DateTime? UpdatedTime { get; init; }

    /// <summary>When it was deleted; local time, <see langword="null"/> for one that is not.</summary>
    public DateTime? DeletedTime { get; init; }

    private protected override string Summary => string.Format(CultureInfo.InvariantCulture, "{0} on {1} ({2}, {3:yyyy-MM-dd HH:mm})", ScheduleId, ChannelId, StatusText, StartTime);

    /// <summary>Reads an answer.</summary>
    /// <exception cref="JsonException">It holds no schedule.</exception>
    internal static VodSchedule OfAnswer(JsonElement answer)
    {
        JsonFields fields = new(Envelope.Content(answer));
        string? status = fields.Enum(out VodScheduleStatus known, "status");
        return new VodSchedule
        {
            ScheduleId = fields.Long("scheduleId"),
            ChannelId = fields.Text("channelId"),
            Status = known,
            StatusText = status,
            StartTime = fields.Time("startTime"),
            EndTime = fields.Time("endTime"),
            VodList = fields.Texts(Joined, "vodList") ?? [],
            CreatedTime = fields.Time("createdTime"),
            UpdatedTime = fields.Time("updatedTime"),
            DeletedTime = fields.Time("deletedTime"),
            Rest = JsonFields.Merge(fields.Rest, Envelope.Beside(answer).Rest),
        };
    }

    // Pages print texts; requests have objects, and an edition may give those back.
    private static string? Joined(JsonElement item)
    {
        JsonFields fields = new(item);
        return fields.Text("bucketName") is { } bucket && fields.Text("filePath") is { } path && fields.Rest.Count == 0 ? new VodItem(bucket, path).ToString() : null;
    }
}
