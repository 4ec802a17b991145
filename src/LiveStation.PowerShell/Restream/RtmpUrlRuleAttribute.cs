using System;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Refuses what is no address to publish to by RTMP, without quoting it: some hold the key.</summary>
public sealed class RtmpUrlRuleAttribute : ValidateArgumentsAttribute
{
    private static readonly string[] Schemes = ["rtmp://", "rtmps://"];

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        string address = arguments?.ToString() ?? "";
        if (!Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && address.Length > scheme.Length) || address.Any(static c => c <= ' '))
        {
            throw new ValidationMetadataException("It is no RTMP address (and is not shown here, for some hold the key). Copy it from the target platform: it begins with rtmp:// or rtmps:// and has no blanks.");
        }
    }
}
