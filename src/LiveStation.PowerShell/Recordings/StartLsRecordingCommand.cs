using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Starts to record live channels that are on air.</summary>
[Cmdlet(VerbsLifecycle.Start, "LsRecording", SupportsShouldProcess = true)]
[OutputType(typeof(Recording))]
public sealed class StartLsRecordingCommand : LsRecordingSwitchCmdlet
{
    private protected override string Plan(string id) => "Start recording";

    private protected override Task<IReadOnlyList<Recording>> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Recordings.StartAsync(id, cancellationToken);
}
