using System.ComponentModel;

namespace LiveStation;

/// <summary>What is wrong with what was recorded.</summary>
[TypeConverter(typeof(WireEnumConverter<GapKind>))]
public enum GapKind
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The channel was on air and nothing recorded it.</summary>
    Gap,

    /// <summary>The broadcast broke off, and began again soon: nothing came, so that nothing could be recorded.</summary>
    Break,

    /// <summary>Two recordings hold the same time.</summary>
    Overlap,

    /// <summary>The file of a recording holds much less than the time on air that it was made in.</summary>
    Short,

    /// <summary>A recording could not be finished, or not be uploaded.</summary>
    Failed,
}
