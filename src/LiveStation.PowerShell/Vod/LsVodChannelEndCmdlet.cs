using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that ends something of a VOD2LIVE channel: asks first, and takes nothing that is not such a channel for one.</summary>
public abstract class LsVodChannelEndCmdlet : LsVodChannelActionCmdlet
{
    /// <summary>Ids of channels; nothing else than a VOD2LIVE channel is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(VodChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public override string[] ChannelId { get; set; } = [];

    /// <summary>Do not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;
}
