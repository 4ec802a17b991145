using System.ComponentModel;

namespace LiveStation;

/// <summary>Which part of a broadcast is missing.</summary>
[TypeConverter(typeof(WireEnumConverter<GapPart>))]
public enum GapPart
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Recording began late.</summary>
    Beginning,

    /// <summary>Recording paused.</summary>
    Middle,

    /// <summary>Recording stopped before the broadcast did.</summary>
    End,
}
