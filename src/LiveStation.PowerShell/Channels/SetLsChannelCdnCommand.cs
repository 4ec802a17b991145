using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Moves live channels to a Global Edge CDN: one by its own call, several by few bulk calls.</summary>
[Cmdlet(VerbsCommon.Set, "LsChannelCdn", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Channel))]
public sealed class SetLsChannelCdnCommand : LsChannelCdnCmdlet<Channel>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string[] ChannelId { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<ChannelKind>(id);

    private protected override Task<Channel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.Channels.GetAsync(id, cancellationToken);

    private protected override IAsyncEnumerable<BulkOutcome<string, ChannelCdn>> MoveAsync(LiveStationClient client, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        client.Channels.SetCdnAsync(ids, CdnInstanceNo, ProfileId, cancellationToken);
}
