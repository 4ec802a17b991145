using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Waits until recordings are in a state.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LsRecording", DefaultParameterSetName = IdSet)]
[OutputType(typeof(Recording))]
public sealed class WaitLsRecordingCommand : LsRecordingIdsCmdlet
{
    private readonly HashSet<(string, long)> _ids = [];
    private StateWait<Recording>? _wait;

    /// <summary>States, any of which ends the wait.</summary>
    [Parameter(Position = 2, ParameterSetName = IdSet)]
    [Parameter(Position = 1, ParameterSetName = ObjectSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<RecordStatus>))]
    public RecordStatus?[] Status { get; set; } = [RecordStatus.TransferReady, RecordStatus.TransferFinish];

    /// <summary>The longest wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 3600;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _wait ??= RecordingWait.Create(this, () => Client, [.. Status.OfType<RecordStatus>()], TimeSpan.FromSeconds(TimeoutSec), WriteObject);
        foreach ((string channelId, long recordId) in Named())
        {
            RequireOneContext();
            if (_ids.Add((channelId, recordId)))
            {
                _wait.Add(() => Client, channelId, recordId);
            }
        }
    }

    private protected override void Finish() => _wait?.Run();
}
