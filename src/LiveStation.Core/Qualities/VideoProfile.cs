using System.ComponentModel;

namespace LiveStation;

/// <summary>H.264 profile. Below 1280x720 the service takes Baseline only (code 250341).</summary>
[TypeConverter(typeof(WireEnumConverter<VideoProfile>))]
public enum VideoProfile
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Baseline.</summary>
    Baseline,

    /// <summary>Main.</summary>
    Main,

    /// <summary>High.</summary>
    High,
}
