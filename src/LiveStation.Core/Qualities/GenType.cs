using System.ComponentModel;

namespace LiveStation;

/// <summary>Whose a quality or a quality set is.</summary>
[TypeConverter(typeof(WireEnumConverter<GenType>))]
public enum GenType
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>Made by the account.</summary>
    Custom,

    /// <summary>Built in; can be used, and neither changed nor deleted.</summary>
    System,
}
