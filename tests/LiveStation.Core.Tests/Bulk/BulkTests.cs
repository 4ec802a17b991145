using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Core.Tests.Bulks;

public sealed class BulkTests
{
    private readonly List<int[]> _calls = [];

    [Fact]
    public async Task No_more_than_fifty_go_together_and_all_in_their_order()
    {
        List<BulkOutcome<int, int>> outcomes = await SendAsync(120, static part => part.Count);

        Assert.Equal([20, 50, 50], _calls.Select(call => call.Length));
        Assert.Equal(Enumerable.Range(1, 120), _calls.SelectMany(call => call));
        Assert.Equal([20, 50, 50], outcomes.Select(outcome => outcome.Result));
        Assert.All(outcomes, outcome => Assert.Null(outcome.Failure));
    }

    [Fact]
    public async Task Nothing_is_sent_for_nothing()
    {
        Assert.Empty(await SendAsync(0, static part => part.Count));

        Assert.Empty(_calls);
    }

    [Fact]
    public async Task A_call_that_one_item_spoils_is_halved_until_that_one_stands_alone()
    {
        List<BulkOutcome<int, int>> outcomes = await SendAsync(5, static part => part.Contains(4) ? throw Failure(404) : part.Count);

        Assert.Equal(["1 2 3 4 5", "1 2", "3 4 5", "3", "4 5", "4", "5"], _calls.Select(call => string.Join(" ", call)));
        BulkOutcome<int, int> refused = Assert.Single(outcomes, outcome => outcome.Failure is not null);
        Assert.Equal([4], refused.Ids);
        Assert.Equal("Http404", refused.Failure!.ErrorId);
        Assert.Equal([1, 2, 3, 5], outcomes.Where(outcome => outcome.Failure is null).SelectMany(outcome => outcome.Ids));
    }

    [Fact]
    public async Task A_failure_that_blames_no_item_is_told_once_for_its_call_and_the_next_one_goes_on()
    {
        List<BulkOutcome<int, int>> outcomes = await SendAsync(60, static part => part.Contains(1) ? throw Failure(500) : part.Count);

        Assert.Equal(2, _calls.Count);
        Assert.Equal(["Http500", null], outcomes.Select(outcome => outcome.Failure?.ErrorId));
        Assert.Equal([10, 50], outcomes.Select(outcome => outcome.Ids.Count));
    }

    [Fact]
    public async Task A_connection_that_fails_is_told_for_its_call()
    {
        LiveStationTransportException failure = new("ConnectionFailed", ErrorKind.Connection, "gone", "look", null);

        BulkOutcome<int, int> outcome = Assert.Single(await SendAsync(3, _ => throw failure));

        Assert.Same(failure, outcome.Failure);
        Assert.Single(_calls);
    }

    [Fact]
    public async Task A_stop_ends_it()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => SendAsync(3, static _ => throw new OperationCanceledException()));
    }

    private static LiveStationApiException Failure(int status) => new(ErrorAnswer.Empty, status, null, null, null);

    private async Task<List<BulkOutcome<int, int>>> SendAsync(int count, Func<IReadOnlyList<int>, int> answer)
    {
        List<BulkOutcome<int, int>> outcomes = [];
        await foreach (BulkOutcome<int, int> outcome in Bulk.SendAsync<int, int>([.. Enumerable.Range(1, count)], Send, ["Http404"], CancellationToken.None))
        {
            outcomes.Add(outcome);
        }

        return outcomes;

        Task<int> Send(IReadOnlyList<int> part, CancellationToken cancellationToken)
        {
            _calls.Add([.. part]);
            return Task.FromResult(answer(part));
        }
    }
}
