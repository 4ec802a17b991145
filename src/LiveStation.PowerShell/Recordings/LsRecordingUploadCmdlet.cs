using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that brings recordings into a bucket: gathers them, looks at their present state, asks for uploads in few calls, and waits for them.</summary>
public abstract class LsRecordingUploadCmdlet : LsCmdlet
{
    private readonly HashSet<long> _ids = [];

    /// <summary>The longest wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 3600;

    /// <summary>What was given, in the order of the input, each once.</summary>
    private protected List<Item> Items { get; } = [];

    /// <summary>Told only when everything else was asked for: -ErrorAction Stop about one recording must not let the others expire.</summary>
    private protected List<Action> Failures { get; } = [];

    /// <summary>How many channels are looked at side by side.</summary>
    private protected abstract int LooksAtOnce { get; }

    /// <summary>Whether the end of uploads is waited for, and what is still being finished is uploaded when it is ready.</summary>
    private protected abstract bool Waits { get; }

    /// <summary>Where uploads go, and who may read there.</summary>
    private protected abstract (string? BucketName, AccessControl AccessControl) Destination { get; }

    /// <summary>Asks before an upload.</summary>
    private protected abstract bool IsApproved(Item item);

    /// <summary>What is done with one whose upload has ended, well or not.</summary>
    private protected virtual void Ended(Item item)
    {
    }

    private protected void Add(string? channelId, long recordId)
    {
        if (_ids.Add(recordId))
        {
            Items.Add(new Item(channelId, recordId));
        }
    }

    // Objects from the pipeline may be hours old: the present state decides.
    private protected IEnumerable<Item> LookedUp() => SideBySide(
        Items.GroupBy(static item => item.ChannelId).ToArray(),
        LooksAtOnce,
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
            Failures.Add(() => WriteFailure(e, channelId));
            return false;
        }
        finally
        {
            recordings.End();
        }
    }

    private protected bool IsReady(Item item)
    {
        if (item.ChannelId is null)
        {
            return true;
        }

        switch (item.Now?.Status)
        {
            case null:
                Failures.Add(() => WriteError(RecordingKind.NotFound(item.Name)));
                return false;
            case RecordStatus.TransferReady or RecordStatus.TransferFail:
                return true;
            case RecordStatus.Transfer or RecordStatus.TransferFinish:
                WriteVerbose($"{item.Name} is {item.Now.StatusText}: asked for before, counts as done.");
                item.Result = RecordingUpload.Of(item.Now, null);
                item.IsAwaited = item.Now.Status == RecordStatus.Transfer;
                return false;
            case RecordStatus.Processing when Waits:
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
                Failures.Add(() => WriteError(error));
                return false;
        }
    }

    private protected void Send(IEnumerable<Item> items)
    {
        Dictionary<long, Item> byId = items.ToDictionary(static item => item.RecordId);
        if (byId.Count == 0)
        {
            return;
        }

        Pull<BulkOutcome<long, IReadOnlyDictionary<long, RecordingUpload>>> outcomes = Start(Client.Recordings.UploadAsync(Destination.BucketName!, [.. byId.Keys], Destination.AccessControl, StopToken));
        while (outcomes.Next())
        {
            Settle([.. outcomes.Current.Ids.Select(recordId => byId[recordId])], outcomes.Current);
        }
    }

    private protected void TellErrors()
    {
        Action[] errors = [.. Failures];
        Failures.Clear();
        foreach (Action write in errors)
        {
            write();
        }
    }

    private void Settle(IReadOnlyList<Item> items, BulkOutcome<long, IReadOnlyDictionary<long, RecordingUpload>> outcome)
    {
        if (outcome.Failure is { } failure && failure.ErrorId != RecordingOperations.UploadAlreadyRequested)
        {
            Failures.Add(() => WriteFailure(failure, [.. items.Select(static item => item.Name)], "recordings"));
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
                item.Result = new RecordingUpload { RecordId = item.RecordId, ChannelId = item.ChannelId, BucketName = Destination.BucketName, Status = RecordStatus.Transfer, StatusText = item.Now?.StatusText };
            }
        }
    }

    // Uploads that were asked for before are waited for as well: -Wait promises the end, whoever began it. What was still
    // being finished is sent when it is ready; by then the others, which may be short of time, have long been asked for.
    private protected ErrorRecord? WaitForUploads()
    {
        Dictionary<long, Item> awaited = Items.Where(static item => item.IsAwaited).ToDictionary(static item => item.RecordId);
        StateWait<Recording> wait = RecordingWait.Create(
            this,
            () => Client,
            [RecordStatus.TransferFinish],
            TimeSpan.FromSeconds(TimeoutSec),
            recording =>
            {
                Item item = awaited[recording.RecordId];
                item.Now = recording;
                item.Result = RecordingUpload.Of(recording, item.Result);
                Ended(item);
            },
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
        if (awaited.Count > 0)
        {
            int processed = awaited.Values.Count(static item => item.Now?.Status == RecordStatus.Processing);
            WriteVerbose($"Waiting up to {TimeoutSec} s for {awaited.Count} uploads{(processed == 0 ? "" : $", of which {processed} cannot begin before the service has finished the recording")}.");
        }

        foreach (Item item in awaited.Values)
        {
            wait.Add(() => Client, item.ChannelId!, item.RecordId);
        }

        return wait.TryRun();
    }

    private protected sealed class Item(string? channelId, long recordId)
    {
        public string? ChannelId { get; } = channelId;

        public long RecordId { get; } = recordId;

        public string Name => ChannelId is null ? RecordId.ToString(CultureInfo.InvariantCulture) : RecordingWait.Name(ChannelId, RecordId);

        public Recording? Now { get; set; }

        public bool IsAwaited { get; set; }

        public RecordingUpload? Result { get; set; }
    }
}
