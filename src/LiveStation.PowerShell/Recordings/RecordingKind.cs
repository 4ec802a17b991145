using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>Recordings, and what became of exporting them.</summary>
internal sealed class RecordingKind : Kind
{
    public override string Noun => "a recording";

    public override IReadOnlyList<Type> Records => [typeof(Recording), typeof(RecordingUpload)];

    public override string? IdName => nameof(Recording.RecordId);

    public override IReadOnlyList<string> Marks => [nameof(Recording.RecordId)];

    public override string Advice => "For recordings use Get-, Export-, Wait- or Remove-LsRecording; if the whole channel is meant, give its id: $recording.ChannelId.";
}
