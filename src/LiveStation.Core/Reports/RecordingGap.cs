using System;
using System.Globalization;

namespace LiveStation;

/// <summary>
/// Something that is wrong with what was recorded of a channel, judged by its recordings and by its publish log. Times are local.
/// </summary>
public sealed class RecordingGap : ServiceRecord
{
    /// <summary>Id of the channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>What is wrong.</summary>
    public GapKind Kind { get; init; }

    /// <summary>For <see cref="GapKind.Gap"/>, which part of the broadcast is missing.</summary>
    public GapPart Part { get; init; }

    /// <summary>Begin of the time that it is about; <see langword="null"/> for a failed recording without times.</summary>
    public DateTime? Begin { get; init; }

    /// <summary>Its end; now for what goes on.</summary>
    public DateTime? End { get; init; }

    /// <summary>
    /// How much it is: from begin to end. For <see cref="GapKind.Short"/> what the file lacks, for the others the whole time.
    /// </summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether it goes on: the channel is on air now, and not recorded.</summary>
    public bool IsOngoing { get; init; }

    /// <summary>The recording that it is about; <see langword="null"/> for a gap.</summary>
    public long? RecordId { get; init; }

    /// <summary>The other recording of an overlap.</summary>
    public long? OtherRecordId { get; init; }

    /// <summary>State of the recording; <see langword="null"/> where it is about none.</summary>
    public RecordStatus? Status { get; init; }

    /// <summary>When the service deletes the temporary file of the recording.</summary>
    public DateTime? ShouldDeleteTime { get; init; }

    /// <summary>Begin of the broadcast that it is in; <see langword="null"/> where it is in none.</summary>
    public DateTime? BroadcastBegin { get; init; }

    /// <summary>End of that broadcast; now for one that is on air.</summary>
    public DateTime? BroadcastEnd { get; init; }

    private protected override string Summary =>
        string.Format(CultureInfo.InvariantCulture, "{0} {1} {2:yyyy-MM-dd HH:mm:ss} {3:c} {4}", ChannelId, Kind, Begin, Duration, RecordId).TrimEnd();
}
