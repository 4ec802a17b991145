using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that does one thing to each of some channels, once however often its id is given.</summary>
public abstract class LsChannelActionCmdlet : LsCmdlet
{
    private readonly HashSet<(LsContext, string)> _done = [];

    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(ChannelIdCompleter))]
    [AllowEmptyString]
    [ValidateNotNull]
    public virtual string[] ChannelId { get; set; } = [];

    /// <summary>Also write the channel as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What is to be done to a channel, in words; null where an error was written instead.</summary>
    private protected abstract string? Plan(string channelId);

    /// <summary>Whether it is done without asking.</summary>
    private protected virtual bool IsForced => false;

    private protected abstract Task<Channel> CallAsync(LiveStationClient client, string channelId, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in ChannelId)
        {
            TurnTo(id);
            if (_done.Add((CurrentContext, id))
                && Plan(id) is { } action
                && Approve(CurrentContext.Seen.Describe(id), action, IsForced)
                && Try((client, token) => CallAsync(client, id, token), id, out Channel? channel)
                && PassThru)
            {
                WriteObject(channel);
            }
        }
    }
}
