using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Returns (deletes) re-streams.</summary>
[Cmdlet(VerbsCommon.Remove, "LsRestream", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RestreamChannel))]
public sealed class RemoveLsRestreamCommand : LsActionCmdlet<RestreamChannel>
{
    /// <summary>Ids of re-streams; nothing else than a re-stream is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(RestreamKind))]
    [ArgumentCompleter(typeof(NameCompleter<RestreamKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Do not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Also write the re-stream as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override bool IsForced => Force;

    private protected override string Plan(string id) => "Delete the re-stream and its targets for good";

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<RestreamKind>(id);

    private protected override Task<RestreamChannel> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Restream.DeleteAsync(id, cancellationToken);

    private protected override void Done(RestreamChannel answer)
    {
        if (PassThru)
        {
            WriteObject(answer);
        }
    }
}
