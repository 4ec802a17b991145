using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Gets what curtains can show: by id, or all that match.</summary>
[Cmdlet(VerbsCommon.Get, "LsCurtainContent", DefaultParameterSetName = ListSet)]
[OutputType(typeof(CurtainContent))]
public sealed class GetLsCurtainContentCommand : LsListCmdlet<CurtainContent>
{
    /// <summary>Ids of contents.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [Alias("Id")]
    [IdOf(typeof(CurtainContentKind))]
    [ArgumentCompleter(typeof(NameCompleter<CurtainContentKind>))]
    [ValidateNotNull]
    public string[] ContentId { get; set; } = [];

    /// <summary>Names of the files that they were made from; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("FileName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LabelCompleter<CurtainContentKind>))]
    public override string[] Name { get; set; } = [];

    /// <summary>States.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<CurtainContentStatus>))]
    public CurtainContentStatus?[] Status { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ContentId;

    private protected override (string Noun, string NotFoundId) Words => ("curtain content", "CurtainContentNotFound");

    private protected override string? NameOf(CurtainContent item) => item.FileName;

    private protected override System.Type? Listed => Asked is null ? typeof(CurtainContentKind) : null;

    // None where a name is looked for, because a content in another state is there all the same.
    private CurtainContentStatus? Asked => !SeeksNames && Status.Length == 1 && Status[0] != CurtainContentStatus.Unknown ? Status[0] : null;

    private protected override IAsyncEnumerable<CurtainContent> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Curtain.ListAsync(Asked, cancellationToken);

    private protected override Task<CurtainContent> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Curtain.GetAsync(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken);

    private protected override bool Matches(CurtainContent item) => base.Matches(item) && (Status.Length == 0 || Status.Contains(item.Status));
}
