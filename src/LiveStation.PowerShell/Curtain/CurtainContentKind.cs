using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>What curtains show.</summary>
internal sealed class CurtainContentKind : Kind
{
    public override string Noun => "a curtain content";

    public override IReadOnlyList<Type> Records => [typeof(CurtainContent)];

    public override string? IdName => nameof(CurtainContent.ContentId);

    public override string? NumberAdvice => "Get-LsCurtainContent -Name finds one by the name of its file.";

    public override IReadOnlyList<string> Marks => [nameof(CurtainContent.FileDuration)];

    public override int Keep => 200;

    public override string Advice => "Contents go to Start-LsCurtain as -ContentId, and to the cmdlets on LsCurtainContent.";

    public override string? NameIn(object item) => ((CurtainContent)item).ContentId.ToString(CultureInfo.InvariantCulture);

    public override string? LabelOf(object item) => ((CurtainContent)item).FileName;

    public override string Tip(object item) => $"{((CurtainContent)item).FileName} ({((CurtainContent)item).StatusText})";

    public override bool Fits(object item, IDictionary boundParameters) => ((CurtainContent)item).Status != CurtainContentStatus.Deleted;

    public override IAsyncEnumerable<object> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Curtain.ListAsync(null, cancellationToken);

    /// <summary>Contents as questions name them.</summary>
    public static string Describe(SeenNames seen, IEnumerable<long> contentIds) =>
        string.Join(", ", contentIds.Select(id => seen.Describe<CurtainContentKind>(id.ToString(CultureInfo.InvariantCulture))));
}
