using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Waits until live channels are in a state.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LsChannel")]
[OutputType(typeof(Channel))]
public sealed class WaitLsChannelCommand : LsWaitCmdlet<Channel>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string[] ChannelId { get; set; } = [];

    /// <summary>States, any of which ends the wait.</summary>
    [Parameter(Position = 1)]
    [Alias("ChannelStatus")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<ChannelStatus>))]
    public ChannelStatus?[] Status { get; set; } = [ChannelStatus.Ready];

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override Task<Channel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.Channels.GetAsync(id, cancellationToken);

    private protected override StateWait<Channel> CreateWait(TimeSpan timeout) => ChannelWait.Create(this, [.. Status.OfType<ChannelStatus>()], timeout);
}
