using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that asks for something of each of some channels.</summary>
/// <typeparam name="T">What it writes.</typeparam>
public abstract class LsChannelFanOutCmdlet<T> : LsFanOutCmdlet<T>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    private protected abstract IEnumerable<IAsyncEnumerable<T>> Ask(string channelId);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in ChannelId)
        {
            TurnTo(id);
            foreach (IAsyncEnumerable<T> answer in Ask(id))
            {
                Add(answer, id);
            }
        }
    }
}
