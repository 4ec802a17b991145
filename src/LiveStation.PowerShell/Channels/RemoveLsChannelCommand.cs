using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Returns (deletes) live channels. Their snapshots go too; a CDN stays.</summary>
[Cmdlet(VerbsCommon.Remove, "LsChannel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Channel))]
public sealed class RemoveLsChannelCommand : LsChannelEndCmdlet
{
    private protected override string Plan(string id) => "Delete the channel and its snapshots for good; its recordings that are in no bucket yet can no longer be exported";

    private protected override Task<Channel> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Channels.DeleteAsync(id, cancellationToken);
}
