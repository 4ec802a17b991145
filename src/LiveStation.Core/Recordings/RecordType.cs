using System.ComponentModel;

namespace LiveStation;

/// <summary>Kind of a recorded file.</summary>
[TypeConverter(typeof(WireEnumConverter<RecordType>))]
public enum RecordType
{
    /// <summary>A kind that this version does not know, or none; the text is in <c>RecordTypeText</c>.</summary>
    Unknown = 0,

    /// <summary>One MP4 file.</summary>
    Mp4,

    /// <summary>A folder with a playlist and segments.</summary>
    Hls,
}
