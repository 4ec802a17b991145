using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Changes between the main and the backup stream of channels that are on air.</summary>
[Cmdlet(VerbsCommon.Switch, "LsStream", SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
public sealed class SwitchLsStreamCommand : LsChannelActionCmdlet
{
    private protected override string Plan(string id) => "Change between main and backup stream";

    private protected override Task<Channel> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Channels.SwitchStreamAsync(id, cancellationToken);
}
