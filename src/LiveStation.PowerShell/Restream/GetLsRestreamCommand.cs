using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Gets re-streams with the relay state of each target: by id, or all that match.</summary>
[Cmdlet(VerbsCommon.Get, "LsRestream", DefaultParameterSetName = ListSet)]
[OutputType(typeof(RestreamChannel))]
public sealed class GetLsRestreamCommand : LsListCmdlet<RestreamChannel>
{
    /// <summary>Ids of re-streams.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [Alias("Id")]
    [IdOf(typeof(RestreamKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<RestreamKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("ChannelName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LabelCompleter<RestreamKind>))]
    public override string[] Name { get; set; } = [];

    /// <summary>States.</summary>
    [Parameter]
    [Alias("ChannelStatus")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<ChannelStatus>))]
    public ChannelStatus?[] Status { get; set; } = [];

    /// <summary>Do not ask for the relays: a call less for each re-stream.</summary>
    [Parameter]
    public SwitchParameter SkipPlatform { get; set; }

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override (string Noun, string NotFoundId) Words => ("re-stream", "ChannelNotFound");

    private protected override string? NameOf(RestreamChannel item) => item.ChannelName;

    private protected override Type Listed => typeof(RestreamKind);

    private protected override IAsyncEnumerable<RestreamChannel> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Restream.ListAsync(cancellationToken);

    private protected override Task<RestreamChannel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.Restream.GetAsync(id, cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SkipPlatform)
        {
            base.ProcessRecord();
            return;
        }

        if (ParameterSetName == ListSet)
        {
            AddListed();
            return;
        }

        foreach (string id in ChannelId)
        {
            TurnTo(id);
            LiveStationClient client = Client;
            Add(WithPlatforms(client, token => client.Restream.GetAsync(id, token)), id);
        }
    }

    private protected override bool Matches(RestreamChannel item) => base.Matches(item) && (Status.Length == 0 || Status.Contains(item.ChannelStatus));

    // The list has no targets: each re-stream that matches is asked for them, side by side.
    private void AddListed()
    {
        LiveStationClient client = Client;
        AddEach<RestreamChannel, RestreamKind>(client.Restream.ListAsync(StopToken), "re-streams", channel =>
        {
            if (Matches(channel))
            {
                Add(WithPlatforms(client, _ => Task.FromResult(channel)), channel.ChannelId);
            }
        });
    }

    // One whose relays cannot be asked is there all the same, and comes before the error.
    private static async IAsyncEnumerable<RestreamChannel> WithPlatforms(LiveStationClient client, Func<CancellationToken, Task<RestreamChannel>> get, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        RestreamChannel channel = await get(cancellationToken).ConfigureAwait(false);
        ExceptionDispatchInfo? failure = null;

        // Nothing is relayed any more by one that is gone, and whether the service can be asked about it no page says.
        if (channel.ChannelStatus is not (ChannelStatus.Deleted or ChannelStatus.ForceDeleted))
        {
            try
            {
                channel = await client.Restream.WithPlatformsAsync(channel, cancellationToken).ConfigureAwait(false);
            }
            catch (LiveStationException e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }

        yield return channel;
        failure?.Throw();
    }
}
