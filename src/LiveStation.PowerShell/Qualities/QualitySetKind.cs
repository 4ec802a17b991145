using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>Quality sets.</summary>
internal sealed class QualitySetKind : Kind
{
    public override string Noun => "a quality set";

    public override IReadOnlyList<Type> Records => [typeof(QualitySet)];

    public override string? IdName => nameof(QualitySet.QualitySetId);

    public override string? NumberAdvice => "Get-LsQualitySet -Name finds one by its name.";

    public override IReadOnlyList<string> Marks => [nameof(QualitySet.SegmentCount)];

    // Channels of every kind have a QualitySetId: a row with both is about the channel.
    public override IReadOnlyList<string> ForeignMarks => ["ChannelId", "ChannelName"];

    public override int Keep => 200;

    public override string Advice => "For quality sets use the cmdlets on LsQualitySet; New-LsChannel -QualitySetId takes one for a channel.";

    public override string? NameIn(object item) => ((QualitySet)item).QualitySetId?.ToString(CultureInfo.InvariantCulture);

    public override string? LabelOf(object item) => ((QualitySet)item).Name;

    public override string Tip(object item) => $"{((QualitySet)item).Name} ({((QualitySet)item).Pictures})";

    public override IAsyncEnumerable<object> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Qualities.ListSetsAsync(null, cancellationToken);
}
