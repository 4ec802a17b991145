using System.ComponentModel;

namespace LiveStation;

/// <summary>Who may read the objects written to a bucket.</summary>
[TypeConverter(typeof(WireEnumConverter<AccessControl>))]
public enum AccessControl
{
    /// <summary>A value that this version does not know, or none; the text stands beside it.</summary>
    Unknown = 0,

    /// <summary>The owner only.</summary>
    Private,

    /// <summary>Everybody; needed for a CDN that reads them.</summary>
    PublicRead,
}
