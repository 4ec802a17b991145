using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Returns (deletes) VOD2LIVE channels; a CDN stays.</summary>
[Cmdlet(VerbsCommon.Remove, "LsVodChannel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(VodChannel))]
public sealed class RemoveLsVodChannelCommand : LsVodChannelEndCmdlet
{
    private protected override string Plan(string id) => "Delete the channel for good";

    private protected override Task<VodChannel> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.VodChannels.DeleteAsync(id, cancellationToken);
}
