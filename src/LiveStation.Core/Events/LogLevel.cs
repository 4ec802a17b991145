using System.ComponentModel;

namespace LiveStation;

/// <summary>How grave an event is.</summary>
[TypeConverter(typeof(WireEnumConverter<LogLevel>))]
public enum LogLevel
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>For information.</summary>
    Info,

    /// <summary>Something went wrong.</summary>
    Error,
}
