using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Deletes qualities; not while a quality set holds them.</summary>
[Cmdlet(VerbsCommon.Remove, "LsQuality", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveLsQualityCommand : LsRemoveCmdlet
{
    /// <summary>Ids of qualities; nothing else than a quality is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(QualityKind))]
    [ArgumentCompleter(typeof(NameCompleter<QualityKind>))]
    [ValidateNotNull]
    public string[] QualityId { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => QualityId;

    private protected override string Plan(string id) => "Delete the quality for good";

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<QualityKind>(id);

    private protected override Task DeleteAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Qualities.DeleteAsync(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken);
}
