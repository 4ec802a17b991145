using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Forgets the connected account of this session; the ambient one serves again.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "LsAccount")]
[OutputType(typeof(void))]
public sealed class DisconnectLsAccountCommand : PlainCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => ContextStore.Disconnect();
}
