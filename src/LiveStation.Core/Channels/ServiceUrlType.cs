using System.ComponentModel;

namespace LiveStation;

/// <summary>Kind of address of a channel.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-serviceurl</remarks>
[TypeConverter(typeof(WireEnumConverter<ServiceUrlType>))]
public enum ServiceUrlType
{
    /// <summary>None.</summary>
    Unknown = 0,

    /// <summary>To play the broadcast.</summary>
    General,

    /// <summary>To play with rewinding; only while a channel with time machine is on air and recording.</summary>
    Timemachine,

    /// <summary>Still pictures.</summary>
    Thumbnail,
}
