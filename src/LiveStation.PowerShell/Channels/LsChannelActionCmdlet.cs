using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that does one thing to each of some channels.</summary>
public abstract class LsChannelActionCmdlet : LsPassThruCmdlet<Channel>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public virtual string[] ChannelId { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<ChannelKind>(id);
}
