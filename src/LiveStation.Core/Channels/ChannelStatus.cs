using System.ComponentModel;

namespace LiveStation;

/// <summary>State of a live channel.</summary>
[TypeConverter(typeof(WireEnumConverter<ChannelStatus>))]
public enum ChannelStatus
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Being set up.</summary>
    Creating,

    /// <summary>Usable, not on air.</summary>
    Ready,

    /// <summary>On air. Older pages of the API write PUBLISH.</summary>
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
