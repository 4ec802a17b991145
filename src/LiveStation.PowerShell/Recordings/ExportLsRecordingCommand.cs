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
[Cmdlet(VerbsData.Export, "LsRecording", DefaultParameterSetName = PipeSet, SupportsShouldProcess = true)]
[OutputType(typeof(RecordingUpload))]
public sealed class ExportLsRecordingCommand : LsCmdlet
{
    // Two sets for objects, because the bucket comes first where they are piped and second where they are given.
    private const string PipeSet = "Pipe";
    private const string ObjectSet = "Object";
    private const string IdSet = "Id";

    // In the order of the input, each once.
    private readonly List<Item> _items = [];
    private readonly HashSet<long> _ids = [];

    // Told only when everything else was asked for: -ErrorAction Stop about one recording must not let the others expire.
    private readonly List<Action> _errors = [];

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

    /// <summary>The longest wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 3600;

    /// <summary>How many channels are looked at side by side.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int ThrottleLimit { get; set; } = 8;

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

            if (_ids.Add(recordId))
            {
                _items.Add(new Item(channelId, recordId));
            }
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
    private IEnumerable<Item> LookedUp() => SideBySide(
        _items.GroupBy(static item => item.ChannelId).ToArray(),
        ThrottleLimit,
        channel => channel.Key is { } id ? Client.Recordings.ListAsync(id, StopToken) : null,
        (channel, recordings) => recordings is null || LookUp(channel.Key!, [.. channel], recordings) ? channel : Enumerable.Empty<Item>());

    private bool LookUp(string channelId, Item[] items, Pull<Recording> recordings)
    {
        Dictionary<long, Item> wanted = items.ToDictionary(static item => item.RecordId);
        try
        {
            while (recordings.Next())
            {
                if (wanted.TryGetValue(recordings.Current.RecordId, out Item? item))
                {
                    item.Now = recordings.Current;
                    Note(item.Now);
                }
            }

            return true;
        }
        catch (LiveStationException e)
        {
            _errors.Add(() => WriteFailure(e, channelId));
            return false;
        }
        finally
        {
            recordings.End();
        }
    }

    private bool IsReady(Item item)
    {
        if (item.ChannelId is null)
        {
            return true;
        }

        switch (item.Now?.Status)
        {
            case null:
                _errors.Add(() => WriteError(RecordingKind.NotFound(item.Name)));
                return false;
            case RecordStatus.TransferReady or RecordStatus.TransferFail:
                return true;
            case RecordStatus.Transfer or RecordStatus.TransferFinish:
                WriteVerbose($"{item.Name} is {item.Now.StatusText}: asked for before, counts as done.");
                item.Result = RecordingUpload.Of(item.Now, null);
                item.IsAwaited = item.Now.Status == RecordStatus.Transfer;
                return false;
            case RecordStatus.Processing when Wait:
                // The question comes before the wait: nobody sits there for an hour to be asked.
                item.IsAwaited = IsApproved(item);
                return false;
            case RecordStatus.Unknown:
                // A state that this version does not know: the service decides.
                return true;
            default:
                ErrorRecord error = ErrorRecords.Of(
                    new PSInvalidOperationException($"{Text.Clean(item.Name)} is {Text.Clean(item.Now.StatusText)}; only TRANSFER_READY and TRANSFER_FAIL can be uploaded."),
                    "RecordingNotReadyForUpload",
                    ErrorCategory.InvalidOperation,
                    item.Name,
                    item.Now.Status == RecordStatus.Processing ? "Add -Wait, or wait with Wait-LsRecording." : "Stop a running recording with Stop-LsRecording; a failed or deleted one cannot be uploaded.");
                _errors.Add(() => WriteError(error));
                return false;
        }
    }

    private bool IsApproved(Item item) => Approve(item.ChannelId is null ? item.Name : RecordingKind.Describe(CurrentContext.Seen, item.ChannelId, item.RecordId), $"Upload to bucket {BucketName} ({AccessControl})");

    private void Send(IEnumerable<Item> items)
    {
        Dictionary<long, Item> byId = items.ToDictionary(static item => item.RecordId);
        if (byId.Count == 0)
        {
            return;
        }

        Pull<BulkOutcome<long, IReadOnlyDictionary<long, RecordingUpload>>> outcomes = Start(Client.Recordings.UploadAsync(BucketName, [.. byId.Keys], AccessControl, StopToken));
        while (outcomes.Next())
        {
            Settle([.. outcomes.Current.Ids.Select(recordId => byId[recordId])], outcomes.Current);
        }
    }

    private void TellErrors()
    {
        Action[] errors = [.. _errors];
        _errors.Clear();
        foreach (Action write in errors)
        {
            write();
        }
    }

    private void Settle(IReadOnlyList<Item> items, BulkOutcome<long, IReadOnlyDictionary<long, RecordingUpload>> outcome)
    {
        if (outcome.Failure is { } failure && failure.ErrorId != RecordingOperations.UploadAlreadyRequested)
        {
            _errors.Add(() => WriteFailure(failure, [.. items.Select(static item => item.Name)], "recordings"));
            return;
        }

        foreach (Item item in items)
        {
            item.IsAwaited = true;
            if (outcome.Failure is null)
            {
                item.Result = outcome.Result![item.RecordId].In(item.ChannelId);
            }
            else
            {
                WriteVerbose($"{item.Name}: asked for before, counts as done.");
                item.Result = new RecordingUpload { RecordId = item.RecordId, ChannelId = item.ChannelId, BucketName = BucketName, Status = RecordStatus.Transfer, StatusText = item.Now?.StatusText };
            }
        }
    }

    // Uploads that were asked for before are waited for as well: -Wait promises the end, whoever began it. What was still
    // being finished is sent when it is ready; by then the others, which may be short of time, have long been asked for.
    private ErrorRecord? WaitForUploads()
    {
        Dictionary<long, Item> awaited = _items.Where(static item => item.IsAwaited).ToDictionary(static item => item.RecordId);
        StateWait<Recording> wait = RecordingWait.Create(
            this,
            () => Client,
            [RecordStatus.TransferFinish],
            TimeSpan.FromSeconds(TimeoutSec),
            recording => awaited[recording.RecordId].Result = RecordingUpload.Of(recording, awaited[recording.RecordId].Result),
            recording =>
            {
                Item item = awaited[recording.RecordId];
                if (recording.Status == RecordStatus.TransferReady && item.Result is null)
                {
                    Send([item]);
                    TellErrors();
                    return item.Result is not null;
                }

                return true;
            });
        foreach (Item item in awaited.Values)
        {
            wait.Add(() => Client, item.ChannelId!, item.RecordId);
        }

        return wait.TryRun();
    }

    private sealed class Item(string? channelId, long recordId)
    {
        public string? ChannelId { get; } = channelId;

        public long RecordId { get; } = recordId;

        public string Name => ChannelId is null ? RecordId.ToString(CultureInfo.InvariantCulture) : RecordingWait.Name(ChannelId, RecordId);

        public Recording? Now { get; set; }

        public bool IsAwaited { get; set; }

        public RecordingUpload? Result { get; set; }
    }
}
