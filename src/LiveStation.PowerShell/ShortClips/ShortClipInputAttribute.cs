using System;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes short clips, copies of them and rows about them.</summary>
public sealed class ShortClipInputAttribute : ThingInputAttribute<ShortClip>
{
    /// <summary>Whether a snapshot is taken for its clips: it becomes one without an id.</summary>
    public bool AllowsSnapshots { get; set; }

    internal override Kind Wanted => Kind.Get(typeof(ShortClipKind));

    private protected override string NamedBy => "its channel and its id: -ChannelId and -ShortClipId";

    internal override bool Takes(Kind other) => AllowsSnapshots && other is SnapshotKind;

    // What no answer tells travels along: where the clip was cut.
    private protected override ShortClip? Named(PSObject thing)
    {
        ShortClip clip = new()
        {
            ShortClipId = IdIn(thing, nameof(ShortClip.ShortClipId)),
            SnapshotId = IdIn(thing, nameof(ShortClip.SnapshotId)),
            ChannelId = TextIn(thing, nameof(ShortClip.ChannelId)),
            StartTime = ValueIn<TimeSpan>(thing, nameof(ShortClip.StartTime)),
            EndTime = ValueIn<TimeSpan>(thing, nameof(ShortClip.EndTime)),
        };
        return clip.ShortClipId is not null || (AllowsSnapshots && clip.SnapshotId is not null) ? clip : null;
    }
}
