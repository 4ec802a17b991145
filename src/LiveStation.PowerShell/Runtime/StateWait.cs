using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Waits until things reach a state, by asking politely, with a progress bar.</summary>
/// <typeparam name="T">What is asked for each time.</typeparam>
internal sealed class StateWait<T>
    where T : class
{
    private const int AtOnce = 8;

    // A call that was begun in time may end a little after it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    private static readonly double[] PausesSec = [0.5, 1, 1, 2, 2, 3, 5, 5, 10];

    private readonly LsCmdlet _cmdlet;
    private readonly List<Item> _pending = [];

    public StateWait(LsCmdlet cmdlet) => _cmdlet = cmdlet;

    /// <summary>What the progress bar says.</summary>
    public required string Activity { get; init; }

    /// <summary>The longest wait.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The state in words.</summary>
    public required Func<T, string> StateOf { get; init; }

    /// <summary>Whether the wait for it is over.</summary>
    public required Func<T, bool> IsDone { get; init; }

    /// <summary>Whether it cannot be reached any more.</summary>
    public required Func<T, bool> IsFailed { get; init; }

    /// <summary>The error about a name that the service gives nothing for.</summary>
    public required Func<string, ErrorRecord> NotFound { get; init; }

    /// <summary>What to do about a state from which there is no way.</summary>
    public required string FailedAdvice { get; init; }

    /// <summary>What to do when the time is over.</summary>
    public string TimeoutAdvice { get; init; } = "Wait again, with a larger -TimeoutSec; nothing was changed by waiting.";

    /// <summary>Does what a state allows on the way; false where that failed, was told, and the wait is over. Null where there is nothing to do.</summary>
    public Func<T, bool>? Proceed { get; init; }

    /// <summary>What becomes of one whose wait is over, well or not.</summary>
    public required Action<T> Ended { get; init; }

    /// <summary>Adds something to wait for.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="read">Asks for its present state; null where it is gone.</param>
    public void Add(string name, Func<CancellationToken, Task<T?>> read) => _pending.Add(new Item(name, read));

    /// <summary>Waits for all. A failed state and a thing that is gone are an error each.</summary>
    /// <returns>The error of a time-out, with which the cmdlet is to end; null where all waits are over.</returns>
    public ErrorRecord? TryRun()
    {
        if (_pending.Count == 0)
        {
            return null;
        }

        int all = _pending.Count;
        TimeProvider time = _cmdlet.Time;
        long begun = time.GetTimestamp();
        bool isShown = false;
        for (int round = 0; _pending.Count > 0; round++)
        {
            TimeSpan left = Timeout - time.GetElapsedTime(begun);
            using (CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(_cmdlet.Token))
            {
                // A service that does not answer makes no wait longer. It keeps this machine's time, whatever clock the pauses keep.
                deadline.CancelAfter(left > Grace ? left : Grace);
                for (int first = 0; first < _pending.Count; first += AtOnce)
                {
                    Ask(_pending.GetRange(first, Math.Min(AtOnce, _pending.Count - first)), deadline.Token);
                }
            }

            _pending.RemoveAll(static item => item.IsOver);
            if (_pending.Count == 0)
            {
                break;
            }

            left = Timeout - time.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero)
            {
                Finish(isShown);
                return TimedOut(time.GetElapsedTime(begun));
            }

            // A new record each time: hosts and jobs keep what they are given.
            string states = string.Join(", ", _pending.Take(3).Select(item => $"{Text.Clean(item.Name)}: {Last(item)}")) + (_pending.Count > 3 ? $" and {_pending.Count - 3} more" : "");
            string count = all == 1 ? "" : $"{all - _pending.Count} of {all}, ";
            _cmdlet.WriteProgress(new ProgressRecord(1, Activity, $"{count}{Span(time.GetElapsedTime(begun))}; {states}") { PercentComplete = 100 * (all - _pending.Count) / all, SecondsRemaining = (int)left.TotalSeconds });
            isShown = true;
            TimeSpan pause = TimeSpan.FromSeconds(PausesSec[Math.Min(round, PausesSec.Length - 1)]);
            _cmdlet.Pause(pause < left ? pause : left);
        }

        Finish(isShown);
        return null;
    }

    /// <summary>Waits for all; a time-out ends the cmdlet.</summary>
    public void Run()
    {
        if (TryRun() is { } timedOut)
        {
            _cmdlet.ThrowTerminatingError(timedOut);
        }
    }

    private void Ask(List<Item> items, CancellationToken cancellationToken)
    {
        List<(Item Item, Task<T?> Answer)> asked = [.. items.Select(item => (item, item.Read(cancellationToken)))];
        foreach ((Item item, Task<T?> answer) in asked)
        {
            try
            {
                Judge(item, _cmdlet.AwaitResult(answer));
            }
            catch (OperationCanceledException) when (!_cmdlet.Token.IsCancellationRequested)
            {
                _cmdlet.WriteVerbose($"{item.Name}: no answer in the time that was left.");
            }
            catch (LiveStationException e) when (e.IsTransient || e.Kind is ErrorKind.Unavailable or ErrorKind.Throttled || e is LiveStationApiException { HttpStatus: >= 500 })
            {
                // One lost answer is no reason to give up a wait of an hour.
                _cmdlet.WriteVerbose($"{item.Name}: {e.Message}");
            }
            catch (LiveStationException e)
            {
                item.IsOver = true;
                _cmdlet.WriteFailure(e, item.Name);
            }
        }
    }

    private void Judge(Item item, T? state)
    {
        if (state is null)
        {
            item.IsOver = true;
            _cmdlet.WriteError(NotFound(item.Name));
            return;
        }

        item.Last = state;
        _cmdlet.Note(state);
        if (Proceed is not null && !Proceed(state))
        {
            item.IsOver = true;
            return;
        }

        bool isDone = IsDone(state);
        item.IsOver = isDone || IsFailed(state);
        if (!item.IsOver)
        {
            return;
        }

        Ended(state);
        if (!isDone)
        {
            _cmdlet.WriteError(ErrorRecords.Of(
                new LiveStationWaitException("WaitFailedState", ErrorKind.OperationFailed, $"{Text.Clean(item.Name)} is {Text.Clean(StateOf(state))}: what was waited for cannot be reached from there.", FailedAdvice),
                state));
        }
    }

    private ErrorRecord TimedOut(TimeSpan elapsed)
    {
        string states = string.Join(", ", _pending.Take(5).Select(item => $"{Text.Clean(item.Name)} is {Last(item)}"));
        string message = string.Format(CultureInfo.InvariantCulture, "Waited {0:0} s, and {1}{2}.", elapsed.TotalSeconds, states, _pending.Count > 5 ? $", and {_pending.Count - 5} more" : "");
        return ErrorRecords.Of(new LiveStationWaitException("WaitTimeout", ErrorKind.WaitTimeout, message, TimeoutAdvice), _pending[0].Last ?? (object)_pending[0].Name);
    }

    private static string Span(TimeSpan span) => span.ToString(span.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);

    private string Last(Item item) => item.Last is { } state ? Text.Clean(StateOf(state)) : "not known yet";

    private void Finish(bool isShown)
    {
        if (isShown)
        {
            _cmdlet.WriteProgress(new ProgressRecord(1, Activity, "done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private sealed class Item(string name, Func<CancellationToken, Task<T?>> read)
    {
        public string Name { get; } = name;

        public Func<CancellationToken, Task<T?>> Read { get; } = read;

        public T? Last { get; set; }

        public bool IsOver { get; set; }
    }
}
