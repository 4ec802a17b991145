using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes snapshots, copies of them and rows about them.</summary>
public sealed class SnapshotInputAttribute : ThingInputAttribute<Snapshot>
{
    /// <summary>Whether a short clip is taken for the snapshot that it was cut from.</summary>
    public bool AllowsClips { get; set; }

    internal override Kind Wanted => Kind.Get(typeof(SnapshotKind));

    private protected override string NamedBy => "its channel and its id: -ChannelId and -SnapshotId";

    internal override bool Takes(Kind other) => AllowsClips && other is ShortClipKind;

    private protected override Snapshot? Named(PSObject thing) =>
        IdIn(thing, nameof(Snapshot.SnapshotId)) is { } snapshotId ? new Snapshot { SnapshotId = snapshotId, ChannelId = TextIn(thing, nameof(Snapshot.ChannelId)) } : null;
}
