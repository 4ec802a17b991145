using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Waits until VOD2LIVE channels are in a state.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LsVodChannel")]
[OutputType(typeof(VodChannel))]
public sealed class WaitLsVodChannelCommand : LsWaitCmdlet<VodChannel>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(VodChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string[] ChannelId { get; set; } = [];

    /// <summary>States, any of which ends the wait.</summary>
    [Parameter(Position = 1)]
    [Alias("ChannelStatus")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<VodChannelStatus>))]
    public VodChannelStatus?[] Status { get; set; } = [VodChannelStatus.Ready];

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override Task<VodChannel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.VodChannels.GetAsync(id, cancellationToken);

    private protected override StateWait<VodChannel> CreateWait(TimeSpan timeout) => VodChannelWait.Create(this, [.. Status.OfType<VodChannelStatus>()], timeout);
}
