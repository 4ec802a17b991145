using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets the addresses to play VOD2LIVE channels from, or their thumbnails.</summary>
[Cmdlet(VerbsCommon.Get, "LsVodServiceUrl")]
[OutputType(typeof(ServiceUrl))]
public sealed class GetLsVodServiceUrlCommand : LsFanOutCmdlet<ServiceUrl>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(VodChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Kinds of address; these channels have no time machine.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ValidateSet(nameof(LiveStation.ServiceUrlType.General), nameof(LiveStation.ServiceUrlType.Thumbnail))]
    public ServiceUrlType?[] ServiceUrlType { get; set; } = [LiveStation.ServiceUrlType.General];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in ChannelId)
        {
            TurnTo(id);
            foreach (ServiceUrlType type in ServiceUrlType.OfType<ServiceUrlType>())
            {
                Add(Client.VodChannels.ListServiceUrlsAsync(id, type, StopToken), id);
            }
        }
    }
}
