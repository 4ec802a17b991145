using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Lifts the stop of VOD2LIVE channels.</summary>
[Cmdlet(VerbsLifecycle.Enable, "LsVodChannel", SupportsShouldProcess = true)]
[OutputType(typeof(VodChannel))]
public sealed class EnableLsVodChannelCommand : LsVodChannelActionCmdlet
{
    private protected override string Plan(string id) => "Lift the stop";

    private protected override Task<VodChannel> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.VodChannels.EnableAsync(id, cancellationToken);
}
