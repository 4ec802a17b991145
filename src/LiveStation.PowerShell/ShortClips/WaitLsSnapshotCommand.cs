using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Waits until snapshots can be played: until the service gives them an address.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LsSnapshot", DefaultParameterSetName = IdSet)]
[OutputType(typeof(Snapshot))]
public sealed class WaitLsSnapshotCommand : LsSnapshotIdsCmdlet
{
    private readonly HashSet<(string, long)> _ids = [];
    private StateWait<Snapshot>? _wait;

    /// <summary>The longest wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 300;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _wait ??= new StateWait<Snapshot>(this)
        {
            Goal = "the address of a snapshot",
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            StateOf = snapshot => IsExpired(snapshot) ? "expired" : "without an address",
            IsDone = static snapshot => snapshot.SnapshotUrl is not null,
            IsFailed = IsExpired,
            FailedAdvice = "A snapshot is kept for an hour; make another one with New-LsSnapshot.",
            TimeoutAdvice = "No page says that the service gives every snapshot an address. Clips can be cut without it: New-LsShortClip.",
            Ended = WriteObject,
        };
        foreach ((string channelId, long snapshotId) in Named())
        {
            RequireOneContext();
            if (_ids.Add((channelId, snapshotId)))
            {
                _wait.Add(SnapshotKind.Name(channelId, snapshotId), async token => await Client.ShortClips.GetSnapshotAsync(channelId, snapshotId, token).ConfigureAwait(false));
            }
        }
    }

    private protected override void Finish() => _wait?.Run();

    private bool IsExpired(Snapshot snapshot) => snapshot.ExpireTime?.ToUniversalTime() <= Time.GetUtcNow().UtcDateTime;
}
