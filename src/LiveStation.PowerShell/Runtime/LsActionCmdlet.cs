using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that does one thing to each of some things, once however often its id is given. An area adds the parameter of ids.</summary>
/// <typeparam name="T">What the call answers with.</typeparam>
public abstract class LsActionCmdlet<T> : LsCmdlet
{
    private readonly HashSet<(LsContext, string)> _done = [];

    /// <summary>The ids of the input at hand.</summary>
    private protected abstract IReadOnlyList<string> Ids { get; }

    /// <summary>Whether it is done without asking.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>What is to be done, in words; null where an error was written instead.</summary>
    private protected abstract string? Plan(string id);

    /// <summary>The thing as questions name it.</summary>
    private protected abstract string Describe(string id);

    private protected abstract Task<T> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken);

    /// <summary>Writes what is to be written of the answer.</summary>
    private protected abstract void Done(T answer);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in Ids)
        {
            TurnTo(id);
            Act(id);
        }
    }

    /// <summary>Does it to the thing turned to.</summary>
    private protected void Act(string id)
    {
        if (_done.Add((CurrentContext, id))
            && Plan(id) is { } action
            && Approve(Describe(id), action, IsForced)
            && Try((client, token) => CallAsync(client, id, token), id, out T? answer))
        {
            Done(answer!);
        }
    }
}
