using System.Globalization;
using System.Text.Json;

namespace LiveStation;

/// <summary>What a VOD2LIVE channel says of a schedule that it has; <see cref="VodSchedule"/> tells more.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelinfo</remarks>
public sealed class VodChannelSchedule : ServiceRecord
{
    /// <summary>Id of the schedule; <see langword="null"/> where the service leaves it out.</summary>
    public long? ScheduleId { get; init; }

    /// <summary>State.</summary>
    public VodScheduleStatus Status { get; init; }

    /// <summary>The state as the service wrote it.</summary>
    public string? StatusText { get; init; }

    private protected override string Summary => $"{ScheduleId?.ToString(CultureInfo.InvariantCulture)} ({StatusText})";

    internal static VodChannelSchedule Read(JsonElement element)
    {
        JsonFields fields = new(element);
        string? status = fields.Enum(out VodScheduleStatus known, "status");
        return new VodChannelSchedule { ScheduleId = fields.Long("scheduleId"), Status = known, StatusText = status, Rest = fields.Rest };
    }
}
