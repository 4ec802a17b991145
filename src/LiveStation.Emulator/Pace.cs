using System;

namespace LiveStation.Emulator;

/// <summary>How long the service takes for what it does in the background. The defaults let a demonstration run in seconds.</summary>
public sealed record Pace
{
    /// <summary>From CREATING to READY, for a channel.</summary>
    public TimeSpan ChannelCreation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From CREATING or CHANGING to RUNNING, for the CDN of a channel.</summary>
    public TimeSpan CdnChange { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From PROCESSING to TRANSFER_READY, for a recording.</summary>
    public TimeSpan Processing { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From TRANSFER to TRANSFER_FINISH, for a recording.</summary>
    public TimeSpan Transfer { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Until a snapshot has its address.</summary>
    public TimeSpan SnapshotPreparation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From CREATING to COMPLETED, for a short clip.</summary>
    public TimeSpan ShortClipCreation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From CREATING to READY, for the content of a curtain.</summary>
    public TimeSpan CurtainCreation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From going on air to the first thumbnail.</summary>
    public TimeSpan Thumbnail { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From CONNECTING to PUBLISHING or FAIL, for the relay to a target of a re-stream.</summary>
    public TimeSpan Relay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a temporary recording is kept after it was made.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(3);

    /// <summary>From CREATING or UPDATING over PROCESSING to READY, for a schedule of a VOD2LIVE channel.</summary>
    public TimeSpan VodPreparation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long each file of a schedule plays. The service has no files and knows no lengths.</summary>
    public TimeSpan VodLength { get; init; } = TimeSpan.FromMinutes(20);
}
