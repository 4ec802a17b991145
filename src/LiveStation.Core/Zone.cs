using System.ComponentModel;

namespace LiveStation;

/// <summary>A zone of the platform that offers Live Station.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation</remarks>
[TypeConverter(typeof(WireEnumConverter<Zone>))]
public enum Zone
{
    /// <summary>The public zone: path prefix <c>/api/v2</c>, region KR.</summary>
    Public = 0,

    /// <summary>The financial zone: same host, path prefix <c>/api/fin-v2</c>, region FKR.</summary>
    Financial,
}
