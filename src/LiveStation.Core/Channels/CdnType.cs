using System.ComponentModel;

namespace LiveStation;

/// <summary>Kind of CDN.</summary>
[TypeConverter(typeof(WireEnumConverter<CdnType>))]
public enum CdnType
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Global Edge, today in the public zone.</summary>
    GlobalEdge,

    /// <summary>Global CDN, on older channels. The error table writes it GCDN.</summary>
    [WireName("GLOBAL_CDN", Older = "GCDN")]
    GlobalCdn,

    /// <summary>CDN+, in the financial zone and on older channels.</summary>
    CdnPlus,

    /// <summary>None.</summary>
    NoCdn,
}
