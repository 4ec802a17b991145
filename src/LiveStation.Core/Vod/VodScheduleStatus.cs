using System.ComponentModel;

namespace LiveStation;

/// <summary>State of a schedule of a VOD2LIVE channel. None of its own says that it is playing: the channel is PUBLISHING then.</summary>
[TypeConverter(typeof(WireEnumConverter<VodScheduleStatus>))]
public enum VodScheduleStatus
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Being made.</summary>
    Creating,

    /// <summary>Its files are being prepared.</summary>
    Processing,

    /// <summary>Its files could not be prepared.</summary>
    ProcessingFail,

    /// <summary>Being changed.</summary>
    Updating,

    /// <summary>Ready to play at its time.</summary>
    Ready,

    /// <summary>Played.</summary>
    Finish,

    /// <summary>Deleted.</summary>
    Deleted,
}
