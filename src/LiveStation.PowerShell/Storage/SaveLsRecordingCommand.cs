using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>
/// Brings recordings home: exports what is not in a bucket yet, fetches, verifies, and gives a file its name when it is whole. The
/// same command again goes on with what is missing.
/// </summary>
[Cmdlet(VerbsData.Save, "LsRecording", DefaultParameterSetName = PipeSet, SupportsShouldProcess = true)]
[OutputType(typeof(SavedRecording))]
public sealed class SaveLsRecordingCommand : LsRecordingUploadCmdlet
{
    // Two sets for objects, because the folder comes first where they are piped and second where they are given.
    private const string PipeSet = "Pipe";
    private const string ObjectSet = "Object";
    private const string IdSet = "Id";
    private const long Mebi = 1024 * 1024;

    // How long work may take to put down what it has, after Ctrl+C.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<Item, Job> _jobs = [];
    private readonly Dictionary<string, Item> _paths = new(StringComparer.OrdinalIgnoreCase);
    private FileNameTemplate? _template;
    private StorageOperations? _storage;
    private SaveProgress? _progress;
    private SemaphoreSlim? _room;
    private string _folder = "";

    // Taken once: what is left to itself after the end must not ask for it then.
    private CancellationToken _token;

    /// <summary>Recordings, results of exporting them, or rows about them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PipeSet)]
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ObjectSet)]
    [RecordingInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public Recording[] InputObject { get; set; } = [];

    /// <summary>Channel of the recordings.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [IdOf(typeof(ChannelKind), LeavesToOthers = [typeof(RecordingKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string ChannelId { get; set; } = "";

    /// <summary>Ids of recordings.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [NumberList]
    [ArgumentCompleter(typeof(NameCompleter<RecordingKind>))]
    [ValidateNotNullOrEmpty]
    public long[] RecordId { get; set; } = [];

    /// <summary>The folder; made where there is none.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = PipeSet)]
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = ObjectSet)]
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = IdSet)]
    [TextOnly(Advice = "Recordings come as objects from Get-LsRecording, or are named by -ChannelId and -RecordId.")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>How files are called, below the folder: a template of properties of recordings.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FileNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string FileName { get; set; } = FileNameTemplate.Default;

    /// <summary>The bucket that what is in none is exported to first; and where a recording lies whose address does not tell it.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(NameCompleter<BucketKind>))]
    [ValidateNotNullOrEmpty]
    public string? BucketName { get; set; }

    /// <summary>How many recordings are fetched at once.</summary>
    [Parameter]
    [ValidateRange(1, 32)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>The size of the ranges in which a large file is fetched, in MiB.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int PartSizeMB { get; set; } = 8;

    /// <summary>Fetch anew and overwrite what is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override int LooksAtOnce => 8;

    private protected override bool Waits => true;

    private protected override (string? BucketName, AccessControl AccessControl) Destination => (BucketName, AccessControl.Private);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _template = FileNameTemplate.Parse(FileName);
        }
        catch (LiveStationException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, FileName));
        }

        _folder = OnDisk(Path, nameof(Path), "-Path ./rescue");
        for (string? folder = _folder; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            Require(File.Exists(folder) ? SaveFailure.IsFile(folder, "-Path") : null, Path);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            TurnTo(ChannelId);
            RequireOneContext();
            Array.ForEach(RecordId, recordId => Add(ChannelId, recordId));
            return;
        }

        foreach (Recording recording in InputObject)
        {
            TurnTo(recording);
            RequireOneContext();
            if (recording.ChannelId is null)
            {
                WriteError(RecordingKind.ChannelMissing(recording.RecordId));
            }
            else
            {
                Add(recording.ChannelId, recording.RecordId);
            }
        }
    }

    private protected override void Finish()
    {
        if (Items.Count == 0)
        {
            return;
        }

        _token = StopToken;
        _storage = Client.Storage;
        _room = new SemaphoreSlim(ThrottleLimit);
        _progress = HasConsole() ? new SaveProgress(Post, WriteProgress, Items.Count) : null;

        // What may be lost is asked for first; while the service uploads it, what lies in a bucket comes home.
        List<Item> ready = [];
        List<Item> stored = [];
        foreach (Item item in LookedUp())
        {
            Sort(item, ready, stored);
        }

        // What was looked at in time is sent, even where the gateway let no more looks through.
        GoOn();
        Send(ready);
        TellErrors();
        TellGivenUp();
        BeginAll(stored);
        WriteAll(stored);
        ErrorRecord? timedOut = WaitForUploads();
        TellErrors();
        WriteAll(Items.Except(stored));
        _progress?.Close();
        if (timedOut is not null)
        {
            ThrowTerminatingError(timedOut);
        }
    }

    private protected override bool IsApproved(Item item) =>
        PathOf(item) is { } path && Approve(RecordingKind.Describe(CurrentContext.Seen, item.ChannelId!, item.RecordId), $"Upload to bucket {BucketName}, then save as {path}");

    private protected override void Ended(Item item)
    {
        if (item.Now?.Status == RecordStatus.TransferFinish && PathOf(item) is { } path)
        {
            Begin(item, path, PlanAsync(item));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            // A file is not let go of before the next command may want it.
            Task.WaitAny([Task.WhenAll(_jobs.Values.Select(static job => job.Work)).ContinueWith(static all => _ = all.Exception, TaskScheduler.Default)], Patience);
            _room?.Dispose();
        }
    }

    private void Sort(Item item, List<Item> ready, List<Item> stored)
    {
        switch (item.Now?.Status)
        {
            case RecordStatus.TransferFinish:
                stored.Add(item);
                break;
            case RecordStatus.Transfer:
                item.IsAwaited = PathOf(item) is { } path && Approve(path, "Save when its upload is through");
                break;
            case RecordStatus.TransferReady or RecordStatus.TransferFail or RecordStatus.Processing or RecordStatus.Unknown when BucketName is null:
                Fail(ErrorRecords.Of(
                    new PSInvalidOperationException($"{Text.Clean(item.Name)} is {Text.Clean(item.Now.StatusText)} and in no bucket: there is nothing to fetch yet."),
                    "RecordingNotStored",
                    ErrorCategory.InvalidOperation,
                    item.Name,
                    "Add -BucketName: it is exported there first, and waited for."));
                break;
            default:
                if (IsReady(item) && IsApproved(item))
                {
                    ready.Add(item);
                }

                break;
        }
    }

    private void Fail(ErrorRecord error) => Failures.Add(() => WriteError(error));

    // Where it is asked about, how much it is should be said; so all are looked at, some at once, and asked about in their order.
    private void BeginAll(List<Item> items)
    {
        List<(Item Item, string Path, Task<Plan> Plan)> planned = [];
        foreach (Item item in items)
        {
            if (PathOf(item) is { } path)
            {
                planned.Add((item, path, PlanAsync(item)));
            }
        }

        TellErrors();
        foreach ((Item item, string path, Task<Plan> plan) in planned)
        {
            try
            {
                Plan found = Await(plan);
                if (Approve(path, $"Save {SaveFailure.Bytes(found.Length)} from {found.Source}"))
                {
                    Begin(item, path, plan);
                }
            }
            catch (LiveStationException e)
            {
                WriteFailure(e, item.Name);
            }
        }
    }

    private Task<Plan> PlanAsync(Item item)
    {
        StorageOperations storage = _storage!;
        Recording recording = item.Now!;
        SemaphoreSlim room = _room!;
        return Task.Run(
            async () =>
            {
                StoredRecording where = StoredRecording.Of(recording, BucketName) ?? throw SaveFailure.Refused(
                    "RecordingAddressMissing",
                    item.Name,
                    "the service does not tell in which bucket it lies.",
                    "Give -BucketName, the bucket that it was uploaded to.");
                await room.WaitAsync(_token).ConfigureAwait(false);
                try
                {
                    return where.IsFolder
                        ? new Plan(null, await FolderSave.PlanAsync(storage, where, recording.FileName, _token).ConfigureAwait(false))
                        : new Plan(await storage.GetAsync(where.BucketName, where.Key, _token).ConfigureAwait(false), null);
                }
                finally
                {
                    room.Release();
                }
            },
            _token);
    }

    private void Begin(Item item, string path, Task<Plan> plan)
    {
        SaveProgress.One? bar = null;
        SaveSettings settings = new()
        {
            PartSize = PartSizeMB * Mebi,
            Force = Force,
            Sized = total => bar?.Sized(total),
            Moved = (count, isFetched) => bar?.Moved(count, isFetched),
        };
        StorageOperations storage = _storage!;
        SemaphoreSlim room = _room!;
        Stopwatch watch = new();
        async Task<SavedObject> SaveAsync()
        {
            Plan what = await plan.ConfigureAwait(false);
            await room.WaitAsync(_token).ConfigureAwait(false);
            watch.Start();
            bar = _progress?.Begin(System.IO.Path.GetFileName(path));
            try
            {
                return what.Folder is { } folder
                    ? await FolderSave.RunAsync(storage, folder, path, settings, _token).ConfigureAwait(false)
                    : await ObjectSave.RunAsync(storage, what.Object!, path, settings, _token).ConfigureAwait(false);
            }
            finally
            {
                watch.Stop();
                bar?.End();
                room.Release();
            }
        }

        _jobs[item] = new Job(Task.Run(SaveAsync, _token), watch);
    }

    private void WriteAll(IEnumerable<Item> items)
    {
        foreach (Item item in items)
        {
            if (!_jobs.TryGetValue(item, out Job? job))
            {
                continue;
            }

            try
            {
                SavedObject saved = Await(job.Work);
                SavedRecording result = Result(item, saved, job.Watch.Elapsed);
                Note(result);
                WriteObject(result);
            }
            catch (LiveStationException e)
            {
                WriteFailure(e, item.Name);
            }
        }
    }

    private static SavedRecording Result(Item item, SavedObject saved, TimeSpan elapsed) => new()
    {
        RecordId = item.RecordId,
        ChannelId = item.ChannelId,
        Status = saved.WasThere ? SaveStatus.AlreadySaved : SaveStatus.Saved,
        Path = saved.Path,
        Length = saved.Length,
        FileCount = saved.FileCount,
        HowVerified = saved.How,
        Resumed = saved.Resumed,
        Elapsed = elapsed,
        BytesPerSecond = saved.Fetched > 0 && elapsed > TimeSpan.Zero ? (long)(saved.Fetched / elapsed.TotalSeconds) : null,
        BucketName = saved.What.BucketName,
        Key = saved.What.Key,
        Recording = item.Now,
    };

    // Never outside the folder, whatever the service calls the file; and no two recordings in one place.
    private string? PathOf(Item item)
    {
        string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(_folder, _template!.PathOf(item.Now!)));
        string inside = _folder.TrimEnd(System.IO.Path.DirectorySeparatorChar) + System.IO.Path.DirectorySeparatorChar;
        if (!path.StartsWith(inside, StringComparison.Ordinal))
        {
            Fail(ErrorRecords.Of(SaveFailure.Refused("FileNameRefused", item.Name, "its name would lead out of the folder.", "Give another -FileName."), item.Name));
            return null;
        }

        if (_paths.TryGetValue(path, out Item? other) && other != item)
        {
            Fail(ErrorRecords.Of(
                SaveFailure.Refused("FileNameTaken", item.Name, $"{Text.Clean(other.Name)} is saved under the same name, {Text.Clean(path)}. This one was not saved.", "Put what tells them apart into -FileName, for example {RecordId}."),
                item.Name));
            return null;
        }

        _paths[path] = item;
        return path;
    }

    // A runbook has nobody to look at bars, and would keep each of them.
    private bool HasConsole()
    {
        try
        {
            return Host.UI?.RawUI is { } screen && screen.WindowSize.Width > 0 && !(Host.Name == "ConsoleHost" && Console.IsOutputRedirected);
        }
        catch (Exception e) when (e is HostException or NotImplementedException or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    private sealed record Plan(StoredObject? Object, FolderPlan? Folder)
    {
        public long Length => Object?.Length ?? Folder!.Length;

        public string Source => Object?.Target ?? Folder!.First.Target;
    }

    private sealed record Job(Task<SavedObject> Work, Stopwatch Watch);
}
