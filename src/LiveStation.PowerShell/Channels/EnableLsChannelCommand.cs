using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Lifts the stop of live channels; they become ready.</summary>
[Cmdlet(VerbsLifecycle.Enable, "LsChannel", SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
public sealed class EnableLsChannelCommand : LsChannelActionCmdlet
{
    private protected override string Plan(string id) => "Lift the stop";

    private protected override Task<Channel> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Channels.EnableAsync(id, cancellationToken);
}
