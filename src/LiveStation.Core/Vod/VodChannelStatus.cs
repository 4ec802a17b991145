using System.ComponentModel;

namespace LiveStation;

/// <summary>State of a VOD2LIVE channel.</summary>
[TypeConverter(typeof(WireEnumConverter<VodChannelStatus>))]
public enum VodChannelStatus
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Being set up.</summary>
    Creating,

    /// <summary>Usable, without a schedule.</summary>
    Ready,

    /// <summary>A schedule is waiting for its time.</summary>
    Reserved,

    /// <summary>A schedule is playing. Older pages of the API write PUBLISH for live channels.</summary>
    [WireName("PUBLISHING", Older = "PUBLISH")]
    Publishing,

    /// <summary>Returned.</summary>
    Deleted,

    /// <summary>Stopped by its owner.</summary>
    Block,

    /// <summary>Stopped by the platform.</summary>
    ForceBlock,

    /// <summary>Withdrawn by the platform.</summary>
    ForceDeleted,
}
