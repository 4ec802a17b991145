using System.ComponentModel;

namespace LiveStation;

/// <summary>State of the content of a curtain.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtaincontent-curtaincontentlist</remarks>
[TypeConverter(typeof(WireEnumConverter<CurtainContentStatus>))]
public enum CurtainContentStatus
{
    /// <summary>A state that this version does not know, or none; the text is in <c>StatusText</c>.</summary>
    Unknown = 0,

    /// <summary>Being made.</summary>
    Creating,

    /// <summary>Ready to be shown.</summary>
    Ready,

    /// <summary>Making it failed.</summary>
    ProcessingFail,

    /// <summary>Deleted.</summary>
    Deleted,
}
