using System.Management.Automation;
using System.Net;

namespace LiveStation.PowerShell;

/// <summary>Takes an address of a machine in numbers; the engine's own words about another text would repeat it as it is.</summary>
public sealed class HostAddressAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        null => null!,
        IPAddress address => address,
        object other => IPAddress.TryParse(other.ToString(), out IPAddress? read) ? read : throw new ArgumentTransformationMetadataException($"'{Text.Clean(other.ToString())}' is no address. Write one of this machine in numbers, such as 127.0.0.1, ::1, or 0.0.0.0 for all of them."),
    };
}
