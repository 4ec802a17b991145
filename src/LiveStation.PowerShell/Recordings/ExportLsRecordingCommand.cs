using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// Uploads recordings to a bucket, in few calls, and writes one result for each. Safe to run twice: what is in a bucket,
/// or on its way there, counts as done.
/// </summary>
[Cmdlet(VerbsData.Export, "LsRecording", SupportsShouldProcess = true)]
[OutputType(typeof(RecordingUpload))]
public sealed class ExportLsRecordingCommand : LsCmdlet
{
    // In the order of the input, each once.
    private readonly List<Item> _items = [];
    private readonly HashSet<long> _ids = [];

    /// <summary>Ids of recordings.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RecordIdCompleter))]
    [ValidateNotNullOrEmpty]
    public long[] RecordId { get; set; } = [];

    /// <summary>Channel of the recordings; lets their state be looked at first, and -Wait follow it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChannelId]
    [ArgumentCompleter(typeof(ChannelIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ChannelId { get; set; }

    /// <summary>The bucket in Object Storage.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [ArgumentCompleter(typeof(BucketNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string BucketName { get; set; } = "";

    /// <summary>Who may read the objects there.</summary>
    [Parameter]
    public AccessControl AccessControl { get; set; } = AccessControl.Private;

    /// <summary>Wait until the uploads are through; also for recordings that are still being finished.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The longest wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 3600;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Wait && ChannelId is null)
        {
            RefuseParameters("ChannelIdMissing", "-Wait follows a recording by its channel and its id; no channel was given.", "Give -ChannelId as well, or pipe recordings, which bring both.");
        }

        foreach (long recordId in RecordId)
        {
            if (_ids.Add(recordId))
            {
                _items.Add(new Item(ChannelId, recordId));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        List<Item> toSend = [];
        foreach (IGrouping<string?, Item> channel in _items.GroupBy(static item => item.ChannelId).ToArray())
        {
            if (channel.Key is null || LookUp(channel.Key, [.. channel]))
            {
                toSend.AddRange(channel.Where(IsToSend));
            }
        }

        ErrorRecord? timedOut = Wait ? WaitUntilReady(toSend) : null;
        Send([.. toSend.Where(item => item.IsReady && Approve(item.Name, $"Upload to bucket {BucketName} ({AccessControl})"))]);
        if (Wait && timedOut is null)
        {
            timedOut = WaitUntilThrough();
        }

        foreach (Item item in _items)
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

    // Objects from the pipeline may be hours old: the present state decides.
    private bool LookUp(string channelId, Item[] items)
    {
        Dictionary<long, Item> wanted = items.ToDictionary(static item => item.RecordId);
        Pull<Recording> recordings = Start(Client.Recordings.ListAsync(channelId, StopToken));
        try
        {
            while (recordings.Next())
            {
                if (wanted.TryGetValue(recordings.Current.RecordId, out Item? item))
                {
                    item.Now = recordings.Current;
                }
            }

            return true;
        }
        catch (LiveStationException e)
        {
            WriteError(ErrorRecords.Of(e, channelId));
            return false;
        }
        finally
        {
            recordings.End();
        }
    }

    private bool IsToSend(Item item)
    {
        if (item.ChannelId is null)
        {
            return item.IsReady = true;
        }

        switch (item.Now?.Status)
        {
            case null:
                WriteError(ErrorRecords.NotFound(item.Name));
                return false;
            case RecordStatus.TransferReady or RecordStatus.TransferFail:
                return item.IsReady = true;
            case RecordStatus.Transfer or RecordStatus.TransferFinish:
                WriteVerbose($"{item.Name} is {item.Now.StatusText}: asked for before, counts as done.");
                item.Result = RecordingUpload.Of(item.Now, null);
                return false;
            case RecordStatus.Processing when Wait:
                return true;
            case RecordStatus.Unknown:
                // A state that this version does not know: the service decides.
                return item.IsReady = true;
            default:
                WriteError(ErrorRecords.Of(
                    new PSInvalidOperationException($"{item.Name} is {item.Now.StatusText}; only TRANSFER_READY and TRANSFER_FAIL can be uploaded."),
                    "RecordingNotReadyForUpload",
                    ErrorCategory.InvalidOperation,
                    item.Name,
                    item.Now.Status == RecordStatus.Processing ? "Add -Wait, or wait with Wait-LsRecording." : "Stop a running recording with Stop-LsRecording; a failed or deleted one cannot be uploaded."));
                return false;
        }
    }

    private ErrorRecord? WaitUntilReady(List<Item> items)
    {
        StateWait<Recording> wait = RecordingWait.Create(this, [RecordStatus.TransferReady], TimeSpan.FromSeconds(TimeoutSec), recording =>
        {
            Item item = items.First(candidate => candidate.RecordId == recording.RecordId);
            item.Now = recording;
            item.IsReady = recording.Status == RecordStatus.TransferReady;
        });
        foreach (Item item in items.Where(static item => !item.IsReady))
        {
            wait.Add(item.Name, token => Client.Recordings.GetAsync(item.ChannelId!, item.RecordId, token));
        }

        return wait.TryRun();
    }

    private void Send(List<Item> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        Dictionary<long, Item> byId = items.ToDictionary(static item => item.RecordId);
        Pull<BulkOutcome<long, IReadOnlyDictionary<long, RecordingUpload>>> outcomes = Start(Client.Recordings.UploadAsync(BucketName, [.. byId.Keys], AccessControl, StopToken));
        while (outcomes.Next())
        {
            foreach (long recordId in outcomes.Current.Ids)
            {
                Settle(byId[recordId], outcomes.Current);
            }
        }
    }

    private void Settle(Item item, BulkOutcome<long, IReadOnlyDictionary<long, RecordingUpload>> outcome)
    {
        if (outcome.Failure is null)
        {
            item.IsUnderWay = true;
            item.Result = outcome.Result![item.RecordId] with { ChannelId = item.ChannelId };
        }
        else if (outcome.Failure.ErrorId == RecordingOperations.UploadAlreadyRequested)
        {
            WriteVerbose($"{item.Name}: asked for before, counts as done.");
            item.IsUnderWay = true;
            item.Result = new RecordingUpload { RecordId = item.RecordId, ChannelId = item.ChannelId, BucketName = BucketName, Status = RecordStatus.Transfer, StatusText = item.Now?.StatusText };
        }
        else
        {
            WriteError(ErrorRecords.Of(outcome.Failure, item.Name));
        }
    }

    private ErrorRecord? WaitUntilThrough()
    {
        // An upload that was asked for before is waited for as well: -Wait promises the end, whoever began it.
        Item[] underWay = [.. _items.Where(static item => item.IsUnderWay || item.Result?.Status == RecordStatus.Transfer)];
        StateWait<Recording> wait = RecordingWait.Create(this, [RecordStatus.TransferFinish], TimeSpan.FromSeconds(TimeoutSec), recording =>
        {
            Item item = underWay.First(candidate => candidate.RecordId == recording.RecordId);
            item.Result = RecordingUpload.Of(recording, item.Result);
        });
        foreach (Item item in underWay)
        {
            wait.Add(item.Name, token => Client.Recordings.GetAsync(item.ChannelId!, item.RecordId, token));
        }

        return wait.TryRun();
    }

    private sealed class Item(string? channelId, long recordId)
    {
        public string? ChannelId { get; } = channelId;

        public long RecordId { get; } = recordId;

        public string Name => ChannelId is null ? RecordId.ToString(CultureInfo.InvariantCulture) : RecordingWait.Name(ChannelId, RecordId);

        public Recording? Now { get; set; }

        public bool IsReady { get; set; }

        public bool IsUnderWay { get; set; }

        public RecordingUpload? Result { get; set; }
    }
}
