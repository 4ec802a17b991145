using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Events;

/// <summary>Lists that a script tells, followed on a clock on which every pause is over at once.</summary>
public sealed class EventFollowerTests : IDisposable
{
    private static readonly DateTime Beginning = TestTime.Beginning.UtcDateTime;

    private readonly TestTime _time = new();
    private readonly Watcher _watcher = new();
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "ls-" + Guid.NewGuid().ToString("N"))).FullName;

    private string File => Path.Combine(_folder, "evening.bookmark");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_event_comes_once_however_often_it_is_listed()
    {
        List<string> told = await FollowAsync(4, ["a", "b"], ["a", "b", "c"], ["b", "c"], ["a", "b", "c", "d"]);

        Assert.Equal(["a", "b", "c", "d"], told);
    }

    [Fact]
    public async Task What_nothing_tells_from_another_is_counted()
    {
        List<string> told = await FollowAsync(4, ["a", "a"], ["a", "a"], ["a", "a", "a"], ["a", "a"]);

        Assert.Equal(["a", "a", "a"], told);
    }

    // An event of tomorrow must not make what happens today look old.
    [Fact]
    public async Task Clocks_of_tomorrow_and_late_entries_hide_nothing()
    {
        Event tomorrow = At("tomorrow", 86_400);
        Event late = At("late", 1);
        Event now = At("now", 10);

        List<string> told = await FollowAsync(4, [[tomorrow], [tomorrow], [now, tomorrow], [late, now, tomorrow]]);

        Assert.Equal(["tomorrow", "now", "late"], told);
    }

    [Fact]
    public async Task What_has_no_time_is_told_too()
    {
        List<string> told = await FollowAsync(2, [[new Event { ChannelId = "ls-1", EventCodeText = "TIMELESS" }]]);

        Assert.Equal(["TIMELESS"], told);
    }

    [Fact]
    public async Task What_is_older_than_since_is_not_told_in_whichever_answer_it_stands()
    {
        List<string> told = await FollowAsync(3, [[At("before", -1)], [At("older", -10), At("before", -1), At("after", 1)], [At("after", 1)]]);

        Assert.Equal(["after"], told);
    }

    // This machine's clock is three minutes ahead: what happens now looks older than the watch, and is told all the same.
    [Fact]
    public async Task A_clock_that_is_ahead_makes_no_new_event_old()
    {
        EventLedger ledger = new(_time, Beginning - TimeSpan.FromMinutes(5), null);

        List<string> told = await TakeAsync(Follower(ledger, 3, Answers([[At("old", -300)], [At("old", -300), At("new", -170)], [At("new", -170)]])));

        Assert.Equal(["new"], told);
    }

    [Fact]
    public async Task It_asks_soon_while_things_happen_and_less_often_while_nothing_does()
    {
        await FollowAsync(12, ["a"], ["a", "b"], ["a", "b"]);

        // The last one is what is left of the time.
        double[] pauses = [.. _time.Pauses.Take(_time.Pauses.Count - 1).Select(pause => pause.TotalSeconds)];
        Assert.Equal([1, 1], pauses.Take(2));
        Assert.Equal(pauses.OrderBy(static pause => pause), pauses);
        Assert.Equal(10, pauses.Last());
    }

    [Fact]
    public async Task Many_lists_together_are_asked_no_more_than_four_times_a_second()
    {
        int asked = 0;
        EventFeed[] feeds = [.. Enumerable.Range(0, 40).Select(number => new EventFeed("ls-" + number, () =>
        {
            Interlocked.Increment(ref asked);
            return List([]);
        }))];

        await TakeAsync(new EventFollower(feeds, new EventLedger(_time, Beginning, null), _watcher, _time) { Span = TimeSpan.FromSeconds(60), Begin = Beginning });

        // Once for each at the beginning and at the end, and what four a second are in between.
        Assert.InRange(asked, 80, (2 * 40) + (4 * 60));
    }

    [Fact]
    public async Task A_service_that_fails_for_an_hour_is_said_once_and_so_is_its_return()
    {
        int asked = 0;
        EventFeed feed = new(null, () => ++asked is > 1 and < 120 ? Failing(ErrorKind.Unavailable) : List(asked == 1 ? [At("before", 1)] : [At("before", 1), At("meanwhile", 2)]));

        List<string> told = await TakeAsync(new EventFollower([feed], new EventLedger(_time, Beginning, null), _watcher, _time) { Span = TimeSpan.FromHours(2), Begin = Beginning });

        Assert.Equal(["before", "meanwhile"], told);
        Assert.Equal(["Lost", "Back"], _watcher.Said.Select(said => said.Split(' ')[0]));
        Assert.InRange(TimeSpan.Parse(_watcher.Said[1].Split(' ')[1], null), TimeSpan.FromMinutes(50), TimeSpan.FromHours(1.5));
    }

    [Fact]
    public async Task A_list_that_is_not_there_ends_and_the_others_go_on()
    {
        EventFeed gone = new("ls-gone", () => Failing(ErrorKind.NotFound));
        EventFeed there = new("ls-1", () => List([At("a", 1)]));

        List<string> told = await TakeAsync(new EventFollower([gone, there], new EventLedger(_time, Beginning, null), _watcher, _time) { Span = TimeSpan.FromSeconds(30), Begin = Beginning });

        Assert.Equal(["a"], told);
        Assert.Equal(["Ended ls-gone"], _watcher.Said);
    }

    [Fact]
    public async Task A_refused_key_ends_it()
    {
        EventFeed feed = new(null, () => Failing(ErrorKind.Authentication));

        await Assert.ThrowsAsync<LiveStationArgumentException>(() => TakeAsync(new EventFollower([feed], new EventLedger(_time, Beginning, null), _watcher, _time)));
    }

    // How many events the service gives at most is documented nowhere: a list that was overrun looks like this.
    [Fact]
    public async Task A_list_that_does_not_reach_back_is_said()
    {
        List<string> told = await FollowAsync(3, [[At("a", 1), At("b", 2)], [At("y", 20), At("z", 21)], [At("y", 20), At("z", 21)]]);

        Assert.Equal(["a", "b", "y", "z"], told);
        Assert.Equal(["Missed 2 20"], _watcher.Said);
    }

    [Fact]
    public async Task What_an_answer_leaves_out_is_not_new_when_it_comes_back_and_is_forgotten_after_long()
    {
        EventLedger ledger = new(_time, Beginning, null);
        EventFeed feed = new(null, () => List([]));
        Hear(ledger, feed, At("a", 1));
        Hear(ledger, feed);
        Assert.Empty(Hear(ledger, feed, At("a", 1)));
        Assert.Equal(1, ledger.Count);

        Hear(ledger, feed);
        _time.Advance(EventLedger.Memory + TimeSpan.FromSeconds(1));
        Hear(ledger, feed);

        Assert.Equal(0, ledger.Count);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_bookmark_knows_what_was_told_and_what_was_in_hand_comes_again()
    {
        using (EventBookmark first = EventBookmark.Open(File))
        {
            EventFollower follower = Follower(new EventLedger(_time, Beginning, first), 2, Answers([[At("a", 1), At("b", 2), At("c", 3)]]));
            await foreach (Event item in follower.RunAsync(TestContext.Current.CancellationToken))
            {
                // Killed while somebody is at work on the second one.
                if (item.EventCodeText == "b")
                {
                    break;
                }
            }
        }

        using EventBookmark again = EventBookmark.Open(File);
        List<string> told = await TakeAsync(Follower(new EventLedger(_time, again.Since!.Value, again), 2, Answers([[At("a", 1), At("b", 2), At("c", 3), At("d", 4)]])));

        Assert.Equal(["b", "c", "d"], told);
    }

    [Fact]
    public async Task Who_has_enough_after_an_event_has_taken_it()
    {
        using (EventBookmark first = EventBookmark.Open(File))
        {
            EventFollower follower = Follower(new EventLedger(_time, Beginning, first), 2, Answers([[At("a", 1), At("b", 2)]]));
            await foreach (Event item in follower.RunAsync(TestContext.Current.CancellationToken))
            {
                follower.Settle();
                break;
            }
        }

        using EventBookmark again = EventBookmark.Open(File);
        Assert.Equal(["b"], await TakeAsync(Follower(new EventLedger(_time, again.Since!.Value, again), 2, Answers([[At("a", 1), At("b", 2)]]))));
    }

    [Fact]
    public async Task After_a_restart_a_list_that_does_not_reach_back_is_said()
    {
        using (EventBookmark first = EventBookmark.Open(File))
        {
            await TakeAsync(Follower(new EventLedger(_time, Beginning, first), 2, Answers([[At("a", 1)]])));
        }

        using EventBookmark again = EventBookmark.Open(File);
        await TakeAsync(Follower(new EventLedger(_time, again.Since!.Value, again), 1, Answers([[At("y", 20)]])));

        Assert.Equal("Missed  20", Assert.Single(_watcher.Said));
    }

    private static Event At(string code, int second) => new() { ChannelId = "ls-1", EventCodeText = code, Timestamp = Beginning.AddSeconds(second).ToLocalTime() };

    private static List<string> Hear(EventLedger ledger, EventFeed feed, params Event[] answer)
    {
        EventLedger.Reading reading = ledger.Read(feed);
        List<string> told = [.. answer.Where(reading.IsNew).Select(item => item.EventCodeText!)];
        ledger.Settle();
        reading.End(areAllHeard: true);
        return told;
    }

    private static Func<IAsyncEnumerable<Event>> Answers(Event[][] answers)
    {
        int asked = 0;
        return () => List(answers[Math.Min(asked++, answers.Length - 1)]);
    }

    private static async IAsyncEnumerable<Event> List(Event[] events)
    {
        await Task.Yield();
        foreach (Event item in events)
        {
            yield return item;
        }
    }

    private static async IAsyncEnumerable<Event> Failing(ErrorKind kind)
    {
        await Task.Yield();
        throw new LiveStationArgumentException("Scripted", kind, "it does not go", "wait");
#pragma warning disable CS0162 // An iterator has a yield.
        yield break;
#pragma warning restore CS0162
    }

    private static async Task<List<string>> TakeAsync(EventFollower follower)
    {
        List<string> told = [];
        await foreach (Event item in follower.RunAsync(TestContext.Current.CancellationToken))
        {
            told.Add(item.EventCodeText!);
        }

        return told;
    }

    private Task<List<string>> FollowAsync(int rounds, params string[][] answers) =>
        FollowAsync(rounds, [.. answers.Select(answer => answer.Select(code => At(code, code[0])).ToArray())]);

    private Task<List<string>> FollowAsync(int rounds, Event[][] answers) => TakeAsync(Follower(new EventLedger(_time, Beginning, null), rounds, Answers(answers)));

    // Ends with the time after so many rounds at the least; the last answer serves all further ones.
    private EventFollower Follower(EventLedger ledger, int rounds, Func<IAsyncEnumerable<Event>> list) =>
        new([new EventFeed(null, list)], ledger, _watcher, _time) { Span = TimeSpan.FromSeconds(10 * rounds), Begin = Beginning };

    private sealed class Watcher : IEventWatcher
    {
        public List<string> Said { get; } = [];

        public void Lost(LiveStationException reason) => Said.Add("Lost");

        public void Back(TimeSpan after) => Said.Add($"Back {after:c}");

        public void Missed(string? channelId, DateTime? from, DateTime to) => Said.Add($"Missed {(from?.ToUniversalTime() - Beginning)?.TotalSeconds} {(to.ToUniversalTime() - Beginning).TotalSeconds}");

        public void Ended(LiveStationException reason, string? channelId) => Said.Add($"Ended {channelId}");

        public void Unconfirmed(int count, Event first) => Said.Add($"Unconfirmed {count} {first.EventCodeText}");

        public void Refused(IReadOnlyDictionary<CallbackRefusal, int> refusals) => Said.AddRange(refusals.Select(refusal => $"Refused {refusal.Key} {refusal.Value}"));

        public void Unwritten(LiveStationException reason) => Said.Add("Unwritten");
    }
}
