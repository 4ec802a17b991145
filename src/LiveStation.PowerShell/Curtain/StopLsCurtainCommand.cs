using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Takes the curtain of live channels away: viewers see the broadcast again.</summary>
[Cmdlet(VerbsLifecycle.Stop, "LsCurtain", SupportsShouldProcess = true)]
[OutputType(typeof(Curtain))]
public sealed class StopLsCurtainCommand : LsActionCmdlet<Curtain>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override string Plan(string id) => "Take the curtain away; viewers see the broadcast again";

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<ChannelKind>(id);

    private protected override Task<Curtain> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Curtain.StopAsync(id, cancellationToken);

    private protected override void Done(Curtain answer) => WriteObject(answer);
}
