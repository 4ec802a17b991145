using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Waits until short clips are in a state.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LsShortClip", DefaultParameterSetName = IdSet)]
[OutputType(typeof(ShortClip))]
public sealed class WaitLsShortClipCommand : LsCmdlet
{
    private const string IdSet = "Id";
    private const string ObjectSet = "Object";

    // No clip leaves these.
    private static readonly ShortClipStatus[] Dead = [LiveStation.ShortClipStatus.ProcessingFail, LiveStation.ShortClipStatus.UploadFail];

    private readonly HashSet<(string, long)> _ids = [];
    private StateWait<ShortClip>? _wait;

    /// <summary>Channel of the clips.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = IdSet)]
    [IdOf(typeof(ChannelKind), LeavesToOthers = [typeof(ShortClipKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string ChannelId { get; set; } = "";

    /// <summary>Ids of clips.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = IdSet)]
    [ArgumentCompleter(typeof(NameCompleter<ShortClipKind>))]
    [ValidateNotNullOrEmpty]
    public long[] ShortClipId { get; set; } = [];

    /// <summary>Short clips, or rows about them.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [ShortClipInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public ShortClip[] InputObject { get; set; } = [];

    /// <summary>States, any of which ends the wait.</summary>
    [Parameter(Position = 2, ParameterSetName = IdSet)]
    [Parameter(Position = 1, ParameterSetName = ObjectSet)]
    [Alias("Status")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<ShortClipStatus>))]
    public ShortClipStatus?[] ShortClipStatus { get; set; } = [LiveStation.ShortClipStatus.Completed];

    /// <summary>The longest wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 600;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _wait ??= new StateWait<ShortClip>(this)
        {
            Goal = string.Join(" or ", ShortClipStatus),
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            StateOf = static clip => clip.StatusText ?? "without a state",
            IsDone = clip => ShortClipStatus.Contains(clip.Status),
            IsFailed = static clip => Dead.Contains(clip.Status),
            FailedAdvice = "Cut it again with New-LsShortClip, as long as the snapshot is kept. For UPLOAD_FAIL check the bucket and the folder first.",
            Ended = WriteObject,
        };
        if (ParameterSetName == IdSet)
        {
            TurnTo(ChannelId);
            foreach (long shortClipId in ShortClipId)
            {
                Add(new ShortClip { ChannelId = ChannelId, ShortClipId = shortClipId });
            }

            return;
        }

        foreach (ShortClip clip in InputObject)
        {
            TurnTo(clip);
            Add(clip);
        }
    }

    private protected override void Finish() => _wait?.Run();

    private void Add(ShortClip clip)
    {
        if (clip.ShortClipId is not { } shortClipId)
        {
            WriteError(ErrorRecords.Of(
                new PSArgumentException($"{Text.Clean(clip.ToString())}: the answer to its creation named no id to ask for it by. Nothing was sent."),
                "ShortClipIdMissing",
                ErrorCategory.InvalidArgument,
                clip,
                "Run Get-LsShortClip with the channel and the snapshot to find it."));
            return;
        }

        if (clip.ChannelId is not { } channelId)
        {
            WriteError(ErrorRecords.ChannelMissing("short clip", shortClipId, nameof(ShortClipId)));
            return;
        }

        RequireOneContext();
        SeenNames seen = CurrentContext.Seen;
        if (_ids.Add((channelId, shortClipId)))
        {
            _wait!.Add(
                ShortClipKind.Name(channelId, shortClipId),
                async token => ShortClipKind.Recall(seen, (await Client.ShortClips.GetAsync(channelId, shortClipId, token).ConfigureAwait(false)).With(clip)));
        }
    }
}
