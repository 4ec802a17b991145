using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Deletes contents of curtains. The files that they were made from stay.</summary>
[Cmdlet(VerbsCommon.Remove, "LsCurtainContent", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveLsCurtainContentCommand : LsRemoveCmdlet
{
    /// <summary>Ids of contents; nothing else is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(CurtainContentKind))]
    [ArgumentCompleter(typeof(NameCompleter<CurtainContentKind>))]
    [ValidateNotNull]
    public string[] ContentId { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ContentId;

    private protected override string Plan(string id) => "Delete the curtain content; its files stay";

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<CurtainContentKind>(id);

    private protected override Task DeleteAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Curtain.DeleteAsync(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken);
}
