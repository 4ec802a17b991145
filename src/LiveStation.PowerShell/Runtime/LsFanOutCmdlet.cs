using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that asks for many things side by side, up to a limit, and writes the answers in the order of its input.</summary>
/// <typeparam name="T">What it writes.</typeparam>
public abstract class LsFanOutCmdlet<T> : LsCmdlet
{
    private readonly Queue<(Pull<T> Pull, object? Target, Func<ErrorRecord>? IfNone, object? Origin)> _line = new();
    private int _begun;

    /// <summary>How many calls may be under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Whether a sequence ended in an error, so that what it did not yield may be there all the same.</summary>
    private protected bool HasFailed { get; private set; }

    /// <summary>Whether an object is written.</summary>
    private protected virtual bool Matches(T item) => true;

    /// <summary>Starts a sequence, and writes the oldest one where the limit is reached.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="target">What it is about.</param>
    /// <param name="ifNone">The error where it yields nothing; null where nothing is an answer too.</param>
    private protected void Add(IAsyncEnumerable<T> sequence, object? target, Func<ErrorRecord>? ifNone = null)
    {
        if (++_begun > 1)
        {
            ExpectMany();
        }

        _line.Enqueue((Start(sequence), target, ifNone, CurrentOrigin));

        // At once rather than before the next one: with a limit of 1, what is written belongs to the input at hand, as -PipelineVariable needs.
        if (_line.Count >= ThrottleLimit)
        {
            DrainOldest();
        }
    }

    /// <summary>Begins what is asked about each thing of a list. A list that breaks off is one error, and what came before is asked.</summary>
    /// <typeparam name="TOwner">The things.</typeparam>
    /// <typeparam name="TKind">Their kind, of which the list is whole.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="noun">What they are, in the plural.</param>
    /// <param name="begin">Adds what is asked about one.</param>
    private protected void AddEach<TOwner, TKind>(IAsyncEnumerable<TOwner> list, string noun, Action<TOwner> begin)
        where TKind : Kind
    {
        ExpectMany();
        int listed = 0;
        Pull<TOwner> owners = Start(list);
        try
        {
            while (owners.Next())
            {
                listed++;
                Note(owners.Current);
                begin(owners.Current);
            }

            CurrentContext.Seen.NoteListed<TKind>();
        }
        catch (LiveStationException e)
        {
            HasFailed = true;
            WriteBrokenList(e, listed, noun);
        }

        owners.End();
    }

    private protected override void Finish()
    {
        if (_begun == 1)
        {
            // One object in the pipeline is one call.
            ExpectMany(false);
        }

        while (_line.Count > 0)
        {
            DrainOldest();
        }
    }

    private void DrainOldest()
    {
        (Pull<T> pull, object? target, Func<ErrorRecord>? ifNone, object? origin) = _line.Dequeue();
        object? next = TurnTo(origin);
        Drained drained = Drain(pull, target, Matches);
        HasFailed |= drained == Drained.Failed;
        if (drained == Drained.Nothing && ifNone is not null)
        {
            WriteError(ifNone());
        }

        TurnTo(next);
    }
}
