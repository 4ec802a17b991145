using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.Core.Tests.Channels;

public sealed class ChannelPagingTests
{
    [Fact]
    public async Task One_page_is_one_request()
    {
        ScriptedHandler handler = new(Page(["a", "b"], total: 2));

        Assert.Equal(["a", "b"], await IdsAsync(handler));
        Assert.Equal(["pageNo=1", "pageSizeNo=100"], Expect.Query(Assert.Single(handler.Requests).Target));
    }

    [Fact]
    public async Task Pages_are_asked_for_until_the_total_is_reached()
    {
        ScriptedHandler handler = new(Page(Range(1, 100), total: 250), Page(Range(101, 100), total: 250), Page(Range(201, 50), total: 250));

        Assert.Equal(Range(1, 250), await IdsAsync(handler));
        Assert.Equal(
            [1, 2, 3],
            handler.Requests.Select(request => int.Parse(Expect.Query(request.Target)[0].Split('=')[1], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_list_that_breaks_off_knows_how_many_are_missing()
    {
        ScriptedHandler handler = new(Page(Range(1, 100), total: 250), ScriptedHandler.Json("", 400));

        (List<Channel> given, LiveStationApiException error) = await Expect.Breaks<Channel, LiveStationApiException>(Clients.Of(handler).Channels.ListAsync());

        Assert.Equal((100, 150L), (given.Count, error.Unlisted));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task A_whole_list_that_holds_fewer_than_are_counted_is_told(int total, int warnings)
    {
        List<ApiEvent> events = [];
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":[{\"profileId\":1}],\"total\":" + total.ToString(CultureInfo.InvariantCulture) + "}"));

        await Expect.All(Clients.Of(handler).Observe(events.Add).Qualities.ListAsync());

        Assert.Equal(warnings, events.Count(e => e.Level == ApiEventLevel.Warning));
    }

    [Fact]
    public async Task A_total_as_text_counts_too()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":[{\"channelId\":\"a\"}],\"total\":\"2\"}"), ScriptedHandler.Json("{\"content\":[{\"channelId\":\"b\"}],\"total\":\"2\"}"));

        Assert.Equal(["a", "b"], await IdsAsync(handler));
    }

    // Whether the service keeps to the page size that was asked for is not known.
    [Fact]
    public async Task Smaller_pages_than_asked_for_are_not_the_end()
    {
        ScriptedHandler handler = new(Page(["a", "b"], total: 5), Page(["c", "d"], total: 5), Page(["e"], total: 5));

        Assert.Equal(["a", "b", "c", "d", "e"], await IdsAsync(handler));
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task Without_a_total_a_short_page_is_the_last()
    {
        ScriptedHandler handler = new(Page(Range(1, 100)), Page(Range(101, 7)));

        Assert.Equal(Range(1, 107), await IdsAsync(handler));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Theory]
    [InlineData("{\"content\":[],\"total\":9}")]
    [InlineData("{\"content\":null,\"total\":9}")]
    public async Task An_empty_page_is_the_last_whatever_the_total(string empty)
    {
        ScriptedHandler handler = new(Page(["a"], total: 9), ScriptedHandler.Json(empty));

        Assert.Equal(["a"], await IdsAsync(handler));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_channel_that_moved_to_the_next_page_comes_once()
    {
        ScriptedHandler handler = new(Page(["a", "b"], total: 3), Page(["b", "c"], total: 4), Page(["d"], total: 4));

        List<string?> ids = await IdsAsync(handler);

        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(["a", "b", "c"], ids.Take(3));
    }

    [Fact]
    public async Task A_repeated_channel_does_not_count_toward_the_total()
    {
        ScriptedHandler handler = new(Page(["a", "b"], total: 4), Page(["b", "c"], total: 4), Page(["d"], total: 4));

        Assert.Equal(["a", "b", "c", "d"], await IdsAsync(handler));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_that_always_gives_the_same_page_does_not_keep_the_list_going(bool withTotal)
    {
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(5));
        ScriptedHandler handler = new(Page(Range(1, 100), withTotal ? 100_000 : null));

        List<Channel> channels = await Expect.All(Clients.Of(handler).Channels.ListAsync(null, stop.Token));

        Assert.Equal(100, channels.Count);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task The_next_page_is_asked_for_only_when_it_is_wanted()
    {
        ScriptedHandler handler = new(Page(["a", "b"], total: 4), Page(["c", "d"], total: 4));
        await using IAsyncEnumerator<Channel> list = Clients.Of(handler).Channels.ListAsync().GetAsyncEnumerator(CancellationToken.None);

        Assert.True(await list.MoveNextAsync());
        Assert.True(await list.MoveNextAsync());
        Assert.Single(handler.Requests);
        Assert.True(await list.MoveNextAsync());
        Assert.Equal("c", list.Current.ChannelId);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_fails_comes_after_those_before_it()
    {
        ScriptedHandler handler = new(Page(["a", "b"], total: 4), ScriptedHandler.Json("", 403));

        (List<Channel> items, LiveStationApiException error) = await Expect.Breaks<Channel, LiveStationApiException>(Clients.Of(handler).Channels.ListAsync());

        Assert.Equal(["a", "b"], items.Select(channel => channel.ChannelId));
        Assert.Equal("RefusedOnTheWay", error.ErrorId);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"content\":{}}")]
    [InlineData("{\"content\":\"none\"}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task An_answer_of_another_shape_is_an_error_with_its_trace_id_and_no_empty_list(string body)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(body, 200, ("x-ncp-trace-id", "trace-9")));

        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => IdsAsync(handler));

        Assert.Equal("InvalidResponse", error.ErrorId);
        Assert.Contains("trace-9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_of_the_api_notes_is_read()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(Repository.Body("channelList.1")));

        Assert.Equal(["ls-20250814000000-zTwK2"], await IdsAsync(handler));
    }

    [Fact]
    public async Task All_channels_of_the_offline_service_come_once_and_filters_are_sent()
    {
        LiveStationEmulator emulator = Clients.Emulator();
        for (int i = 0; i < 230; i++)
        {
            emulator.Channels.Add("bulk_" + i.ToString(CultureInfo.InvariantCulture));
        }

        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: TimeProvider.System);

        List<Channel> all = await Expect.All(client.Channels.ListAsync());
        List<Channel> korean = await Expect.All(client.Channels.ListAsync(new ChannelFilter { ChannelName = "아침" }));
        List<Channel> blocked = await Expect.All(client.Channels.ListAsync(new ChannelFilter { ChannelStatus = ChannelStatus.Block }));

        Assert.Equal(emulator.Channels.Ids.OrderBy(id => id, StringComparer.Ordinal), all.Select(channel => channel.ChannelId!).OrderBy(id => id, StringComparer.Ordinal));
        Assert.Equal("아침뉴스", Assert.Single(korean).ChannelName);
        Assert.All(blocked, channel => Assert.Equal(ChannelStatus.Block, channel.ChannelStatus));
        Assert.Single(blocked);
    }

    private static IEnumerable<string> Range(int first, int count) => Enumerable.Range(first, count).Select(i => "ls-" + i.ToString(CultureInfo.InvariantCulture));

    private static Func<HttpResponseMessage> Page(IEnumerable<string> ids, int? total = null) => ScriptedHandler.Json(
        "{\"content\":[" + string.Join(",", ids.Select(id => "{\"channelId\":\"" + id + "\"}")) + "]"
        + (total is { } count ? ",\"total\":" + count.ToString(CultureInfo.InvariantCulture) : "") + "}");

    private static async Task<List<string?>> IdsAsync(ScriptedHandler handler) =>
        (await Expect.All(Clients.Of(handler).Channels.ListAsync())).ConvertAll(channel => channel.ChannelId);
}
