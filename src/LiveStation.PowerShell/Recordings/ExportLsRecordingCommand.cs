using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// Uploads recordings to a bucket, in few calls, and writes one result for each. Safe to run twice: what is in a bucket,
/// or on its way there, counts as done.
/// </summary>
[Cmdlet(VerbsData.Export, "LsRecording", DefaultParameterSetName = PipeSet, SupportsShouldProcess = true)]
[OutputType(typeof(RecordingUpload))]
public sealed class ExportLsRecordingCommand : LsRecordingUploadCmdlet
{
    // Two sets for objects, because the bucket comes first where they are piped and second where they are given.
    private const string PipeSet = "Pipe";
    private const string ObjectSet = "Object";
    private const string IdSet = "Id";

    /// <summary>Recordings, results of exporting them, or rows about them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PipeSet)]
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ObjectSet)]
    [RecordingInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public Recording[] InputObject { get; set; } = [];

    /// <summary>Ids of recordings.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = IdSet)]
    [NumberList]
    [ArgumentCompleter(typeof(NameCompleter<RecordingKind>))]
    [ValidateNotNullOrEmpty]
    public long[] RecordId { get; set; } = [];

    /// <summary>Channel of the recordings; lets their state be looked at first, and -Wait follow it.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [IdOf(typeof(ChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string? ChannelId { get; set; }

    /// <summary>The bucket in Object Storage.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = PipeSet)]
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = ObjectSet)]
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = IdSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(NameCompleter<BucketKind>))]
    [ValidateNotNullOrEmpty]
    public string BucketName { get; set; } = "";

    /// <summary>Who may read the objects there.</summary>
    [Parameter]
    [ValidateRange(LiveStation.AccessControl.Private, LiveStation.AccessControl.PublicRead)]
    public AccessControl AccessControl { get; set; } = AccessControl.Private;

    /// <summary>Wait until the uploads are through; also for recordings that are still being finished.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How many channels are looked at side by side.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int ThrottleLimit { get; set; } = 8;

    private protected override int LooksAtOnce => ThrottleLimit;

    private protected override bool Waits => Wait;

    private protected override (string? BucketName, AccessControl AccessControl) Destination => (BucketName, AccessControl);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((string? channelId, long recordId) in ParameterSetName == IdSet ? ByIds() : InputObject.Select(ByObject))
        {
            RequireOneContext();
            if (Wait && channelId is null)
            {
                RefuseParameters("ChannelIdMissing", "-Wait follows a recording by its channel and its id; no channel was given.", "Give -ChannelId as well, or pipe recordings, which bring both.");
            }

            Add(channelId, recordId);
        }
    }

    private IEnumerable<(string?, long)> ByIds()
    {
        if (ChannelId is not null)
        {
            TurnTo(ChannelId);
        }

        return RecordId.Select(id => (ChannelId, id));
    }

    private (string?, long) ByObject(Recording recording)
    {
        TurnTo(recording);
        return (recording.ChannelId, recording.RecordId);
    }

    private protected override void Finish()
    {
        Item[] ready = [.. LookedUp().Where(item => IsReady(item) && IsApproved(item))];

        // What was looked at in time is sent, even where the gateway let no more looks through.
        GoOn();
        Send(ready);
        TellErrors();
        TellGivenUp();
        ErrorRecord? timedOut = Wait ? WaitForUploads() : null;
        foreach (Item item in Items)
        {
            if (item.Result is { } result)
            {
                Note(result);
                WriteObject(result);
            }
        }

        if (timedOut is not null)
        {
            ThrowTerminatingError(timedOut);
        }
    }

    private protected override bool IsApproved(Item item) => Approve(item.ChannelId is null ? item.Name : RecordingKind.Describe(CurrentContext.Seen, item.ChannelId, item.RecordId), $"Upload to bucket {BucketName} ({AccessControl})");
}
