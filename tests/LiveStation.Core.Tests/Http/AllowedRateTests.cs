using System;
using System.Collections.Generic;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>What is learned of a gateway, against gateways of several kinds, in a time of their own.</summary>
public sealed class AllowedRateTests
{
    private const double Latency = 0.03;

    [Theory]
    [InlineData(50, 50, true, 8, 1.15)]
    [InlineData(50, 50, true, 32, 1.15)]
    [InlineData(50, 50, false, 8, 1.15)]
    [InlineData(50, 50, false, 32, 1.15)]
    [InlineData(50, 200, false, 32, 1.15)]
    [InlineData(200, 200, false, 32, 1.15)]
    [InlineData(10, 10, false, 8, 1.15)]
    [InlineData(10, 10, true, 8, 1.15)]

    // A gateway that saves nothing tells nothing of its rate at first: the pace finds it from below.
    [InlineData(50, 1, false, 32, 2.5)]
    [InlineData(10, 1, false, 8, 2.5)]
    [InlineData(5, 1, false, 8, 2.5)]
    public void A_crowd_takes_little_longer_than_the_gateway_allows_and_is_seldom_refused(double perSecond, int burst, bool retryAfter, int side, double within)
    {
        int calls = (int)(perSecond * 10) + burst;

        (double seconds, int refused) = Run(new Bucket(perSecond, burst, retryAfter), calls, side);

        double ideal = (calls - burst) / perSecond;
        Assert.InRange(seconds, ideal, ideal * within);
        Assert.InRange(refused, 1, Math.Max(side + 10, calls / 10));
    }

    [Theory]
    [InlineData(50, false, 1.2)]
    [InlineData(20, false, 1.2)]

    // It asks to wait a second where less would do.
    [InlineData(50, true, 1.4)]
    public void A_gateway_that_counts_by_the_second_is_learned_as_well(int perSecond, bool retryAfter, double within)
    {
        int calls = perSecond * 12;

        (double seconds, int refused) = Run(new Window(perSecond, retryAfter), calls, 16);

        Assert.InRange(seconds, 10, 12 * within);
        Assert.InRange(refused, 1, calls / 10);
    }

    [Fact]
    public void A_gateway_that_opens_up_is_noticed()
    {
        Bucket gateway = new(20, 20, false) { Opens = (At: 10, PerSecond: 500) };

        (double seconds, _) = Run(gateway, 2000, 16);

        // At the old rate it would take 99 s.
        Assert.InRange(seconds, 10, 45);
    }

    [Fact]
    public void Nothing_is_limited_before_the_first_refusal()
    {
        AllowedRate rate = new();
        for (int call = 0; call < 1000; call++)
        {
            Assert.Equal(0, rate.NextAt(0));
            rate.Take(0);
        }

        Assert.Equal(double.PositiveInfinity, rate.RateAt(0));
    }

    [Fact]
    public void What_the_gateway_asks_for_holds_for_all_and_then_one_call_goes_ahead()
    {
        AllowedRate rate = new();
        int ticket = rate.Take(0);

        Assert.True(rate.Refused(ticket, 1, retryAfter: 7));

        Assert.Equal(8, rate.NextAt(1));
        int ahead = rate.Take(8);
        Assert.True(rate.NextAt(8) > 8);
        rate.Passed(ahead, 8.1);
        Assert.InRange(rate.NextAt(8.1), 8.1, 8.1 + 1);
    }

    [Fact]
    public void A_refusal_of_a_call_that_was_on_its_way_is_no_news()
    {
        AllowedRate rate = new();
        int first = rate.Take(0);
        int second = rate.Take(0);
        Assert.True(rate.Refused(first, 0.1, null));
        double learned = rate.RateAt(0.1);
        double paused = rate.PausedUntil;

        Assert.False(rate.Refused(second, 0.11, null));

        Assert.Equal(learned, rate.RateAt(0.1));
        Assert.Equal(paused, rate.PausedUntil);
    }

    [Fact]
    public void A_call_that_went_ahead_and_is_lost_holds_the_others_up_no_longer()
    {
        AllowedRate rate = new();
        rate.Refused(rate.Take(0), 0, 1);
        int ahead = rate.Take(1);

        rate.Lost(ahead);

        Assert.Equal(1.5, rate.NextAt(1.5));
    }

    [Fact]
    public void Where_every_try_is_refused_the_pauses_grow_to_eight_seconds()
    {
        AllowedRate rate = new();
        double now = 0;
        double longest = 0;
        for (int round = 0; round < 12; round++)
        {
            now = rate.NextAt(now);
            rate.Refused(rate.Take(now), now, null);
            longest = Math.Max(longest, rate.PausedUntil - now);
        }

        Assert.Equal(8, longest);
    }

    [Fact]
    public void A_gateway_that_asks_for_no_pause_and_refuses_is_not_asked_without_a_pause()
    {
        AllowedRate rate = new();
        double now = 0;
        int tries = 0;
        for (; now < 60; tries++)
        {
            now = rate.NextAt(now);
            rate.Refused(rate.Take(now), now, retryAfter: 0);
        }

        Assert.InRange(tries, 8, 14);
    }

    [Fact]
    public void What_was_learned_is_forgotten_in_the_end()
    {
        AllowedRate rate = new();
        rate.Refused(rate.Take(0), 0, null);
        rate.Passed(rate.Take(rate.NextAt(0)), 1);

        Assert.Equal(double.PositiveInfinity, rate.RateAt(600));
    }

    // The figures of these follow by hand from docs/design/pace.md.
    [Fact]
    public void The_first_refusal_guesses_the_rate_of_the_last_second_which_doubles_each_half_second_and_with_each_pass()
    {
        AllowedRate rate = Guessed();

        Assert.Equal(10, rate.RateAt(1), 9);
        Assert.Equal(1.5, rate.PausedUntil, 9);
        Assert.Equal(1.5, rate.NextAt(1), 9);
        int ahead = rate.Take(1.5);
        Assert.Equal(2.5, rate.NextAt(1.5), 9);
        rate.Passed(ahead, 1.6);

        Assert.Equal(1.7, rate.NextAt(1.6), 9);
        Assert.Equal(10, rate.RateAt(1.6), 9);
        Assert.Equal(10 * Math.Sqrt(2), rate.RateAt(1.85), 9);
        Assert.Equal(20, rate.RateAt(2.6), 9);
        rate.Passed(rate.Take(1.7), 1.75);
        Assert.Equal(1.7 + (0.1 / Math.Pow(2, 0.2)), rate.NextAt(1.7), 9);
        Assert.Equal(40, rate.RateAt(20), 9);
        Assert.Equal(40, rate.RateAt(61.5), 9);
        Assert.Equal(double.PositiveInfinity, rate.RateAt(61.7));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(4, 4, 1)]
    [InlineData(40, 40, 0.125)]
    [InlineData(400, 400, 0.05)]
    public void The_first_pause_is_five_calls_long_within_its_bounds(int passes, double guess, double pause)
    {
        AllowedRate rate = new();
        for (int i = 0; i < passes; i++)
        {
            rate.Passed(rate.Take(0.5), 0.52);
        }

        Assert.True(rate.Refused(rate.Take(1), 1, null));

        Assert.Equal(guess, rate.RateAt(1), 9);
        Assert.Equal(1 + pause, rate.PausedUntil, 9);
    }

    [Fact]
    public void Between_two_refusals_the_rate_is_measured_and_grows_slowly_until_nothing_of_it_is_left()
    {
        AllowedRate rate = Measured();

        double measured = 4 / 1.52;
        Assert.Equal(measured, rate.RateAt(3.52), 9);
        Assert.Equal(3.52, rate.PausedUntil, 9);
        rate.Passed(rate.Take(3.52), 3.6);
        Assert.Equal(measured * 1.5, rate.RateAt(13.6), 9);
        Assert.Equal(measured * (1 + (0.02 * 39.2) + (0.0003 * 39.2 * 39.2 * 39.2)), rate.RateAt(42.8), 6);
        Assert.Equal(double.PositiveInfinity, rate.RateAt(43.1));
    }

    [Fact]
    public void What_the_gateway_saved_meanwhile_is_used_up_a_quarter_faster()
    {
        AllowedRate rate = Measured();
        rate.Passed(rate.Take(3.52), 3.6);
        double measured = 4 / 1.52;
        double slot = 3.6 + (1 / measured);
        Assert.Equal(slot, rate.NextAt(3.6), 9);

        int sent = 0;
        double boosted = 0;
        for (double now = slot; sent < 40; sent++, now = rate.NextAt(now))
        {
            double plain = 1 / rate.RateAt(now);
            rate.Take(now);
            boosted += rate.NextAt(now) - now < plain * 0.9 ? 1 : 0;
        }

        // Saved were 2.84 calls; each of the faster ones uses a fifth of one more than comes in.
        Assert.Equal(Math.Ceiling(measured * 1.08 / 0.2), boosted);
    }

    [Fact]
    public void A_slot_that_was_missed_by_little_is_caught_up_and_by_much_is_saved()
    {
        AllowedRate late = Measured();
        late.Passed(late.Take(3.52), 3.6);
        double slot = late.NextAt(3.6);

        late.Take(slot + 0.01);

        Assert.Equal(slot + (1 / (1.25 * late.RateAt(slot + 0.01))), late.NextAt(slot + 0.01), 9);
        late.Take(slot + 10);
        Assert.Equal(slot + 10 - 0.02 + (1 / (1.25 * late.RateAt(slot + 10))), late.NextAt(slot + 10), 9);
    }

    // Half more than what lately got through, of five seconds; or seven tenths of the guess, where that is less; and never nothing.
    [Theory]
    [InlineData(0, 1.72, 1.5 * 11 / 5)]
    [InlineData(30, 1.72, 7)]
    [InlineData(0, 20, 0.2)]
    public void A_refusal_after_a_pass_or_two_lowers_the_guess(int before, double refusedAt, double expected)
    {
        AllowedRate rate = Guessed(before);
        rate.Passed(rate.Take(1.5), 1.6);

        rate.Refused(rate.Take(1.7), refusedAt, null);

        Assert.Equal(expected, rate.RateAt(refusedAt), 9);
        Assert.Equal(refusedAt + Math.Min(1, 5 / expected), rate.PausedUntil, 9);
    }

    [Fact]
    public void A_refused_try_learns_nothing_and_doubles_the_pause()
    {
        AllowedRate rate = Guessed();

        rate.Refused(rate.Take(1.5), 1.52, null);
        Assert.Equal(1.52 + 1, rate.PausedUntil, 9);
        Assert.Equal(10, rate.RateAt(1.52), 9);

        rate.Refused(rate.Take(2.52), 2.54, 7);
        Assert.Equal(2.54 + 7, rate.PausedUntil, 9);
    }

    [Fact]
    public void Too_many_failures_halve_what_got_through_in_the_last_second_at_once()
    {
        AllowedRate rate = new();
        for (int i = 1; i <= 10; i++)
        {
            rate.Passed(rate.Take(0), (0.1 * i) - 0.03);
        }

        rate.Slow(1);

        Assert.Equal(5, rate.RateAt(1), 9);
        Assert.Equal(1.2, rate.NextAt(1), 9);
        rate.Slow(30);
        Assert.Equal(1, rate.RateAt(30), 9);
    }

    // Ten got through in the second before the first refusal, at 1 s.
    private static AllowedRate Guessed(int before = 0)
    {
        AllowedRate rate = new();
        for (int i = 0; i < before; i++)
        {
            rate.Passed(rate.Take(0), 0);
        }

        for (int i = 1; i <= 10; i++)
        {
            rate.Passed(rate.Take(0), (0.1 * i) - 0.03);
        }

        Assert.True(rate.Refused(rate.Take(1), 1, null));
        return rate;
    }

    // Then four in the 1.52 s to the next one.
    private static AllowedRate Measured()
    {
        AllowedRate rate = Guessed();
        rate.Passed(rate.Take(1.5), 1.6);
        foreach (double at in new[] { 1.8, 2.0, 2.2 })
        {
            rate.Passed(rate.Take(at), at + 0.02);
        }

        Assert.True(rate.Refused(rate.Take(2.5), 2.52, null));
        return rate;
    }

    // Callers that each send, wait for the answer, and send the next; a refused call is sent again before any other.
    private static (double Seconds, int Refused) Run(Gateway gateway, int calls, int side)
    {
        AllowedRate rate = new();

        // Every answer takes as long as any other: they come in the order of the calls.
        Queue<(double At, int Ticket, double? RetryAfter, bool Passes)> answers = new();
        double now = 0;
        int waiting = calls;
        int refusals = 0;
        int done = 0;
        while (done < calls)
        {
            while (waiting > 0 && answers.Count < side && rate.NextAt(now) <= now)
            {
                waiting--;
                int ticket = rate.Take(now);
                bool passes = gateway.Passes(now + (Latency / 2), out double? retryAfter);
                answers.Enqueue((now + Latency, ticket, retryAfter, passes));
            }

            double turn = waiting > 0 && answers.Count < side ? rate.NextAt(now) : double.PositiveInfinity;
            if (answers.Count > 0 && answers.Peek().At <= turn)
            {
                (double At, int Ticket, double? RetryAfter, bool Passes) answer = answers.Dequeue();
                now = answer.At;
                if (answer.Passes)
                {
                    done++;
                    rate.Passed(answer.Ticket, now);
                }
                else
                {
                    refusals++;
                    waiting++;
                    rate.Refused(answer.Ticket, now, answer.RetryAfter);
                }
            }
            else
            {
                now = turn;
            }
        }

        return (now, refusals);
    }

    private abstract class Gateway
    {
        public abstract bool Passes(double now, out double? retryAfter);
    }

    private sealed class Bucket(double perSecond, int burst, bool sendsRetryAfter) : Gateway
    {
        private double _left = burst;
        private double _at;

        public (double At, double PerSecond)? Opens { get; init; }

        public override bool Passes(double now, out double? retryAfter)
        {
            double allowed = Opens is { } opens && now >= opens.At ? opens.PerSecond : perSecond;
            _left = Math.Min(burst, _left + ((now - _at) * allowed));
            _at = now;
            bool passes = _left >= 1;
            _left -= passes ? 1 : 0;
            retryAfter = passes || !sendsRetryAfter ? null : Math.Ceiling((1 - _left) / allowed);
            return passes;
        }
    }

    private sealed class Window(int perSecond, bool sendsRetryAfter) : Gateway
    {
        private long _second = -1;
        private int _count;

        public override bool Passes(double now, out double? retryAfter)
        {
            // Not in step with the callers' clock.
            long second = (long)(now + 0.37);
            _count = second == _second ? _count + 1 : 1;
            _second = second;
            retryAfter = sendsRetryAfter && _count > perSecond ? 1 : null;
            return _count <= perSecond;
        }
    }
}
