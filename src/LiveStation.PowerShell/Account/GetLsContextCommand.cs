using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Shows the context in force, connected or ambient; nothing where there is none.</summary>
[Cmdlet(VerbsCommon.Get, "LsContext")]
[OutputType(typeof(LsContext))]
public sealed class GetLsContextCommand : PlainCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            if (ContextStore.Current(WriteWarning) is { } context)
            {
                WriteObject(context);
            }
        }
        catch (LiveStationException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, null));
        }
    }
}
