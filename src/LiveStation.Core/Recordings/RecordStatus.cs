using System.ComponentModel;

namespace LiveStation;

/// <summary>State of a recording.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-recording-recordinglist</remarks>
[TypeConverter(typeof(WireEnumConverter<RecordStatus>))]
public enum RecordStatus
{
    /// <summary>A state that this version does not know, or none; the text is in <c>StatusText</c>.</summary>
    Unknown = 0,

    /// <summary>Still recording.</summary>
    Recording,

    /// <summary>Being finished.</summary>
    Processing,

    /// <summary>Finishing failed.</summary>
    ProcessingFail,

    /// <summary>Waiting for its upload to a bucket, and deleted if none comes in time.</summary>
    TransferReady,

    /// <summary>Being uploaded.</summary>
    Transfer,

    /// <summary>Uploaded.</summary>
    TransferFinish,

    /// <summary>Upload failed; it may be asked for again.</summary>
    TransferFail,

    /// <summary>Removed.</summary>
    Deleted,
}
