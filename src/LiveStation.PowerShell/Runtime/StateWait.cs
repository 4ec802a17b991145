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

    // The pipeline behind the cmdlet works on what is written, between two questions: a download of an hour is no waiting.
    private TimeSpan _elsewhere;

    private string Activity => "Waiting for " + Goal;

    public StateWait(LsCmdlet cmdlet) => _cmdlet = cmdlet;

    /// <summary>What is waited for, in words: <c>Ready or Publishing</c>.</summary>
    public required string Goal { get; init; }

    /// <summary>The longest wait.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The state in words.</summary>
    public required Func<T, string> StateOf { get; init; }

    /// <summary>Whether the wait for it is over.</summary>
    public required Func<T, bool> IsDone { get; init; }

    /// <summary>Whether it cannot be reached any more.</summary>
    public required Func<T, bool> IsFailed { get; init; }

    /// <summary>The error about a name that the service gives nothing for; null where it always refuses one that it does not know.</summary>
    public Func<string, ErrorRecord>? NotFound { get; init; }

    /// <summary>What to do about a state from which there is no way.</summary>
    public required string FailedAdvice { get; init; }

    /// <summary>What to do when the time is over.</summary>
    public string TimeoutAdvice { get; init; } = "Wait again, with a larger -TimeoutSec; nothing was changed by waiting.";

    /// <summary>Does what a state allows on the way; false where that failed, was told, and the wait is over. Null where there is nothing to do.</summary>
    public Func<T, bool>? Proceed { get; init; }

    /// <summary>What becomes of one whose wait is over, well or not.</summary>
    public required Action<T> Ended { get; init; }

    /// <summary>Asks for everything in a group at once; null where nothing is added with a group.</summary>
    public Func<string, CancellationToken, IAsyncEnumerable<T>>? List { get; init; }

    /// <summary>The name of something in such a list.</summary>
    public Func<T, string>? NameOf { get; init; }

    /// <summary>Adds something to wait for.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="read">Asks for its present state; null where it is gone.</param>
    /// <param name="group">What it can be listed with; null where it is asked for alone.</param>
    public void Add(string name, Func<CancellationToken, Task<T?>> read, string? group = null) => _pending.Add(new Item(name, read, group));

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
        _cmdlet.ExpectMany(all > 1);
        TimeSpan Waited() => time.GetElapsedTime(begun) - _elsewhere;
        for (int round = 0; ; round++)
        {
            TimeSpan left = Timeout - Waited();
            using (CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(_cmdlet.Token))
            {
                // A service that does not answer makes no wait longer. It keeps this machine's time, whatever clock the pauses keep.
                deadline.CancelAfter(left > Grace ? left : Grace);
                _cmdlet.GoOn();
                List<Item> unlisted = Ask(Questions(), deadline.Token);
                Ask(unlisted.ConvertAll(static item => new Question(item)), deadline.Token);
            }

            _pending.RemoveAll(static item => item.IsOver);
            if (_pending.Count == 0)
            {
                Finish(isShown);
                return null;
            }

            left = Timeout - Waited();
            if (left <= TimeSpan.Zero)
            {
                Finish(isShown);
                return TimedOut(Waited());
            }

            // A new record each time: hosts and jobs keep what they are given.
            string states = string.Join(", ", _pending.Take(3).Select(item => $"{Text.Clean(item.Name)}: {Last(item)}")) + (_pending.Count > 3 ? $" and {_pending.Count - 3} more" : "");
            string count = all == 1 ? "" : $"{all - _pending.Count} of {all}, ";
            _cmdlet.WriteProgress(new ProgressRecord(1, Activity, $"{count}{Span(Waited())}; {states}") { PercentComplete = 100 * (all - _pending.Count) / all, SecondsRemaining = (int)left.TotalSeconds });
            isShown = true;
            TimeSpan pause = TimeSpan.FromSeconds(PausesSec[Math.Min(round, PausesSec.Length - 1)]);
            _cmdlet.Pause(pause < left ? pause : left);
        }
    }

    /// <summary>Waits for all; a time-out ends the cmdlet.</summary>
    public void Run()
    {
        if (TryRun() is { } timedOut)
        {
            _cmdlet.ThrowTerminatingError(timedOut);
        }
    }

    // One call for a group of which several are awaited, instead of one for each.
    private List<Question> Questions() =>
    [
        .. _pending.GroupBy(static item => item.Group).SelectMany(group => group.Key is not null && group.Count() > 1
            ? [new Question([.. group], group.Key)]
            : group.Select(static item => new Question(item))),
    ];

    /// <summary>Asks, so many at once.</summary>
    /// <returns>What a list left out, to be asked for alone.</returns>
    private List<Item> Ask(List<Question> questions, CancellationToken cancellationToken)
    {
        List<Item> unlisted = [];
        for (int first = 0; first < questions.Count; first += AtOnce)
        {
            List<(Question Question, Task<Dictionary<string, T>> Answer)> asked =
                [.. questions.GetRange(first, Math.Min(AtOnce, questions.Count - first)).Select(question => (question, AnswerAsync(question, cancellationToken)))];
            foreach ((Question question, Task<Dictionary<string, T>> answer) in asked)
            {
                Hear(question, answer, unlisted);
            }
        }

        return unlisted;
    }

    private void Hear(Question question, Task<Dictionary<string, T>> answer, List<Item> unlisted)
    {
        try
        {
            Dictionary<string, T> states = _cmdlet.AwaitResult(answer);
            foreach (Item item in question.Items)
            {
                item.Trouble = null;
                if (states.TryGetValue(item.Name, out T? state) || question.Group is null)
                {
                    Judge(item, state);
                }
                else
                {
                    unlisted.Add(item);
                }
            }
        }
        catch (OperationCanceledException) when (!_cmdlet.Token.IsCancellationRequested)
        {
            Remember(question, "no answer in the time that was left.");
        }
        catch (LiveStationException e) when (e.MayPass)
        {
            // One lost answer is no reason to give up a wait of an hour.
            Remember(question, e.Message);
        }
        catch (LiveStationException) when (question.Group is not null)
        {
            unlisted.AddRange(question.Items.Where(static item => !item.IsOver));
        }
        catch (LiveStationException e)
        {
            question.Items[0].IsOver = true;
            _cmdlet.WriteFailure(e, question.Name);
        }
    }

    private void Remember(Question question, string trouble)
    {
        _cmdlet.WriteVerbose($"{question.Name}: {trouble}");
        foreach (Item item in question.Items)
        {
            item.Trouble = trouble;
        }
    }

    private async Task<Dictionary<string, T>> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        Dictionary<string, T> states = new(StringComparer.Ordinal);
        if (question.Group is null)
        {
            if (await question.Items[0].Read(cancellationToken).ConfigureAwait(false) is { } state)
            {
                states.Add(question.Name, state);
            }

            return states;
        }

        HashSet<string> awaited = new(question.Items.Select(static item => item.Name), StringComparer.Ordinal);
        await foreach (T listed in List!(question.Group, cancellationToken).ConfigureAwait(false))
        {
            if (NameOf!(listed) is { } name && awaited.Contains(name))
            {
                states[name] = listed;
            }
        }

        return states;
    }

    private void Judge(Item item, T? state)
    {
        if (state is null)
        {
            item.IsOver = true;
            _cmdlet.WriteError(NotFound!(item.Name));
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

        long ended = _cmdlet.Time.GetTimestamp();
        Ended(state);
        _elsewhere += _cmdlet.Time.GetElapsedTime(ended);
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
        string message = string.Format(CultureInfo.InvariantCulture, "Waited {0:0} s for {1}, and {2}{3}.", elapsed.TotalSeconds, Goal, states, _pending.Count > 5 ? $", and {_pending.Count - 5} more" : "");
        // A state that is unknown or old must not look like one that was seen just now.
        message += _pending.Find(static item => item.Trouble is not null) is { } unheard ? $" The service was asked last without success: {unheard.Trouble}" : "";
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

    private sealed class Question(Item[] items, string? group)
    {
        public Question(Item item)
            : this([item], null)
        {
        }

        public Item[] Items { get; } = items;

        public string? Group { get; } = group;

        public string Name => Group ?? Items[0].Name;
    }

    private sealed class Item(string name, Func<CancellationToken, Task<T?>> read, string? group)
    {
        public string Name { get; } = name;

        public string? Group { get; } = group;

        public Func<CancellationToken, Task<T?>> Read { get; } = read;

        public T? Last { get; set; }

        /// <summary>Why it was not heard of when it was asked for last; null where it was.</summary>
        public string? Trouble { get; set; }

        public bool IsOver { get; set; }
    }
}
