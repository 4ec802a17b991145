using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Waits until live channels are in a state.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LsChannel")]
[OutputType(typeof(Channel))]
public sealed class WaitLsChannelCommand : LsCmdlet
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private StateWait<Channel>? _wait;

    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string[] ChannelId { get; set; } = [];

    /// <summary>States, any of which ends the wait.</summary>
    [Parameter(Position = 1)]
    [Alias("ChannelStatus")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<ChannelStatus>))]
    public ChannelStatus?[] Status { get; set; } = [ChannelStatus.Ready];

    /// <summary>The longest wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 300;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _wait ??= ChannelWait.Create(this, [.. Status.OfType<ChannelStatus>()], TimeSpan.FromSeconds(TimeoutSec));
        foreach (string id in ChannelId)
        {
            TurnTo(id);
            RequireOneContext();
            if (_ids.Add(id))
            {
                _wait.Add(id, async token => await Client.Channels.GetAsync(id, token).ConfigureAwait(false));
            }
        }
    }

    private protected override void Finish() => _wait?.Run();
}
