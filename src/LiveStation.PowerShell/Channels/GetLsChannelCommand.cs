using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Gets live channels: by id, or all that match.</summary>
[Cmdlet(VerbsCommon.Get, "LsChannel", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Channel))]
public sealed class GetLsChannelCommand : LsListCmdlet<Channel>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("ChannelName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LabelCompleter<ChannelKind>))]
    public override string[] Name { get; set; } = [];

    /// <summary>States.</summary>
    [Parameter]
    [Alias("ChannelStatus")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<ChannelStatus>))]
    public ChannelStatus?[] Status { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override (string Noun, string NotFoundId) Words => ("channel", "ChannelNotFound");

    private protected override string? NameOf(Channel item) => item.ChannelName;

    private protected override Type? Listed => Status.Length == 0 ? typeof(ChannelKind) : null;

    // The service matches names by part, and nobody has said whether it minds capitals: names are compared here alone.
    // Editions of the API differ in the states that they take, so only those of all editions are sent; and none where a name is
    // looked for, because a channel in another state is there all the same.
    private protected override IAsyncEnumerable<Channel> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Channels.ListAsync(
        new ChannelFilter { ChannelStatus = !SeeksNames && Status.Length == 1 && Status[0] is (ChannelStatus.Ready or ChannelStatus.Publishing or ChannelStatus.Block) ? Status[0] : null },
        cancellationToken);

    private protected override Task<Channel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.Channels.GetAsync(id, cancellationToken);

    private protected override bool Matches(Channel item) => base.Matches(item) && (Status.Length == 0 || Status.Contains(item.ChannelStatus));
}
