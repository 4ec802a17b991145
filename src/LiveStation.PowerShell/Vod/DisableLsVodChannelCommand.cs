using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Stops VOD2LIVE channels. What plays is cut at once.</summary>
[Cmdlet(VerbsLifecycle.Disable, "LsVodChannel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(VodChannel))]
public sealed class DisableLsVodChannelCommand : LsVodChannelEndCmdlet
{
    private protected override string Plan(string id) => "Stop the channel; what plays is cut at once";

    private protected override Task<VodChannel> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.VodChannels.DisableAsync(id, cancellationToken);
}
