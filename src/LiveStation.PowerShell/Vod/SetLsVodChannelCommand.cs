using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Changes settings of VOD2LIVE channels; what is not named stays.</summary>
[Cmdlet(VerbsCommon.Set, "LsVodChannel", SupportsShouldProcess = true)]
[OutputType(typeof(VodChannel))]
public sealed class SetLsVodChannelCommand : LsChangeCmdlet<VodChannel>
{
    /// <summary>Ids of channels; nothing else than a VOD2LIVE channel is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(VodChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>New name, 3 to 20 characters.</summary>
    [Parameter]
    [Alias("Name")]
    [NameRule("channel", "Korean or Latin letters, digits and underscore")]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? ChannelName { get; set; }

    /// <summary>Environment tag.</summary>
    [Parameter]
    [ValidateRange(LiveStation.EnvType.Real, LiveStation.EnvType.Stage)]
    public EnvType? EnvType { get; set; }

    /// <summary>Packaging.</summary>
    [Parameter]
    [ValidateRange(LiveStation.OutputProtocol.Hls, LiveStation.OutputProtocol.HlsDash)]
    public OutputProtocol? OutputProtocol { get; set; }

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override bool IsEmpty => Change().IsEmpty;

    private protected override string? NewName => ChannelName;

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<VodChannelKind>(id);

    private protected override Task<VodChannel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.VodChannels.GetAsync(id, cancellationToken);

    private protected override string Check(VodChannel now) => Change().Check(now);

    private protected override Task<VodChannel> UpdateAsync(LiveStationClient client, string id, VodChannel now, CancellationToken cancellationToken) =>
        client.VodChannels.UpdateAsync(id, now, Change(), cancellationToken);

    private VodChannelChange Change() => new() { ChannelName = ChannelName, EnvType = EnvType, OutputProtocol = OutputProtocol };
}
