using System.ComponentModel;

namespace LiveStation;

/// <summary>State of a CDN.</summary>
[TypeConverter(typeof(WireEnumConverter<CdnStatus>))]
public enum CdnStatus
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>In service.</summary>
    Running,

    /// <summary>Being published.</summary>
    Publishing,

    /// <summary>Being stopped.</summary>
    Stopping,

    /// <summary>Stopped.</summary>
    Stopped,

    /// <summary>Being made.</summary>
    Creating,

    /// <summary>Being changed.</summary>
    Changing,

    /// <summary>The CDN is gone.</summary>
    CdnNotFound,
}
