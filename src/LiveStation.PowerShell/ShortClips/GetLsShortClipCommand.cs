using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Gets short clips: of a snapshot, or single ones by id.</summary>
[Cmdlet(VerbsCommon.Get, "LsShortClip", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(ShortClip))]
public sealed class GetLsShortClipCommand : LsFanOutCmdlet<ShortClip>
{
    private const string ChannelSet = "Channel";
    private const string ObjectSet = "Object";

    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ChannelSet)]
    [IdOf(typeof(ChannelKind), AllowsRelated = true, LeavesToOthers = [typeof(SnapshotKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Ids of snapshots whose clips to list; without it the snapshot that the channel names.</summary>
    [Parameter(Position = 1, ParameterSetName = ChannelSet)]
    [ArgumentCompleter(typeof(NameCompleter<SnapshotKind>))]
    [ValidateNotNull]
    public long[]? SnapshotId { get; set; }

    /// <summary>Ids of clips.</summary>
    [Parameter(ParameterSetName = ChannelSet)]
    [ArgumentCompleter(typeof(NameCompleter<ShortClipKind>))]
    [ValidateNotNull]
    public long[]? ShortClipId { get; set; }

    /// <summary>Short clips, which are asked for anew; snapshots, whose clips are listed; or rows about them.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [ShortClipInput(AllowsSnapshots = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public ShortClip[] InputObject { get; set; } = [];

    /// <summary>States.</summary>
    [Parameter]
    [Alias("Status")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<ShortClipStatus>))]
    public ShortClipStatus?[] ShortClipStatus { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            foreach (ShortClip clip in InputObject)
            {
                TurnTo(clip);
                AddGiven(clip);
            }

            return;
        }

        foreach (string channelId in ChannelId)
        {
            TurnTo(channelId);
            foreach (long shortClipId in ShortClipId ?? [])
            {
                AddOne(channelId, shortClipId, new ShortClip());
            }

            if (ShortClipId is not null)
            {
                continue;
            }

            foreach (long snapshotId in SnapshotId ?? [])
            {
                AddAll(channelId, snapshotId);
            }

            if (SnapshotId is null)
            {
                AddOfChannel(channelId);
            }
        }
    }

    private protected override bool Matches(ShortClip item) => ShortClipStatus.Length == 0 || ShortClipStatus.Contains(item.Status);

    private void AddGiven(ShortClip clip)
    {
        if (clip.ChannelId is not { } channelId)
        {
            WriteError(clip.ShortClipId is { } lost ? ErrorRecords.ChannelMissing("short clip", lost, nameof(ShortClipId)) : ErrorRecords.ChannelMissing("snapshot", clip.SnapshotId ?? 0, nameof(SnapshotId)));
        }
        else if (clip.ShortClipId is { } shortClipId)
        {
            AddOne(channelId, shortClipId, clip);
        }
        else
        {
            AddAll(channelId, clip.SnapshotId ?? 0);
        }
    }

    private void AddOne(string channelId, long shortClipId, ShortClip known)
    {
        (LiveStationClient client, SeenNames seen) = (Client, CurrentContext.Seen);
        Add(
            Once<ShortClip>(async token => ShortClipKind.Recall(seen, (await client.ShortClips.GetAsync(channelId, shortClipId, token).ConfigureAwait(false)).With(known))),
            ShortClipKind.Name(channelId, shortClipId));
    }

    private void AddAll(string channelId, long snapshotId) =>
        Add(ListAsync(Client, CurrentContext.Seen, channelId, snapshotId, StopToken), SnapshotKind.Name(channelId, snapshotId));

    private void AddOfChannel(string channelId)
    {
        try
        {
            if (Await(SnapshotKind.IdOfChannelAsync(Client, channelId, StopToken)) is { } snapshotId)
            {
                AddAll(channelId, snapshotId);
                return;
            }

            WriteError(SnapshotKind.NoneNamed(channelId));
        }
        catch (LiveStationException e)
        {
            WriteFailure(e, channelId);
        }
    }

    private async IAsyncEnumerable<ShortClip> ListAsync(LiveStationClient client, SeenNames seen, string channelId, long snapshotId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ShortClipStatus? one = ShortClipStatus.Length == 1 && ShortClipStatus[0] is not LiveStation.ShortClipStatus.Unknown ? ShortClipStatus[0] : null;
        await foreach (ShortClip clip in client.ShortClips.ListAsync(channelId, snapshotId, one, cancellationToken).ConfigureAwait(false))
        {
            yield return ShortClipKind.Recall(seen, clip);
        }
    }
}
