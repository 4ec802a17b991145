using System.ComponentModel;

namespace LiveStation;

/// <summary>What happens to recordings.</summary>
[TypeConverter(typeof(WireEnumConverter<RecordSaveType>))]
public enum RecordSaveType
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Nothing is kept.</summary>
    NoRecord,

    /// <summary>Each recording is copied to the bucket by itself.</summary>
    AutoUpload,

    /// <summary>A temporary file is kept until its upload is asked for, and deleted after some days.</summary>
    ManualUpload,
}
