using System.ComponentModel;

namespace LiveStation;

/// <summary>What a quality is made of.</summary>
[TypeConverter(typeof(WireEnumConverter<QualityType>))]
public enum QualityType
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Picture and sound.</summary>
    Normal,

    /// <summary>Sound alone.</summary>
    Audio,

    /// <summary>What the encoder sends, as it is; built in ones only.</summary>
    Bypass,
}
