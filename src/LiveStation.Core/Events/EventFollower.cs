using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Follows lists of events: asks soon again while things happen and less often while nothing does, and gives each event once, in order.
/// A service that fails is asked on. What callbacks tell comes between, as early as either source has it. See docs/design/events.md.
/// </summary>
internal sealed class EventFollower
{
    // Seconds count on air. Many lists together are asked no more than four times a second, whatever each of them would want.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Down = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ForEachList = TimeSpan.FromMilliseconds(250);

    // How long a call may go on when the time is over; on this machine's clock, which takes no longer spans.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(20);

    // What no pause mends.
    private static readonly HashSet<ErrorKind> Final = [ErrorKind.NotFound, ErrorKind.Forbidden, ErrorKind.InvalidArgument, ErrorKind.InvalidType, ErrorKind.NotSupported];

    private readonly List<EventFeed> _feeds;
    private readonly EventLedger _ledger;
    private readonly IEventWatcher _watcher;
    private readonly TimeProvider _time;
    private long _begun;
    private TimeSpan? _lostAt;
    private bool _isUnwritten;

    /// <summary>Makes one; asks nothing.</summary>
    /// <param name="feeds">The lists.</param>
    /// <param name="ledger">What was told.</param>
    /// <param name="watcher">Who is told how it goes.</param>
    /// <param name="time">The clock.</param>
    public EventFollower(IEnumerable<EventFeed> feeds, EventLedger ledger, IEventWatcher watcher, TimeProvider time)
    {
        _feeds = [.. feeds];
        _ledger = ledger;
        _watcher = watcher;
        _time = time;
    }

    /// <summary>How long to follow; null for ever. At the end every list is asked once more.</summary>
    public TimeSpan? Span { get; init; }

    /// <summary>How many lists are asked at once.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>Events of the first answers that are older are not told; later ones are, by <see cref="EventLedger.Since"/>.</summary>
    public DateTimeOffset Begin { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Callbacks that are to be told too; null for none.</summary>
    public CallbackInbox? Inbox { get; init; }

    /// <summary>Whether what only a callback tells is told, or only a reason to ask.</summary>
    public bool TellsUnconfirmed { get; init; } = true;

    /// <summary>Runs before each question.</summary>
    public Action Asking { get; init; } = static () => { };

    private TimeSpan Now => _time.GetElapsedTime(_begun);

    /// <summary>The events. One that is given out is noted when the next one is asked for, or by <see cref="Settle"/>.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="LiveStationException">The account was refused.</exception>
    public async IAsyncEnumerable<Event> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _begun = _time.GetTimestamp();
        using CancellationTokenSource calls = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (Span < Longest)
        {
            calls.CancelAfter(Span.Value + Grace);
        }

        bool isLast = false;
        try
        {
            while (_feeds.Count > 0 || Inbox is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!isLast && Now >= Span)
                {
                    isLast = true;
                    calls.CancelAfter(Grace);
                }

                Ask(isLast, calls.Token);
                if (_feeds.Find(static feed => feed.Pending?.IsCompleted == true) is { } answered)
                {
                    if (await HearAsync(answered, calls.Token).ConfigureAwait(false) is not { } answer)
                    {
                        continue;
                    }

                    EventLedger.Reading reading = _ledger.Read(answered);
                    DateTimeOffset since = answered.IsHeard ? _ledger.Since : Later(Begin, _ledger.Since);
                    bool isBusy = false;
                    foreach (Event item in answer)
                    {
                        if (reading.IsNew(item) && (item.Timestamp is not { } time || time.ToUniversalTime() >= since.UtcDateTime))
                        {
                            isBusy = true;
                            yield return item;
                        }

                        Settle();
                    }

                    End(answered, answer, reading, isBusy);
                    continue;
                }

                if (isLast)
                {
                    // What comes after the last look is not taken, rather than lost.
                    Inbox?.Close();
                }

                if (Inbox?.Take() is { } posted)
                {
                    Hasten(posted);
                    if (TellsUnconfirmed && _ledger.IsNew(posted))
                    {
                        yield return posted;
                    }

                    Settle();
                    continue;
                }

                if (isLast && _feeds.TrueForAll(static feed => feed.Pending is null))
                {
                    break;
                }

                TellCallbacks();
                Save();
                await WaitAsync(isLast, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            calls.Cancel();
            await Task.WhenAll(_feeds.Select(static feed => (Task?)feed.Pending).OfType<Task>().Select(static pending => pending.ContinueWith(static ended => _ = ended.Exception, TaskScheduler.Default))).ConfigureAwait(false);
            Save();
        }
    }

    /// <summary>Notes the event that was given out last, where no other one is asked for.</summary>
    public void Settle() => Tell(_ledger.Settle());

    private void Save()
    {
        LiveStationException? unwritten = _ledger.Save();
        Tell(unwritten);
        _isUnwritten = unwritten is not null;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void Ask(bool isLast, CancellationToken cancellationToken)
    {
        int open = _feeds.Count(static feed => feed.Pending is not null);
        foreach (EventFeed feed in _feeds)
        {
            if (open < AtOnce && feed.Pending is null && (isLast ? feed.AskedAt < Span : feed.Due <= Now))
            {
                Asking();
                feed.Ask(Now, cancellationToken);
                open++;
            }
        }
    }

    private async Task WaitAsync(bool isLast, CancellationToken cancellationToken)
    {
        List<Task> awaited = [.. _feeds.Select(static feed => (Task?)feed.Pending).OfType<Task>()];
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (Inbox is not null && !isLast)
        {
            awaited.Add(Inbox.ArrivalAsync());
            awaited.Add(Task.Delay(Timeout.Infinite, over.Token));
        }

        if (!isLast && Next() is { } next)
        {
            // A part of a millisecond would be no pause at all.
            TimeSpan pause = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (next - Now).TotalMilliseconds)));
            awaited.Add(Task.Delay(pause, _time, over.Token));
        }

        await Task.WhenAny(awaited).ConfigureAwait(false);
        over.Cancel();
    }

    // When something is to be done without anything happening: while all lists are being asked, that is their answers.
    private TimeSpan? Next()
    {
        int open = _feeds.Count(static feed => feed.Pending is not null);
        TimeSpan? due = open < AtOnce ? _feeds.Where(static feed => feed.Pending is null).Min(static feed => (TimeSpan?)feed.Due) : null;
        return due is { } soon ? Shorter(soon, Span ?? soon) : open == 0 ? Span : null;
    }

    // What a callback tells is looked up, in a second at the latest, but no more often than other things are.
    private void Hasten(Event posted)
    {
        foreach (EventFeed feed in _feeds.Where(feed => !feed.IsDown && (feed.ChannelId ?? posted.ChannelId) == posted.ChannelId))
        {
            feed.Pause = Quick;
            feed.Due = Shorter(feed.Due, feed.AskedAt + Quick);
        }
    }

    private void TellCallbacks()
    {
        if (Inbox?.TakeRefusals() is { } refusals)
        {
            _watcher.Refused(refusals);
        }

        // While lists cannot be asked nothing is doubted, and nothing forgotten that they will tell of.
        if (_feeds.TrueForAll(static feed => feed.IsHeard && !feed.IsDown))
        {
            if (_feeds.Count > 0 && _ledger.TakeDoubtful() is { Count: > 0 } doubtful)
            {
                _watcher.Unconfirmed(doubtful.Count, doubtful[0]);
            }

            _ledger.ForgetPosted();
        }
    }

    /// <summary>The answer; null where there is none.</summary>
    private async Task<IReadOnlyList<Event>?> HearAsync(EventFeed feed, CancellationToken cancellationToken)
    {
        IReadOnlyList<Event>? answer = null;
        try
        {
            answer = await feed.TakeAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time of the last look is over.
        }
        catch (LiveStationException e) when (Final.Contains(e.Kind))
        {
            _feeds.Remove(feed);
            _watcher.Ended(e, feed.ChannelId);
        }
        catch (LiveStationException e) when (e.Kind is not (ErrorKind.Authentication or ErrorKind.Credential))
        {
            feed.Pause = Shorter(TimeSpan.FromTicks(Math.Max(feed.Pause.Ticks, Quick.Ticks) * 2), Down);
            feed.Due = Now + feed.Pause;
            if (_lostAt is null)
            {
                _lostAt = Now;
                _watcher.Lost(e);
            }
        }

        feed.IsDown = answer is null;
        if (_lostAt is { } lost && _feeds.TrueForAll(static one => !one.IsDown))
        {
            _lostAt = null;
            _watcher.Back(Now - lost);
        }

        return answer;
    }

    private void End(EventFeed feed, IReadOnlyList<Event> answer, EventLedger.Reading reading, bool isBusy)
    {
        TellMissed(feed, answer, reading);
        feed.IsHeard = true;
        feed.Newest = answer.Count > 0 ? answer.Max(static item => item.Timestamp) : feed.Newest;
        reading.End(_feeds.TrueForAll(static one => one.IsHeard));
        feed.Pause = isBusy || feed.Pause == TimeSpan.Zero ? Quick : Shorter(TimeSpan.FromTicks(feed.Pause.Ticks * 3 / 2), Quiet);
        TimeSpan polite = TimeSpan.FromTicks(ForEachList.Ticks * _feeds.Count);
        feed.Due = Now + (feed.Pause > polite ? feed.Pause : polite);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // A list that has nothing of what it had before was overrun: how many events the service gives at most is documented nowhere. After a
    // restart that can be told of one list only, and only where nothing in it is from before.
    private void TellMissed(EventFeed feed, IReadOnlyList<Event> answer, EventLedger.Reading reading)
    {
        if (reading.Overlaps || answer.Count == 0 || answer[0].Timestamp is not { } oldest)
        {
            return;
        }

        bool isOverrun = feed.IsHeard ? feed.Newest is not null : _ledger.HasKept && _feeds.Count == 1 && oldest.ToUniversalTime() > _ledger.Since.UtcDateTime;
        if (isOverrun)
        {
            _watcher.Missed(feed.ChannelId, feed.Newest, oldest);
        }
    }

    // Once, until it can be written again.
    private void Tell(LiveStationException? unwritten)
    {
        if (unwritten is not null && !_isUnwritten)
        {
            _isUnwritten = true;
            _watcher.Unwritten(unwritten);
        }
    }
}
