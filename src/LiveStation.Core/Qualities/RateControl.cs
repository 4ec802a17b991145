using System.ComponentModel;

namespace LiveStation;

/// <summary>How the video bit rate is kept.</summary>
[TypeConverter(typeof(WireEnumConverter<RateControl>))]
public enum RateControl
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Constant.</summary>
    Cbr,

    /// <summary>Variable.</summary>
    Vbr,
}
