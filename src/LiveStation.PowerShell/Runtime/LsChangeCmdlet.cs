using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that changes settings of things, each of which is read first: what is not named goes back as it is, and what follows from a change depends on it.</summary>
/// <typeparam name="T">The things.</typeparam>
public abstract class LsChangeCmdlet<T> : LsPassThruCmdlet<T>
    where T : class
{
    // What a new name is meant for, by account: one thing, and nothing is sent before that is known.
    private readonly Dictionary<LsContext, string> _renamed = [];

    private T? _now;

    /// <summary>Whether no setting was named.</summary>
    private protected abstract bool IsEmpty { get; }

    /// <summary>The new name among the settings; null for none.</summary>
    private protected abstract string? NewName { get; }

    private protected abstract Task<T> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken);

    /// <summary>What becomes different, in words; empty where all of it is so already.</summary>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    private protected abstract string Check(T now);

    private protected abstract Task<T> UpdateAsync(LiveStationClient client, string id, T now, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (IsEmpty)
        {
            RefuseParameters("NothingToChange", "No setting was named, so there is nothing to change.", "Name at least one setting, for example -ChannelName.");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (NewName is not { } name)
        {
            base.ProcessRecord();
            return;
        }

        foreach (string id in Ids)
        {
            TurnTo(id);
            if (!_renamed.TryGetValue(CurrentContext, out string? other))
            {
                _renamed.Add(CurrentContext, id);
            }
            else if (other != id)
            {
                RefuseParameters(
                    "NameForSeveral",
                    $"-ChannelName '{Text.Clean(name)}' would be the name of several: {Text.Clean(other)}, {Text.Clean(id)}. Nothing was sent.",
                    "Give one channel. Several get names of their own in a loop, each with its own -ChannelName; other settings can be changed for many at once.");
            }
        }
    }

    private protected override void Finish()
    {
        foreach ((LsContext context, string id) in _renamed.Select(static one => (one.Key, one.Value)))
        {
            TurnTo(id);
            if (CurrentContext != context)
            {
                // It came through the pipeline, before another one.
                Context = context;
            }

            Act(id);
        }
    }

    private protected sealed override string? Plan(string id)
    {
        if (!Try((client, token) => GetAsync(client, id, token), id, out _now))
        {
            return null;
        }

        try
        {
            string differences = Check(_now!);
            return differences.Length > 0 ? $"Set {differences}" : "Send the settings again; all of them are so already";
        }
        catch (LiveStationArgumentException e)
        {
            WriteFailure(e, id);
            return null;
        }
    }

    private protected sealed override Task<T> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => UpdateAsync(client, id, _now!, cancellationToken);
}
