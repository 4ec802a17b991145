using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Makes a schedule: what a VOD2LIVE channel plays, and when.</summary>
[Cmdlet(VerbsCommon.New, "LsVodSchedule", SupportsShouldProcess = true)]
[OutputType(typeof(VodSchedule))]
public sealed class NewLsVodScheduleCommand : LsCmdlet
{
    private readonly List<VodItem> _files = [];

    /// <summary>Id of the channel; nothing else than a VOD2LIVE channel is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [IdOf(typeof(VodChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string ChannelId { get; set; } = "";

    /// <summary>When to begin; local time unless it says otherwise.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [ZonedTime]
    [ArgumentCompleter(typeof(NoFiles))]
    public DateTime StartTime { get; set; }

    /// <summary>The files, in the order in which they are played.</summary>
    [Parameter(Position = 2, Mandatory = true, ValueFromPipeline = true)]
    [VodInput]
    [AllowEmptyCollection]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public VodItem[] VodList { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _files.AddRange(VodList);

    private protected override void Finish()
    {
        TurnTo(ChannelId);
        VodScheduleSettings settings = new() { ChannelId = ChannelId, StartTime = StartTime, VodList = _files };
        try
        {
            if (!Approve(CurrentContext.Seen.Describe<VodChannelKind>(ChannelId), "Make a schedule: " + settings.Check(CurrentContext.Now)))
            {
                return;
            }
        }
        catch (LiveStationArgumentException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, ChannelId));
        }

        if (Try((client, token) => client.VodSchedules.CreateAsync(settings, token), ChannelId, out VodSchedule? schedule))
        {
            WriteObject(schedule);
        }
    }
}
