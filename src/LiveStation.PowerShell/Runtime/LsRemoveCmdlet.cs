using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that deletes things, after a question, and has nothing to write. An area adds the parameter of ids.</summary>
public abstract class LsRemoveCmdlet : LsActionCmdlet<bool>
{
    /// <summary>Do not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    private protected abstract Task DeleteAsync(LiveStationClient client, string id, CancellationToken cancellationToken);

    private protected sealed override async Task<bool> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken)
    {
        await DeleteAsync(client, id, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private protected sealed override void Done(bool answer)
    {
    }
}
