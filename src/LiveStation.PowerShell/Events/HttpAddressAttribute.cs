using System;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Refuses what the service could not post to. The address may hold a login or a token, and is not repeated.</summary>
public sealed class HttpAddressAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (!CallbackOperations.IsAddress(arguments as Uri))
        {
            throw new ValidationMetadataException("It is no whole http or https address. Give it with its scheme and host, such as https://host.example/live-events.");
        }
    }
}
