using System.ComponentModel;

namespace LiveStation;

/// <summary>What happened. The vendor's list differs between pages and grows: the text of a new code stands beside it.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-eventlist</remarks>
[TypeConverter(typeof(WireEnumConverter<EventCode>))]
public enum EventCode
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>The channel was made.</summary>
    StreamReserve,

    /// <summary>Settings of the channel were changed.</summary>
    StreamUpdate,

    /// <summary>Publishing began.</summary>
    PublishStart,

    /// <summary>Publishing ended.</summary>
    PublishEnd,

    /// <summary>A thumbnail was made.</summary>
    ThumbnailCreate,

    /// <summary>The state of a platform that is relayed to changed.</summary>
    SimulcastStatusChange,

    /// <summary>A recording began.</summary>
    [WireName("ONAIR_START")]
    OnAirStart,

    /// <summary>A recording ended.</summary>
    [WireName("ONAIR_END")]
    OnAirEnd,

    /// <summary>The encoder sends more than the limit.</summary>
    PublishOverThreshold,

    /// <summary>The main stream is on.</summary>
    RtmpMainStreamEnabled,

    /// <summary>The main stream was switched to the backup stream.</summary>
    RtmpBackupStreamEnabled,

    /// <summary>The backup stream was connected.</summary>
    BackupSessionStreamingConnected,
}
