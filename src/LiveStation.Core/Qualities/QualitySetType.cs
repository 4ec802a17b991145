using System.ComponentModel;

namespace LiveStation;

/// <summary>What channels a quality set is for.</summary>
[TypeConverter(typeof(WireEnumConverter<QualitySetType>))]
public enum QualitySetType
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>HLS; the API writes default.</summary>
    [WireName("default")]
    Hls,

    /// <summary>Low latency (LL-HLS).</summary>
    [WireName("llhls")]
    LlHls,
}
