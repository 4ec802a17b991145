using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes recordings, results of exporting them, copies of both and rows about them, for recordings.</summary>
public sealed class RecordingInputAttribute : ThingInputAttribute<Recording>
{
    internal override Kind Wanted => Kind.Get(typeof(RecordingKind));

    private protected override string NamedBy => "its channel and its id: -ChannelId and -RecordId";

    private protected override Recording? Named(PSObject thing) =>
        IdIn(thing, nameof(Recording.RecordId)) is { } recordId ? new Recording { RecordId = recordId, ChannelId = TextIn(thing, nameof(Recording.ChannelId)) } : null;
}
