using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Stops the recording of live channels.</summary>
[Cmdlet(VerbsLifecycle.Stop, "LsRecording", SupportsShouldProcess = true)]
[OutputType(typeof(Recording))]
public sealed class StopLsRecordingCommand : LsRecordingSwitchCmdlet
{
    private protected override string Plan(string id) => "Stop recording";

    private protected override Task<IReadOnlyList<Recording>> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Recordings.StopAsync(id, cancellationToken);
}
