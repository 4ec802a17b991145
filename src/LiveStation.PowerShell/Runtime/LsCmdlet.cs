using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that calls the service: knows the context in force, and turns failures into error records.</summary>
public abstract class LsCmdlet : AsyncCmdlet
{
    private LiveStationClient? _client;

    /// <summary>The context to use; without it the connected one, or else the one that the environment or the vendor CLI's file gives.</summary>
    [Parameter]
    [ValidateNotNull]
    public LsContext? Context { get; set; }

    /// <summary>The client of the context in force, telling its events to this cmdlet's streams.</summary>
    /// <exception cref="PipelineStoppedException">There is no context: a terminating error was written.</exception>
    private protected LiveStationClient Client => _client ??= CurrentContext.Client.Observe(Tell);

    private protected LsContext CurrentContext
    {
        get
        {
            if (Context is null)
            {
                try
                {
                    Context = ContextStore.Current(this);
                }
                catch (LiveStationException e)
                {
                    ThrowTerminatingError(ErrorRecords.Of(e, null));
                }
            }

            if (Context is null)
            {
                ThrowTerminatingError(ErrorRecords.NotConnected());
            }

            return Context!;
        }
    }

    /// <summary>Writes what a sequence yields; a failure is one error about <paramref name="target"/>, after the objects that came before it.</summary>
    private protected void WriteAll<T>(IAsyncEnumerable<T> sequence, object? target, Func<T, bool>? filter = null) =>
        Drain(Start(sequence), target, filter);

    private protected void Drain<T>(Pull<T> pull, object? target, Func<T, bool>? filter)
    {
        try
        {
            while (pull.Next())
            {
                if (filter is null || filter(pull.Current))
                {
                    WriteObject(pull.Current);
                }
            }
        }
        catch (LiveStationException e)
        {
            WriteError(ErrorRecords.Of(e, target));
        }

        pull.End();
    }

    /// <summary>A single call as a sequence of one, or of none where it yields null.</summary>
    private protected static async IAsyncEnumerable<T> Once<T>(Func<CancellationToken, Task<T?>> call, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class
    {
        if (await call(cancellationToken).ConfigureAwait(false) is { } result)
        {
            yield return result;
        }
    }

    private void Tell(ApiEvent apiEvent)
    {
        Post(apiEvent.Level switch
        {
            ApiEventLevel.Warning => () => WriteWarning(apiEvent.Message),
            ApiEventLevel.Verbose => () => WriteVerbose(apiEvent.Message),
            _ => () => WriteDebug(apiEvent.Message),
        });
    }
}
