using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Cuts a short clip from each of some snapshots, into a bucket.</summary>
[Cmdlet(VerbsCommon.New, "LsShortClip", DefaultParameterSetName = IdSet, SupportsShouldProcess = true)]
[OutputType(typeof(ShortClip))]
public sealed class NewLsShortClipCommand : LsSnapshotIdsCmdlet
{
    private readonly HashSet<(LsContext, string, long)> _done = [];
    private ShortClipSettings? _settings;
    private string _plan = "";

    /// <summary>Where the clip begins, from the start of the snapshot.</summary>
    [Parameter]
    [TimeSpanWithUnit]
    [ArgumentCompleter(typeof(NoFiles))]
    public TimeSpan StartTime { get; set; }

    /// <summary>Where it ends, from the start of the snapshot.</summary>
    [Parameter(Mandatory = true)]
    [TimeSpanWithUnit]
    [ArgumentCompleter(typeof(NoFiles))]
    public TimeSpan EndTime { get; set; }

    /// <summary>Bucket that the file is written to.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<BucketKind>))]
    public string BucketName { get; set; } = "";

    /// <summary>Folder in the bucket, beginning with a slash.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public string FilePath { get; set; } = "/";

    /// <summary>Who may read the file.</summary>
    [Parameter]
    [ValidateRange(LiveStation.AccessControl.Private, LiveStation.AccessControl.PublicRead)]
    public AccessControl AccessControl { get; set; } = LiveStation.AccessControl.Private;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _settings = new ShortClipSettings { StartTime = StartTime, EndTime = EndTime, BucketName = BucketName, FilePath = FilePath, AccessControl = AccessControl };
        try
        {
            _plan = "Cut a short clip: " + _settings.Check("short clip");
        }
        catch (LiveStationArgumentException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((string channelId, long snapshotId) in Named())
        {
            string name = SnapshotKind.Name(channelId, snapshotId);
            if (_done.Add((CurrentContext, channelId, snapshotId))
                && Approve(name, _plan)
                && Try((client, token) => client.ShortClips.CreateAsync(channelId, snapshotId, _settings!, token), name, out ShortClip? clip))
            {
                WriteObject(clip);
            }
        }
    }
}
