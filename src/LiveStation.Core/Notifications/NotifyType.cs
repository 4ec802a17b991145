using System.ComponentModel;

namespace LiveStation;

/// <summary>How a recipient is told.</summary>
[TypeConverter(typeof(WireEnumConverter<NotifyType>))]
public enum NotifyType
{
    /// <summary>A value that this version does not know, or none.</summary>
    Unknown = 0,

    /// <summary>By mail; needs an address.</summary>
    Email,

    /// <summary>By text message; needs a mobile number.</summary>
    Sms,
}
