using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that ends something of a channel: asks first, and takes nothing that is not a channel for one.</summary>
public abstract class LsChannelEndCmdlet : LsChannelActionCmdlet
{
    /// <summary>Ids of channels; nothing else than a channel is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public override string[] ChannelId { get; set; } = [];

    /// <summary>Do not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;
}
