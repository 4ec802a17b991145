using System.ComponentModel;

namespace LiveStation;

/// <summary>How the encoder sends.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/ja/media-livestation-channel-channelcreate (seen in this edition only)</remarks>
[TypeConverter(typeof(WireEnumConverter<IngestProtocol>))]
public enum IngestProtocol
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>RTMP, what the service takes unless told otherwise.</summary>
    Rtmp,

    /// <summary>SRT.</summary>
    Srt,
}
