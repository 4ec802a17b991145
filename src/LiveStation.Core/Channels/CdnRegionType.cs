using System.ComponentModel;

namespace LiveStation;

/// <summary>Region that a Global Edge serves.</summary>
[TypeConverter(typeof(WireEnumConverter<CdnRegionType>))]
public enum CdnRegionType
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Korea.</summary>
    Korea,

    /// <summary>Japan.</summary>
    Japan,

    /// <summary>Worldwide.</summary>
    Global,
}
