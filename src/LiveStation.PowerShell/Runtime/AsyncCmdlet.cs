using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>
/// Lets a cmdlet wait for asynchronous work without leaving the pipeline thread: it pulls what it writes, and while it
/// waits it runs what other threads have posted. So every Write and ShouldProcess is on the right thread by itself,
/// back-pressure is the pull, and an object costs no hand-over. See docs/design/async-bridge.md.
/// </summary>
public abstract class AsyncCmdlet : PlainCmdlet, IDisposable
{
    // How long work may take to notice that it is cancelled before it is left to itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly BlockingCollection<Action?> _posted = [];
    private readonly List<IPull> _open = [];

    /// <summary>Cancelled by Ctrl+C, and by the end of the cmdlet, whatever ends it.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    protected sealed override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
            _posted.Add(null);
        }
        catch (ObjectDisposedException)
        {
            // Stop may come when the cmdlet is through already.
        }
    }

    /// <summary>Runs on the pipeline thread at its next wait. From any thread.</summary>
    protected void Post(Action write)
    {
        try
        {
            _posted.Add(write);
        }
        catch (ObjectDisposedException)
        {
            // What is left to itself after the end has nobody to tell.
        }
    }

    /// <summary>Waits for work on the pipeline thread, running meanwhile what is posted.</summary>
    /// <exception cref="PipelineStoppedException">The cmdlet was stopped.</exception>
    protected T Await<T>(Task<T> work)
    {
        if (work is null)
        {
            throw new ArgumentNullException(nameof(work));
        }

        if (!work.IsCompleted)
        {
            work.ContinueWith(static (_, self) => ((AsyncCmdlet)self!).Post(null!), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        while (!work.IsCompleted)
        {
            if (_stop.IsCancellationRequested)
            {
                WaitQuietly(work);
                break;
            }

            _posted.Take()?.Invoke();
        }

        if (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }

        Flush();
        return work.GetAwaiter().GetResult();
    }

    /// <summary>Runs what is posted and has not run yet.</summary>
    private void Flush()
    {
        while (_posted.TryTake(out Action? write))
        {
            write?.Invoke();
        }
    }

    /// <summary>Starts a sequence; its first step is under way when this returns.</summary>
    private protected Pull<T> Start<T>(IAsyncEnumerable<T> sequence)
    {
        Pull<T> pull = new(this, sequence.GetAsyncEnumerator(StopToken));
        _open.Add(pull);
        return pull;
    }

    /// <summary>Ends whatever is still under way: after <c>Select-Object -First</c>, <c>break</c> or a terminating error only this runs.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends whatever is still under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        _stop.Cancel();
        foreach (IPull pull in _open.ToArray())
        {
            pull.End();
        }

        _posted.Dispose();
        _stop.Dispose();
    }

    private static void WaitQuietly(Task work)
    {
        if (Task.WaitAny([work], Patience) < 0)
        {
            // Left to itself; a failure of it has nobody to tell.
            work.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private interface IPull
    {
        void End();
    }

    /// <summary>A sequence with its step under way.</summary>
    private protected sealed class Pull<T> : IPull
    {
        private readonly AsyncCmdlet _owner;
        private readonly IAsyncEnumerator<T> _sequence;
        private Task<bool>? _step;

        public Pull(AsyncCmdlet owner, IAsyncEnumerator<T> sequence)
        {
            _owner = owner;
            _sequence = sequence;
            _step = sequence.MoveNextAsync().AsTask();
        }

        public T Current => _sequence.Current;

        /// <summary>Steps to the next object, waiting for it on the pipeline thread.</summary>
        public bool Next()
        {
            if (_step is { } first)
            {
                bool isThere = _owner.Await(first);
                _step = null;
                return isThere;
            }

            ValueTask<bool> step = _sequence.MoveNextAsync();
            if (step.IsCompletedSuccessfully)
            {
                bool any = step.Result;
                if (!any)
                {
                    _owner.Flush();
                }

                return any;
            }

            _step = step.AsTask();
            return Next();
        }

        public void End()
        {
            _owner._open.Remove(this);

            // An enumerator must not be disposed while its step is pending: the step sees the token and ends first.
            if (_step is { IsCompleted: false } pending)
            {
                WaitQuietly(pending);
                if (!pending.IsCompleted)
                {
                    return;
                }
            }

            _ = _step?.Exception;
            WaitQuietly(_sequence.DisposeAsync().AsTask());
        }
    }
}
