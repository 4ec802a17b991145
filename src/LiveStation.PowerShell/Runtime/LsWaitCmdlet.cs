using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that waits until things are in a state. An area adds the parameters of ids and of states.</summary>
/// <typeparam name="T">The things.</typeparam>
public abstract class LsWaitCmdlet<T> : LsCmdlet
    where T : class
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private StateWait<T>? _wait;

    /// <summary>The longest wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 300;

    /// <summary>The ids of the input at hand.</summary>
    private protected abstract IReadOnlyList<string> Ids { get; }

    private protected abstract Task<T> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _wait ??= CreateWait(TimeSpan.FromSeconds(TimeoutSec));
        foreach (string id in Ids)
        {
            TurnTo(id);
            RequireOneContext();
            if (_ids.Add(id))
            {
                _wait.Add(id, async token => await GetAsync(Client, id, token).ConfigureAwait(false));
            }
        }
    }

    private protected override void Finish() => _wait?.Run();

    private protected abstract StateWait<T> CreateWait(TimeSpan timeout);
}
