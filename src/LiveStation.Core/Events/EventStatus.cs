using System.ComponentModel;

namespace LiveStation;

/// <summary>How far an event can be trusted.</summary>
[TypeConverter(typeof(WireEnumConverter<EventStatus>))]
public enum EventStatus
{
    /// <summary>Nobody said.</summary>
    Unknown = 0,

    /// <summary>The service lists it.</summary>
    Confirmed,

    /// <summary>A callback told of it, and nothing else yet. Callbacks carry no signature: whoever knows the address may post one.</summary>
    Unconfirmed,
}
