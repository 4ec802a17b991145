using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Stops live channels. A broadcast is cut at once.</summary>
[Cmdlet(VerbsLifecycle.Disable, "LsChannel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Channel))]
public sealed class DisableLsChannelCommand : LsChannelEndCmdlet
{
    private protected override string Plan(string id) => "Stop the channel; a broadcast is cut at once";

    private protected override Task<Channel> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Channels.DisableAsync(id, cancellationToken);
}
