using System.ComponentModel;

namespace LiveStation;

/// <summary>Plan of a re-stream: how many targets it may have, and what it costs.</summary>
[TypeConverter(typeof(WireEnumConverter<PlanType>))]
public enum PlanType
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>One to three targets.</summary>
    Standard,

    /// <summary>One to five targets.</summary>
    Professional,
}
