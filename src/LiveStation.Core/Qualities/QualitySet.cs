using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>A quality set: the qualities that a channel is encoded to, and how they are cut into segments. The console calls it quality setting.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettinginfo</remarks>
public sealed class QualitySet : ServiceRecord
{
    // As many names as a question has room for.
    private const int Named = 5;

    /// <summary>Id of the quality set.</summary>
    public long? QualitySetId { get; init; }

    /// <summary>Name; need not be unique.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is the account's own or built in.</summary>
    public GenType GenType { get; init; }

    /// <summary>Sizes of its pictures.</summary>
    public string Sizes => string.Join(" ", (Qualities ?? []).Select(static quality => quality.Size ?? quality.TypeText));

    /// <summary>The qualities.</summary>
    public IReadOnlyList<Quality>? Qualities { get; init; }

    /// <summary>Whether it is for low latency (LL-HLS).</summary>
    public bool? IsEnabledUll { get; init; }

    /// <summary>Low latency target; its unit is not documented.</summary>
    public long? TargetLatency { get; init; }

    /// <summary>Length of a segment.</summary>
    public TimeSpan? SegmentDuration { get; init; }

    /// <summary>Segments in the playlist.</summary>
    public long? SegmentCount { get; init; }

    /// <summary>Whether timed metadata are put in.</summary>
    public bool? EnableHlsTimedMetadata { get; init; }

    /// <summary>What is put in.</summary>
    public TimedMetadata? TimedMetadata { get; init; }

    /// <summary>Names of the channels that use it.</summary>
    public IReadOnlyList<string>? InUseChannelNames { get; init; }

    /// <summary>How many channels use it.</summary>
    public int? InUseCount => InUseChannelNames?.Count;

    /// <summary>Whether it is switched off.</summary>
    public bool? Disabled { get; init; }

    /// <summary>State; CREATED is the only one that is documented.</summary>
    public string? Status { get; init; }

    /// <summary>When it was made; local time.</summary>
    public DateTime? CreatedTime { get; init; }

    /// <summary>Whose it is, as the service wrote it.</summary>
    public string? GenTypeText { get; init; }

    /// <summary>Sizes, frame rates and bit rates of its pictures, in one line.</summary>
    internal string Pictures => string.Join(", ", (Qualities ?? []).Select(static quality => quality.Short));

    /// <summary>What a change of its segments does to channels that use it.</summary>
    internal string Consequence => InUseChannelNames switch
    {
        null => "broadcasts that use it are interrupted and restarted",
        { Count: 0 } => "no channel uses it",
        _ => $"broadcasts of {string.Join(", ", InUseChannelNames.Take(Named).Select(Text.Clean))}{(InUseChannelNames.Count > Named ? $" and {InUseChannelNames.Count - Named} more" : "")} are interrupted and restarted",
    };

    private protected override string Summary => string.Format(CultureInfo.InvariantCulture, "{0} ({1}): {2}{3}", Name, QualitySetId, Sizes, IsEnabledUll == true ? ", low latency" : "");

    internal static QualitySet Read(JsonElement element)
    {
        JsonFields fields = new(element);
        string? gen = fields.Enum(out GenType genType, "genType");
        JsonElement? qualities = fields.Array("qualities");
        JsonFields? metadata = fields.Nested("timedMetadata");
        return new QualitySet
        {
            QualitySetId = fields.Long("id"),
            Name = fields.Text("name"),
            GenType = genType,
            GenTypeText = gen,
            Qualities = qualities?.EnumerateArray().Select(Quality.Read).ToArray(),
            IsEnabledUll = fields.Bool("isEnabledUll"),
            TargetLatency = fields.Long("targetLatency"),
            SegmentDuration = fields.Milliseconds("segmentDuration"),
            SegmentCount = fields.Long("segmentCount"),
            EnableHlsTimedMetadata = fields.Bool("enableHlsTimedMetadata"),
            TimedMetadata = metadata is null ? null : TimedMetadata.Read(metadata),
            InUseChannelNames = fields.Texts("inUseChannelNames"),
            Disabled = fields.Bool("disabled"),
            Status = fields.Text("status"),
            CreatedTime = fields.Time("createdTime"),
            Rest = fields.Rest,
        };
    }
}
