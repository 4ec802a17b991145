using Xunit;

namespace LiveStation.Core.Tests.Http;

public sealed class PassCountTests
{
    [Theory]
    [InlineData(1, 20)]
    [InlineData(0.5, 10)]
    [InlineData(0.3, 6)]
    [InlineData(0.05, 1)]
    [InlineData(3, 20)]
    public void Counts_the_last_so_many_seconds(double seconds, int expected)
    {
        Assert.Equal(expected, OneEachSpan(20).Last(seconds, 0.97));
    }

    [Fact]
    public void What_is_older_than_its_memory_is_forgotten_and_what_is_younger_is_not()
    {
        Assert.Equal(1, Once().Last(PassCount.LongestSec, 4.97));
        Assert.Equal(0, Once().Last(PassCount.LongestSec, 5.02));
        Assert.Equal(0, Once().Last(PassCount.LongestSec, 500));
        Assert.Equal(5, PassCount.LongestSec);

        static PassCount Once()
        {
            PassCount count = new();
            count.Add(0.02);
            return count;
        }
    }

    [Fact]
    public void Everything_is_forgotten_after_a_pause_longer_than_its_memory()
    {
        PassCount count = OneEachSpan(100);

        count.Add(1000.02);

        Assert.Equal(1, count.Last(PassCount.LongestSec, 1000.02));
    }

    [Fact]
    public void A_time_before_the_last_one_counts_with_that()
    {
        PassCount count = new();
        count.Add(1.02);
        count.Add(0.52);

        Assert.Equal(2, count.Last(0.05, 0.52));
    }

    // The newest twentieth of a second counts as far as it has come.
    [Theory]
    [InlineData(0, 20 / 0.97)]
    [InlineData(5, 15 / 0.97)]
    public void A_rate_is_what_got_through_in_the_time_that_was_looked_at(double less, double expected)
    {
        Assert.Equal(expected, OneEachSpan(20).RateOver(1, 0.97, less), 9);
    }

    private static PassCount OneEachSpan(int spans)
    {
        PassCount count = new();
        for (int span = 0; span < spans; span++)
        {
            count.Add((span * 0.05) + 0.02);
        }

        return count;
    }
}
