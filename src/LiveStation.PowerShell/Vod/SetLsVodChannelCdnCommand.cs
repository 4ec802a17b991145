using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Moves VOD2LIVE channels to a Global Edge CDN: one by its own call, several by few bulk calls.</summary>
[Cmdlet(VerbsCommon.Set, "LsVodChannelCdn", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(VodChannel))]
public sealed class SetLsVodChannelCdnCommand : LsChannelCdnCmdlet<VodChannel>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(VodChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string[] ChannelId { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<VodChannelKind>(id);

    private protected override Task<VodChannel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.VodChannels.GetAsync(id, cancellationToken);

    private protected override IAsyncEnumerable<BulkOutcome<string, ChannelCdn>> MoveAsync(LiveStationClient client, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        client.VodChannels.SetCdnAsync(ids, CdnInstanceNo, ProfileId, cancellationToken);
}
