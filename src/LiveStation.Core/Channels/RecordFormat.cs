using System.ComponentModel;

namespace LiveStation;

/// <summary>Kind of file that recordings are made as.</summary>
[TypeConverter(typeof(WireEnumConverter<RecordFormat>))]
public enum RecordFormat
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>One MP4 file.</summary>
    Mp4,

    /// <summary>A playlist with segments.</summary>
    Hls,

    /// <summary>Both.</summary>
    All,
}
