using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Deletes quality sets; not while a channel uses them. Their qualities stay.</summary>
[Cmdlet(VerbsCommon.Remove, "LsQualitySet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveLsQualitySetCommand : LsRemoveCmdlet
{
    /// <summary>Ids of quality sets; nothing else than a quality set is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(QualitySetKind))]
    [ArgumentCompleter(typeof(NameCompleter<QualitySetKind>))]
    [ValidateNotNull]
    public string[] QualitySetId { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => QualitySetId;

    private protected override string Plan(string id) => "Delete the quality set for good; its qualities stay";

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<QualitySetKind>(id);

    private protected override Task DeleteAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Qualities.DeleteSetAsync(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken);
}
