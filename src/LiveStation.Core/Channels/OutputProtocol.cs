using System.ComponentModel;

namespace LiveStation;

/// <summary>Packaging of the output.</summary>
[TypeConverter(typeof(WireEnumConverter<OutputProtocol>))]
public enum OutputProtocol
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>HLS.</summary>
    Hls,

    /// <summary>Low-latency HLS; needs a low-latency quality set and a Global Edge in Korea.</summary>
    LlHls,

    /// <summary>HLS and DASH; the API writes it with a comma.</summary>
    [WireName("HLS,DASH")]
    HlsDash,
}
