using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets the addresses to play live channels from, or their thumbnails.</summary>
[Cmdlet(VerbsCommon.Get, "LsServiceUrl")]
[OutputType(typeof(ServiceUrl))]
public sealed class GetLsServiceUrlCommand : LsFanOutCmdlet<ServiceUrl>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ChannelId]
    [ArgumentCompleter(typeof(ChannelIdCompleter))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Kinds of address.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [KnownValue]
    public ServiceUrlType[] ServiceUrlType { get; set; } = [LiveStation.ServiceUrlType.General];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in ChannelId)
        {
            foreach (ServiceUrlType type in ServiceUrlType)
            {
                Add(Client.Channels.ListServiceUrlsAsync(id, type, StopToken), id);
            }
        }
    }
}
