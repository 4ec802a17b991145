using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Events;

/// <summary>Two sources of the same events: each comes once, from whichever has it first.</summary>
public sealed class ReconcileTests : IDisposable
{
    private readonly TestTime _time = new();
    private readonly EventFeed _feed = new(null, () => throw new NotSupportedException());
    private readonly string _file = Path.Combine(Path.GetTempPath(), "ls-" + Guid.NewGuid().ToString("N"));
    private EventLedger _ledger;

    public ReconcileTests() => _ledger = new EventLedger(_time, TestTime.Beginning, null);

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void What_a_callback_told_is_confirmed_where_it_stands_and_not_told_again()
    {
        Event posted = Posted("A", 1, "7");

        Assert.True(_ledger.IsNew(posted));
        Assert.Equal(EventStatus.Unconfirmed, posted.Status);
        Assert.Empty(List(Listed("A", 1, "it happened")));

        Assert.Equal((EventStatus.Confirmed, "it happened"), (posted.Status, posted.Description));
        Assert.False(_ledger.IsNew(Posted("A", 1, "7")));
    }

    [Fact]
    public void What_a_list_told_is_not_told_by_a_callback_that_comes_late_or_twice()
    {
        Assert.Single(List(Listed("A", 1, "it happened")));

        Assert.False(_ledger.IsNew(Posted("A", 1, "7")));
        Assert.False(_ledger.IsNew(Posted("A", 1, "7")));
    }

    // Two targets of a re-stream fail in the same millisecond: callbacks have no description to tell them apart, but numbers.
    [Fact]
    public void Two_at_the_same_instant_are_two_from_both_sources_in_any_order()
    {
        Assert.True(_ledger.IsNew(Posted("A", 1, "7")));
        Assert.True(_ledger.IsNew(Posted("A", 1, "8")));
        Assert.False(_ledger.IsNew(Posted("A", 1, "7")));
        Assert.Empty(List(Listed("A", 1, "one"), Listed("A", 1, "two")));
        Assert.Equal(["three"], List(Listed("A", 1, "one"), Listed("A", 1, "two"), Listed("A", 1, "three")));
        Assert.False(_ledger.IsNew(Posted("A", 1, "9")));
        Assert.True(_ledger.IsNew(Posted("A", 1, "10")));
    }

    [Theory]
    [InlineData("ls-2", "A", 1)]
    [InlineData("ls-1", "B", 1)]
    [InlineData("ls-1", "A", 2)]
    public void Another_channel_code_or_time_is_another_event(string channelId, string code, int second)
    {
        Assert.True(_ledger.IsNew(Posted("A", 1, "7")));

        Assert.True(_ledger.IsNew(Event.Parse($$"""{"id":7,"event":"{{code}}","channelId":"{{channelId}}","timestamp":{{second * 1000}}}""")));
    }

    // The pages write one code in two spellings.
    [Fact]
    public void Spellings_of_a_code_are_one()
    {
        Assert.True(_ledger.IsNew(Posted("PUBLISH_Start", 1, "7")));

        Assert.Empty(List(Listed("PUBLISH_START", 1, "")));
    }

    [Fact]
    public void What_lists_do_not_have_in_time_is_doubted_once()
    {
        _ledger.IsNew(Posted("TRUE", 1, "7"));
        _ledger.IsNew(Posted("FORGED", 1, "8"));
        List(Listed("TRUE", 1, ""));
        Assert.Empty(_ledger.TakeDoubtful());

        _time.Advance(EventLedger.Doubt + TimeSpan.FromSeconds(1));

        Assert.Equal("FORGED", Assert.Single(_ledger.TakeDoubtful()).EventCodeText);
        Assert.Empty(_ledger.TakeDoubtful());
    }

    [Fact]
    public void Callbacks_are_forgotten_after_long_and_what_lists_have_is_not()
    {
        _ledger.IsNew(Posted("LISTED", 1, "7"));
        _ledger.IsNew(Posted("FORGED", 1, "8"));
        List(Listed("LISTED", 1, ""));
        Assert.Equal(2, _ledger.Count);

        _time.Advance(EventLedger.Memory + TimeSpan.FromSeconds(1));
        List(Listed("LISTED", 1, ""));
        _ledger.ForgetPosted();

        Assert.Equal(1, _ledger.Count);
        Assert.False(_ledger.IsNew(Posted("LISTED", 1, "7")));
    }

    // Told by a callback, killed before the list had it; the list has it after the restart, and the callback comes a second time.
    [Fact]
    public void A_bookmark_knows_what_only_a_callback_told()
    {
        using (EventBookmark bookmark = EventBookmark.Open(_file))
        {
            _ledger = new EventLedger(_time, TestTime.Beginning, bookmark);
            Assert.True(_ledger.IsNew(Posted("A", 1, "7")));
            _ledger.Settle();
            Assert.True(_ledger.IsNew(Posted("IN_HAND", 1, "8")));
        }

        using EventBookmark again = EventBookmark.Open(_file);
        _ledger = new EventLedger(_time, again.Since!.Value, again);
        Assert.False(_ledger.IsNew(Posted("A", 1, "7")));
        Assert.Equal(["in hand"], List(Listed("A", 1, "it happened"), Listed("IN_HAND", 1, "in hand")));
    }

    /// <summary>A third of the callbacks never comes, a third comes twice, a third comes late; lists have all of it, sooner or later.</summary>
    [Fact]
    public void Whatever_the_order_each_event_comes_once()
    {
        Random random = new(20_261_127);
        List<(string Code, int Second, string Description)> happened = [.. Enumerable.Range(0, 300).Select(number => ($"E_{random.Next(4)}", random.Next(20), $"number {number}"))];
        List<Event> posts = [];
        for (int i = 0; i < happened.Count; i++)
        {
            for (int times = i % 3; times > 0; times--)
            {
                posts.Add(Posted(happened[i].Code, happened[i].Second, $"{i}"));
            }
        }

        posts = [.. posts.OrderBy(_ => random.Next())];
        List<string> told = [];
        for (int listed = 0; listed <= happened.Count; listed += 20)
        {
            told.AddRange(List([.. happened.Take(listed).Select(one => Listed(one.Code, one.Second, one.Description))]));
            told.AddRange(posts.Skip(listed * 2).Take(40).Where(_ledger.IsNew).Select(_ => "posted"));
            _ledger.Settle();
        }

        Assert.Equal(happened.Count, told.Count);
    }

    private List<string> List(params Event[] answer)
    {
        EventLedger.Reading reading = _ledger.Read(_feed);
        List<string> told = [.. answer.Where(reading.IsNew).Select(item => item.Description!)];
        _ledger.Settle();
        reading.End(areAllHeard: true);
        return told;
    }

    private static Event Posted(string code, int second, string number) => Event.Parse($$"""{"id":{{number}},"event":"{{code}}","channelId":"ls-1","timestamp":{{second * 1000}}}""");

    private static Event Listed(string code, int second, string description) =>
        new() { ChannelId = "ls-1", EventCodeText = code, Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(second * 1000).LocalDateTime, Description = description };
}
