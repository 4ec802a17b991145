using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Deletes schedules of VOD2LIVE channels.</summary>
[Cmdlet(VerbsCommon.Remove, "LsVodSchedule", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(VodSchedule))]
public sealed class RemoveLsVodScheduleCommand : LsVodScheduleActionCmdlet
{
    /// <summary>Do not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    private protected override string Plan(string id) => "Delete the schedule for good";

    private protected override Task<VodSchedule> CallAsync(LiveStationClient client, long id, CancellationToken cancellationToken) => client.VodSchedules.DeleteAsync(id, cancellationToken);
}
