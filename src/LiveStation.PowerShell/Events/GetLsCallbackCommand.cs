using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets where the service posts the events of channels without an address of their own.</summary>
[Cmdlet(VerbsCommon.Get, "LsCallback")]
[OutputType(typeof(Callback))]
public sealed class GetLsCallbackCommand : LsCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Where none is set there is nothing to get.
        if (Try((client, token) => client.Callbacks.GetAsync(token), null, out Callback? callback) && callback!.CallbackUrl is not null)
        {
            WriteObject(callback);
        }
    }
}
