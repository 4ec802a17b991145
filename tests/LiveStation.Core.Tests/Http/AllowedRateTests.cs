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
