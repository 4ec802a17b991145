using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets the addresses to play live channels from, or their thumbnails.</summary>
[Cmdlet(VerbsCommon.Get, "LsServiceUrl")]
[OutputType(typeof(ServiceUrl))]
public sealed class GetLsServiceUrlCommand : LsChannelFanOutCmdlet<ServiceUrl>
{
    /// <summary>Kinds of address.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [KnownValue]
    [ArgumentCompleter(typeof(EnumCompleter<ServiceUrlType>))]
    public ServiceUrlType?[] ServiceUrlType { get; set; } = [LiveStation.ServiceUrlType.General];

    private protected override IEnumerable<IAsyncEnumerable<ServiceUrl>> Ask(string channelId) =>
        ServiceUrlType.OfType<ServiceUrlType>().Select(type => Client.Channels.ListServiceUrlsAsync(channelId, type, StopToken));
}
