using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Gets qualities: by id, or all that match.</summary>
[Cmdlet(VerbsCommon.Get, "LsQuality", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Quality))]
public sealed class GetLsQualityCommand : LsListCmdlet<Quality>
{
    /// <summary>Ids of qualities.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [Alias("Id")]
    [IdOf(typeof(QualityKind))]
    [ArgumentCompleter(typeof(NameCompleter<QualityKind>))]
    [ValidateNotNull]
    public string[] QualityId { get; set; } = [];

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LabelCompleter<QualityKind>))]
    public override string[] Name { get; set; } = [];

    /// <summary>What they are made of.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<QualityType>))]
    public QualityType?[] Type { get; set; } = [];

    /// <summary>Own ones or built in ones.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<GenType>))]
    public GenType?[] GenType { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => QualityId;

    private protected override (string Noun, string NotFoundId) Words => ("quality", "QualityNotFound");

    private protected override string? NameOf(Quality item) => item.Name;

    private protected override System.Type? Listed => typeof(QualityKind);

    private protected override IAsyncEnumerable<Quality> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Qualities.ListAsync(cancellationToken);

    private protected override Task<Quality> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Qualities.GetAsync(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken);

    private protected override bool Matches(Quality item) =>
        base.Matches(item) && (Type.Length == 0 || Type.Contains(item.Type)) && (GenType.Length == 0 || GenType.Contains(item.GenType));
}
