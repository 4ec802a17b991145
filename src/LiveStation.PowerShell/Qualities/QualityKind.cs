using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>Qualities.</summary>
internal sealed class QualityKind : Kind
{
    public override string Noun => "a quality";

    public override IReadOnlyList<Type> Records => [typeof(Quality)];

    public override string? IdName => nameof(Quality.QualityId);

    public override string? NumberAdvice => "Get-LsQuality -Name finds one by its name.";

    public override IReadOnlyList<string> Marks => [nameof(Quality.QualityId)];

    public override int Keep => 200;

    public override string Advice => "For qualities use the cmdlets on LsQuality; New-LsQualitySet makes a set of them.";

    public override string? NameIn(object item) => ((Quality)item).QualityId?.ToString(CultureInfo.InvariantCulture);

    public override string? LabelOf(object item) => ((Quality)item).Name;

    public override string Tip(object item) => $"{((Quality)item).Name} ({((Quality)item).Encoding})";

    public override IAsyncEnumerable<object> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Qualities.ListAsync(cancellationToken);
}
