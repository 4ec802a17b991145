using System.ComponentModel;

namespace LiveStation;

/// <summary>State of the relay to one target of a re-stream.</summary>
[TypeConverter(typeof(WireEnumConverter<ConnectStatus>))]
public enum ConnectStatus
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Connecting to the target.</summary>
    Connecting,

    /// <summary>Relaying.</summary>
    Publishing,

    /// <summary>Not on air.</summary>
    Ready,

    /// <summary>The target does not take the stream.</summary>
    Fail,
}
