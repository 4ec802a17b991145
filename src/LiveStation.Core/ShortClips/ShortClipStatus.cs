using System.ComponentModel;

namespace LiveStation;

/// <summary>State of a short clip.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-shortclip-shortcliplist</remarks>
[TypeConverter(typeof(WireEnumConverter<ShortClipStatus>))]
public enum ShortClipStatus
{
    /// <summary>A state that this version does not know, or none; the text is in <c>StatusText</c>.</summary>
    Unknown = 0,

    /// <summary>Being cut.</summary>
    Creating,

    /// <summary>Cut, and in the bucket.</summary>
    Completed,

    /// <summary>Cutting it failed.</summary>
    ProcessingFail,

    /// <summary>It was cut, and did not get into the bucket.</summary>
    UploadFail,
}
