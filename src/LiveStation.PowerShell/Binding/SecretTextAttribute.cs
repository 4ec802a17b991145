using System.Management.Automation;
using System.Net;
using System.Security;

namespace LiveStation.PowerShell;

/// <summary>Refuses a secret in plain text without quoting it, as the engine would; takes hidden texts of objects as they are.</summary>
public sealed class SecretTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        null => null!,
        SecureString { Length: 0 } => throw new ArgumentTransformationMetadataException("It is empty."),
        SecureString or PSCredential => inputData,
        HiddenText hidden => new NetworkCredential("", hidden.Reveal()).SecurePassword,
        _ => throw new ArgumentTransformationMetadataException("A secret is not taken as plain text, which would stay in histories and logs. Give a SecureString, from Read-Host -AsSecureString or a vault, and for a login a PSCredential, from Get-Credential."),
    };
}
