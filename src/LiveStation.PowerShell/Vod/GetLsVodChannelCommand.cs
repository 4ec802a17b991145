using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Gets VOD2LIVE channels: by id, or all that match.</summary>
[Cmdlet(VerbsCommon.Get, "LsVodChannel", DefaultParameterSetName = ListSet)]
[OutputType(typeof(VodChannel))]
public sealed class GetLsVodChannelCommand : LsListCmdlet<VodChannel>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [Alias("Id")]
    [IdOf(typeof(VodChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("ChannelName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LabelCompleter<VodChannelKind>))]
    public override string[] Name { get; set; } = [];

    /// <summary>States.</summary>
    [Parameter]
    [Alias("ChannelStatus")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<VodChannelStatus>))]
    public VodChannelStatus?[] Status { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override (string Noun, string NotFoundId) Words => ("VOD2LIVE channel", "ChannelNotFound");

    private protected override string? NameOf(VodChannel item) => item.ChannelName;

    private protected override Type? Listed => typeof(VodChannelKind);

    private protected override IAsyncEnumerable<VodChannel> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.VodChannels.ListAsync(cancellationToken);

    private protected override Task<VodChannel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.VodChannels.GetAsync(id, cancellationToken);

    private protected override bool Matches(VodChannel item) => base.Matches(item) && (Status.Length == 0 || Status.Contains(item.ChannelStatus));
}
