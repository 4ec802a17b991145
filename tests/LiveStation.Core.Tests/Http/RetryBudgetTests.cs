using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Core.Tests.Http;

public sealed class RetryBudgetTests
{
    private readonly BeatingTime _time = new();
    private readonly RetryBudget _budget;

    public RetryBudgetTests() => _budget = new RetryBudget(_time);

    [Fact]
    public void It_has_thirty_retries_and_no_more_however_much_succeeds()
    {
        Return(100, atOnce: true);

        Assert.Equal(30, Take());
    }

    [Fact]
    public void Ten_calls_that_succeed_at_once_pay_for_a_retry()
    {
        Take();
        Return(9, atOnce: true);
        Assert.False(_budget.TryTake());

        Return(1, atOnce: true);

        Assert.True(_budget.TryTake());
        Assert.False(_budget.TryTake());
    }

    [Fact]
    public void What_succeeds_at_a_second_attempt_pays_for_nothing()
    {
        Take();

        Return(100, atOnce: false);

        Assert.False(_budget.TryTake());
    }

    [Fact]
    public void It_may_fill_for_ten_seconds_after_a_success()
    {
        Assert.False(_budget.MayFill);
        Return(1, atOnce: false);
        Assert.True(_budget.MayFill);

        _time.Advance(TimeSpan.FromSeconds(9.999));
        Assert.True(_budget.MayFill);

        _time.Advance(TimeSpan.FromSeconds(0.001));
        Assert.False(_budget.MayFill);
    }

    [Fact]
    public async Task A_call_waits_for_others_to_fill_it()
    {
        Take();
        Return(1, atOnce: false);
        _time.Beat = () => Return(5, atOnce: true);

        Assert.True(await _budget.TakeLaterAsync(CancellationToken.None));

        Assert.Equal(1, _time.Elapsed.TotalSeconds, 3);
    }

    [Fact]
    public async Task It_waits_no_longer_than_others_succeed()
    {
        Take();
        Return(1, atOnce: false);
        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.False(await _budget.TakeLaterAsync(CancellationToken.None));

        Assert.Equal(10, _time.Elapsed.TotalSeconds, 3);
    }

    [Fact]
    public async Task It_waits_no_longer_than_ten_seconds()
    {
        Take();
        Return(1, atOnce: false);
        _time.Beat = () => Return(1, atOnce: false);

        Assert.False(await _budget.TakeLaterAsync(CancellationToken.None));

        Assert.Equal(10, _time.Elapsed.TotalSeconds, 3);
    }

    private int Take()
    {
        int taken = 0;
        while (_budget.TryTake())
        {
            taken++;
        }

        return taken;
    }

    private void Return(int calls, bool atOnce)
    {
        for (int i = 0; i < calls; i++)
        {
            _budget.Return(atOnce);
        }
    }

    /// <summary>A clock on which every pause is over at once, after something happened in it.</summary>
    private sealed class BeatingTime : FakeTimeProvider
    {
        private readonly DateTimeOffset _began;

        public BeatingTime() => _began = GetUtcNow();

        public Action Beat { get; set; } = static () => { };

        public TimeSpan Elapsed => GetUtcNow() - _began;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            Beat();
            Advance(dueTime);
            return timer;
        }
    }
}
