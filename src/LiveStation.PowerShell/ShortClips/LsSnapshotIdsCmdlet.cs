using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet about snapshots: given as such, or named by their channel and their id.</summary>
public abstract class LsSnapshotIdsCmdlet : LsCmdlet
{
    private protected const string IdSet = "Id";
    private protected const string ObjectSet = "Object";

    /// <summary>Channel of the snapshots.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = IdSet)]
    [IdOf(typeof(ChannelKind), LeavesToOthers = [typeof(SnapshotKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string ChannelId { get; set; } = "";

    /// <summary>Ids of snapshots.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = IdSet)]
    [ArgumentCompleter(typeof(NameCompleter<SnapshotKind>))]
    [ValidateNotNullOrEmpty]
    public long[] SnapshotId { get; set; } = [];

    /// <summary>Snapshots, or rows about them.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [SnapshotInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public Snapshot[] InputObject { get; set; } = [];

    /// <summary>What the input names, by channel and id. A snapshot without its channel is an error of its own.</summary>
    private protected IEnumerable<(string ChannelId, long SnapshotId)> Named()
    {
        if (ParameterSetName == IdSet)
        {
            TurnTo(ChannelId);
            foreach (long snapshotId in SnapshotId)
            {
                yield return (ChannelId, snapshotId);
            }

            yield break;
        }

        foreach (Snapshot snapshot in InputObject)
        {
            TurnTo(snapshot);
            if (snapshot.ChannelId is { } channelId)
            {
                yield return (channelId, snapshot.SnapshotId);
            }
            else
            {
                WriteError(ErrorRecords.ChannelMissing("snapshot", snapshot.SnapshotId, nameof(SnapshotId)));
            }
        }
    }
}
