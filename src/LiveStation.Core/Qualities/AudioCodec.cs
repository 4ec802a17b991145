using System.ComponentModel;

namespace LiveStation;

/// <summary>Codec of the sound.</summary>
[TypeConverter(typeof(WireEnumConverter<AudioCodec>))]
public enum AudioCodec
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>AAC.</summary>
    Aac,

    /// <summary>MP3.</summary>
    [WireName("MP3")]
    Mp3,
}
