using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Changes when schedules begin, or what they play.</summary>
[Cmdlet(VerbsCommon.Set, "LsVodSchedule", SupportsShouldProcess = true)]
[OutputType(typeof(VodSchedule))]
public sealed class SetLsVodScheduleCommand : LsVodScheduleActionCmdlet
{
    private readonly List<VodItem> _piped = [];
    private VodItem[]? _given;

    /// <summary>Ids of schedules; nothing else than a schedule is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(VodScheduleKind), LeavesText = true)]
    [ArgumentCompleter(typeof(NameCompleter<VodScheduleKind>))]
    [ValidateNotNullOrEmpty]
    public override string[] ScheduleId { get; set; } = [];

    /// <summary>When to begin; local time unless it says otherwise.</summary>
    [Parameter(Position = 1)]
    [ZonedTime]
    [ArgumentCompleter(typeof(NoFiles))]
    public DateTime? StartTime { get; set; }

    /// <summary>The files, in place of those before. Also from the pipeline, where the schedule is named on the command line.</summary>
    [Parameter(Position = 2, ValueFromPipeline = true)]
    [VodInput(LeavesToOthers = typeof(VodScheduleKind))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public VodItem[]? VodList { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _given = VodList;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (VodList != _given && VodList is { } piped)
        {
            _piped.AddRange(piped);
            return;
        }

        base.ProcessRecord();
    }

    private protected override void Finish()
    {
        if (_piped.Count > 0)
        {
            VodList = [.. _piped];
            base.ProcessRecord();
        }
    }

    private protected override string? Plan(string id)
    {
        VodScheduleChange change = Change();
        if (change.IsEmpty)
        {
            RefuseParameters("NothingToChange", "No setting was named, so there is nothing to change.", "Give -StartTime or -VodList.");
        }

        try
        {
            return "Set " + change.Check(id, CurrentContext.Now);
        }
        catch (LiveStationArgumentException e)
        {
            WriteFailure(e, id);
            return null;
        }
    }

    private protected override Task<VodSchedule> CallAsync(LiveStationClient client, long id, CancellationToken cancellationToken) => client.VodSchedules.UpdateAsync(id, Change(), cancellationToken);

    private VodScheduleChange Change() => new() { StartTime = StartTime, VodList = VodList };
}
