using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>What is wrong with what was recorded.</summary>
internal sealed class RecordingGapKind : Kind
{
    public override string Noun => "a gap in what was recorded";

    public override IReadOnlyList<Type> Records => [typeof(RecordingGap)];

    public override string? IdName => null;

    public override Type? Within => typeof(ChannelKind);

    public override IReadOnlyList<string> Marks => [nameof(RecordingGap.BroadcastBegin)];

    public override string Advice => "If its channel is meant, give that one's id: $gap.ChannelId; its recording is Get-LsRecording $gap.ChannelId -RecordId $gap.RecordId.";
}
