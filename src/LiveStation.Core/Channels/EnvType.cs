using System.ComponentModel;

namespace LiveStation;

/// <summary>Tag that keeps environments apart; no difference in function.</summary>
[TypeConverter(typeof(WireEnumConverter<EnvType>))]
public enum EnvType
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Production.</summary>
    Real,

    /// <summary>Development.</summary>
    Dev,

    /// <summary>Staging.</summary>
    Stage,
}
