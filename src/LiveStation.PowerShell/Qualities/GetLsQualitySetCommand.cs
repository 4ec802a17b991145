using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Gets quality sets: by id, or all that match.</summary>
[Cmdlet(VerbsCommon.Get, "LsQualitySet", DefaultParameterSetName = ListSet)]
[OutputType(typeof(QualitySet))]
public sealed class GetLsQualitySetCommand : LsListCmdlet<QualitySet>
{
    /// <summary>Ids of quality sets; a channel stands for the one that it uses.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [Alias("Id")]
    [IdOf(typeof(QualitySetKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<QualitySetKind>))]
    [ValidateNotNull]
    public string[] QualitySetId { get; set; } = [];

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LabelCompleter<QualitySetKind>))]
    public override string[] Name { get; set; } = [];

    /// <summary>Own ones or built in ones.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<GenType>))]
    public GenType?[] GenType { get; set; } = [];

    /// <summary>For HLS or for low latency.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<QualitySetType>))]
    public QualitySetType?[] Type { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => QualitySetId;

    private protected override (string Noun, string NotFoundId) Words => ("quality set", "QualitySetNotFound");

    private protected override string? NameOf(QualitySet item) => item.Name;

    private protected override System.Type? Listed => Type.Length == 0 && GenType.Length == 0 ? typeof(QualitySetKind) : null;

    // Nothing is sent where a name is looked for, because a set of another kind is there all the same.
    private protected override IAsyncEnumerable<QualitySet> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Qualities.ListSetsAsync(
        SeeksNames ? null : new QualitySetFilter { GenType = Only(GenType), Type = Only(Type) },
        cancellationToken);

    private protected override Task<QualitySet> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Qualities.GetSetAsync(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken);

    // One that does not say what it is for was listed by the service as what was asked for.
    private protected override bool Matches(QualitySet item) =>
        base.Matches(item)
        && (GenType.Length == 0 || GenType.Contains(item.GenType))
        && (Type.Length == 0 || item.IsEnabledUll is null || Type.Contains(item.IsEnabledUll.Value ? QualitySetType.LlHls : QualitySetType.Hls));

    private static T? Only<T>(T?[] values)
        where T : struct => values.Length == 1 ? values[0] : null;
}
