using System;

namespace LiveStation;

/// <summary>A channel as it is seen at a moment, for who watches it: its state, its stream against its quality set, its recording, its last event, and what is wrong.</summary>
public sealed class WatchedChannel : ServiceRecord
{
    /// <summary>When it was seen; local time.</summary>
    public DateTime SeenTime { get; init; }

    /// <summary>Id of the channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Its name.</summary>
    public string? ChannelName { get; init; }

    /// <summary>State.</summary>
    public ChannelStatus ChannelStatus { get; init; }

    /// <summary>The state as the service wrote it.</summary>
    public string? ChannelStatusText { get; init; }

    /// <summary>What is wrong, in few words; <see langword="null"/> where nothing is.</summary>
    public string? Trouble { get; init; }

    /// <summary>Since when it is on air; local time, <see langword="null"/> while it is not.</summary>
    public DateTime? OnAirSince { get; init; }

    /// <summary>Video bit rate that comes in, in bit/s; <see langword="null"/> while nothing does, or is known.</summary>
    public long? VideoBitrate { get; init; }

    /// <summary>Frames per second that come in.</summary>
    public double? VideoFps { get; init; }

    /// <summary>Video bit rate that the best quality of its set asks for, in bit/s.</summary>
    public long? AskedBitrate { get; init; }

    /// <summary>Frames per second that it asks for.</summary>
    public double? AskedFps { get; init; }

    /// <summary>Whether it is recording.</summary>
    public bool? IsRecording { get; init; }

    /// <summary>Since when it is recording; local time, <see langword="null"/> while it is not, or where the service does not say.</summary>
    public DateTime? RecordingSince { get; init; }

    /// <summary>The last event, as the service calls it.</summary>
    public string? LastEvent { get; init; }

    /// <summary>When that happened; local time.</summary>
    public DateTime? LastEventTime { get; init; }

    /// <summary>Whether bit rate or frame rate are too little.</summary>
    internal bool IsWeak { get; init; }

    private protected override string Summary => $"{ChannelName ?? ChannelId}: {Trouble ?? ChannelStatusText}";

    /// <summary>Whether somebody who watches wants to hear of the difference. A bit rate that wavers is none, one that becomes too low is.</summary>
    internal bool IsNewsAfter(WatchedChannel? before) => before is null
        || (ChannelStatusText, Trouble, OnAirSince, IsRecording, RecordingSince, LastEvent, LastEventTime)
            != (before.ChannelStatusText, before.Trouble, before.OnAirSince, before.IsRecording, before.RecordingSince, before.LastEvent, before.LastEventTime);
}
