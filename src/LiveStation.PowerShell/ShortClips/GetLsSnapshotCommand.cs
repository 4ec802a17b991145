using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets snapshots: by id, or the one that each channel names.</summary>
[Cmdlet(VerbsCommon.Get, "LsSnapshot", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(Snapshot))]
public sealed class GetLsSnapshotCommand : LsFanOutCmdlet<Snapshot>
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

    /// <summary>Ids of snapshots; without it the one that the channel names.</summary>
    [Parameter(Position = 1, ParameterSetName = ChannelSet)]
    [ArgumentCompleter(typeof(NameCompleter<SnapshotKind>))]
    [ValidateNotNull]
    public long[]? SnapshotId { get; set; }

    /// <summary>Snapshots, clips that were cut from them, or rows about them: each is asked for anew.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [SnapshotInput(AllowsClips = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public Snapshot[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            foreach (Snapshot snapshot in InputObject)
            {
                TurnTo(snapshot);
                if (snapshot.ChannelId is { } channelId)
                {
                    AddOne(channelId, snapshot.SnapshotId);
                }
                else
                {
                    WriteError(ErrorRecords.ChannelMissing("snapshot", snapshot.SnapshotId, nameof(SnapshotId)));
                }
            }

            return;
        }

        foreach (string channelId in ChannelId)
        {
            TurnTo(channelId);
            if (SnapshotId is null)
            {
                Add(SnapshotKind.OfChannelAsync(Client, channelId), channelId, () => SnapshotKind.NoneNamed(channelId));
                continue;
            }

            foreach (long snapshotId in SnapshotId)
            {
                AddOne(channelId, snapshotId);
            }
        }
    }

    private void AddOne(string channelId, long snapshotId)
    {
        LiveStationClient client = Client;
        Add(Once<Snapshot>(async token => await client.ShortClips.GetSnapshotAsync(channelId, snapshotId, token).ConfigureAwait(false)), SnapshotKind.Name(channelId, snapshotId));
    }
}
