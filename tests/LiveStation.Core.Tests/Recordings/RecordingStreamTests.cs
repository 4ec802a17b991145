using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.Core.Tests.Recordings;

/// <summary>The list over a real socket: as it arrives, as it breaks, and as it is left.</summary>
public sealed class RecordingStreamTests
{
    [Fact]
    public async Task The_first_object_leaves_before_the_last_byte_has_come()
    {
        TaskCompletionSource<bool> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string body = Lists.Of(1, 2, 3);
        await using RawServer server = new(Reply.HeldBack(body, body.IndexOf(",\"2\":", StringComparison.Ordinal), seen.Task));
        await using IAsyncEnumerator<Recording> list = Clients.At(server).Recordings.ListAsync("x").GetAsyncEnumerator(CancellationToken.None);

        Assert.True(await Expect.Within(list.MoveNextAsync().AsTask()));
        Assert.Equal(1, list.Current.RecordId);
        seen.SetResult(true);

        Assert.True(await list.MoveNextAsync());
        Assert.True(await list.MoveNextAsync());
        Assert.Equal(3, list.Current.RecordId);
        Assert.False(await list.MoveNextAsync());
    }

    [Fact]
    public async Task Leaving_the_list_ends_the_connection()
    {
        TaskCompletionSource<bool> gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string body = Lists.Range(1000);
        await using RawServer server = new(Reply.Stalled(body, body.Length / 2, gone));

        await foreach (Recording recording in Clients.At(server).Recordings.ListAsync("x"))
        {
            Assert.Equal(1, recording.RecordId);
            break;
        }

        await Expect.Within(gone.Task);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Nothing_is_sent_until_somebody_asks()
    {
        await using RawServer server = new(Reply.Json(Lists.Of()));

        IAsyncEnumerable<Recording> list = Clients.At(server).Recordings.ListAsync("x");
        Assert.Empty(server.Requests);
        await Expect.All(list);
        await Expect.All(list);

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("{\"content\":{\"recordList\":{}},\"total\":0}")]
    [InlineData("{\"content\":{\"recordList\":null},\"total\":0}")]
    [InlineData("{\"total\":0,\"content\":{\"recordList\":null}}")]
    [InlineData("{\"content\":null,\"total\":0}")]
    [InlineData("{\"content\":{},\"total\":0}")]
    public async Task A_list_with_nothing_in_it_is_empty(string body)
    {
        await using RawServer server = new(Reply.Json(body));

        Assert.Empty(await Expect.All(Clients.At(server).Recordings.ListAsync("x")));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_empty_example_of_the_api_notes_is_empty()
    {
        await using RawServer server = new(Reply.Json(Repository.Body("recordingList.2")));

        Assert.Empty(await Expect.All(Clients.At(server).Recordings.ListAsync("x")));
    }

    [Theory]
    [InlineData("{\"content\":[]}")]
    [InlineData("{\"content\":\"none\"}")]
    [InlineData("{\"content\":{\"recordList\":[]}}")]
    [InlineData("{\"content\":{\"recordList\":\"none\"}}")]
    [InlineData("{\"content\":{\"recordList\":{\"1\":[]}}}")]
    [InlineData("{\"content\":{\"recordList\":{\"1\":5}}}")]
    [InlineData("{\"content\":{\"recordList\":{\"a\":{}}}}")]
    [InlineData("{\"content\":{\"recordList\":{\"1.5\":{}}}}")]
    [InlineData("{\"content\":{\"recordList\":{\"99999999999999999999\":{}}}}")]
    [InlineData("{\"content\":{\"recordList\":{\"\":{}}}}")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"status\":\"ok\"}")]
    [InlineData("{\"content\":{\"recordList\":{}}}}")]
    [InlineData("{\"content\":{\"recordList\":{}}}{}")]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_answer_of_another_shape_is_an_error_and_no_empty_list(string body)
    {
        await using RawServer server = new(Reply.Json(body));

        LiveStationProtocolException error = await Expect.ThrowsSoon<LiveStationProtocolException>(() => Expect.All(Clients.At(server).Recordings.ListAsync("ls-7")));

        Assert.Equal("InvalidResponse", error.ErrorId);
        Assert.StartsWith("ls-7: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("HTTP 200", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Attempts);
    }

    [Fact]
    public async Task An_entry_that_is_null_is_left_out()
    {
        await using RawServer server = new(Reply.Json(Lists.Around("\"1\":null," + Lists.Entry(2), 2)));

        Assert.Equal([2], (await Expect.All(Clients.At(server).Recordings.ListAsync("x"))).Ids());
    }

    [Fact]
    public async Task A_larger_total_is_told_and_is_no_error()
    {
        await using RawServer server = new(Reply.Json(Repository.Body("recordingList.1")));
        List<ApiEvent> events = [];

        List<Recording> recordings = await Expect.All(Clients.At(server).Observe(events.Add).Recordings.ListAsync(Lists.ChannelId));

        Assert.Equal(2, recordings.Count);
        ApiEvent told = Assert.Single(events, e => e.Message.Contains("counts"));
        Assert.Equal(ApiEventLevel.Verbose, told.Level);
        Assert.Equal("ls-20200313162828-G60tN: 2 recordings arrived, the service counts 6", told.Message);
    }

    [Fact]
    public async Task A_total_that_fits_is_not_told()
    {
        await using RawServer server = new(Reply.Json(Lists.Of(1, 2)));
        List<ApiEvent> events = [];

        await Expect.All(Clients.At(server).Observe(events.Add).Recordings.ListAsync("x"));

        Assert.DoesNotContain(events, e => e.Message.Contains("counts"));
    }

    [Fact]
    public async Task A_body_cut_in_the_middle_gives_what_arrived_and_an_error_without_another_try()
    {
        string body = Lists.Range(10);
        await using RawServer server = new(Reply.Cut(body, body.IndexOf(",\"8\":", StringComparison.Ordinal)), Reply.Json(body));

        (List<Recording> items, LiveStationProtocolException error) = await Expect.Breaks<Recording, LiveStationProtocolException>(Clients.At(server).Recordings.ListAsync("ls-1"));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], items.Ids());
        Assert.Equal("InvalidResponse", error.ErrorId);
        Assert.Contains("ends early, after 7 recordings", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Attempts);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_leaves_with_the_last_piece_counts_too()
    {
        string body = Lists.Around(Lists.Entry(1) + "," + Lists.Entry(2) + ",\u0001", 3);
        ScriptedHandler handler = new(ScriptedHandler.Json(body));

        (List<Recording> items, LiveStationProtocolException error) = await Expect.Breaks<Recording, LiveStationProtocolException>(Clients.Of(handler).Recordings.ListAsync("ls-1"));

        Assert.Equal([1, 2], items.Ids());
        Assert.Contains("broken JSON, after 2 recordings.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_cut_before_the_first_object_is_asked_for_again_in_silence()
    {
        string body = Lists.Range(3);
        await using RawServer server = new(Reply.Cut(body, 0), Reply.Cut(body, 50), Reply.Json(body));

        List<Recording> items = await Expect.All(Clients.At(server).Recordings.ListAsync("ls-1"));

        Assert.Equal([1, 2, 3], items.Ids());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_body_that_is_always_cut_before_the_first_object_ends_after_three_attempts()
    {
        await using RawServer server = new(Reply.Cut(Lists.Range(3), 50));

        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Expect.All(Clients.At(server).Recordings.ListAsync("ls-1")));

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(3, error.Attempts);
    }

    // 503 before the headers and cuts after them count together.
    [Fact]
    public async Task Attempts_before_and_in_the_body_are_counted_together()
    {
        await using RawServer server = new(Reply.Empty(503), Reply.Cut(Lists.Range(3), 50), Reply.Empty(503), Reply.Json(Lists.Range(3)));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Expect.All(Clients.At(server).Recordings.ListAsync("ls-1")));

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(3, error.Attempts);
    }

    [Fact]
    public async Task Asking_on_after_the_error_gives_nothing_more()
    {
        string body = Lists.Range(3);
        await using RawServer server = new(Reply.Cut(body, body.IndexOf(",\"3\":", StringComparison.Ordinal)));
        await using IAsyncEnumerator<Recording> list = Clients.At(server).Recordings.ListAsync("x").GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await list.MoveNextAsync());
        Assert.True(await list.MoveNextAsync());
        await Assert.ThrowsAsync<LiveStationProtocolException>(() => list.MoveNextAsync().AsTask());

        Assert.False(await list.MoveNextAsync());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_compressed_body_is_read()
    {
        await using RawServer server = new(Reply.Gzip(Lists.Range(5000)));

        List<Recording> items = await Expect.All(Clients.At(server).Recordings.ListAsync("x"));

        Assert.Equal(Enumerable.Range(1, 5000).Select(id => (long)id), items.Ids());
    }

    [Fact]
    public async Task A_compressed_body_that_is_damaged_is_an_invalid_response()
    {
        byte[] damaged = Reply.Compress(Lists.Range(5000));
        for (int i = damaged.Length / 2; i < damaged.Length; i++)
        {
            damaged[i] = 0xFF;
        }

        await using RawServer server = new(Reply.Bytes(damaged, 200, "Content-Encoding: gzip"));

        (_, LiveStationProtocolException list) = await Expect.Breaks<Recording, LiveStationProtocolException>(Clients.At(server).Recordings.ListAsync("x"));
        LiveStationProtocolException one = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Clients.At(server).Channels.GetAsync("x"));

        Assert.Equal("InvalidResponse", list.ErrorId);
        Assert.Equal("InvalidResponse", one.ErrorId);
    }

    [Fact]
    public async Task A_compressed_body_that_ends_early_is_an_invalid_response()
    {
        byte[] whole = Reply.Compress(Lists.Range(5000));
        await using RawServer server = new(Reply.Bytes(whole.AsSpan(0, whole.Length / 2).ToArray(), 200, "Content-Encoding: gzip"));

        (List<Recording> items, LiveStationProtocolException error) = await Expect.Breaks<Recording, LiveStationProtocolException>(Clients.At(server).Recordings.ListAsync("x"));

        Assert.Equal("InvalidResponse", error.ErrorId);
        Assert.Equal(Enumerable.Range(1, items.Count).Select(id => (long)id), items.Ids());
    }

    [Fact]
    public async Task Events_hold_no_secret_of_a_query_no_body_and_no_key()
    {
        List<ApiEvent> events = [];
        await using RawServer server = new(Reply.Json("{\"content\":[{\"channelId\":\"a\",\"streamKey\":\"body-marker\"}],\"total\":1}", 200, "Set-Cookie: cookie-marker", "x-ncp-trace-id: trace-1"));

        LiveStationClient client = Clients.At(server).Observe(events.Add);
        await client.Rest.SendAsync(System.Net.Http.HttpMethod.Get, "/channels", [new("pageNo", "7"), new("accessToken", "query-marker")], null);

        string told = string.Join("\n", events.Select(e => e.Message));
        Assert.Contains("GET /channels?pageNo=7&accessToken=… -> 200", told, StringComparison.Ordinal);
        Assert.Contains("trace trace-1", told, StringComparison.Ordinal);
        foreach (string secret in new[] { "query-marker", "body-marker", "cookie-marker", Keys.SecretKey, server.Requests[0]["x-ncp-apigw-signature-v2"]! })
        {
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    public async Task The_offline_service_gives_as_many_as_it_has(int count)
    {
        LiveStationEmulator emulator = Clients.Emulator();
        string channelId = emulator.Channels.Add("bulk");
        IReadOnlyList<long> ids = emulator.Recordings.Add(channelId, count);

        List<Recording> items = await Expect.All(Clients.Of(emulator.CreateHandler(), time: TimeProvider.System).Recordings.ListAsync(channelId));

        Assert.Equal(ids, items.Ids());
        Assert.All(items, recording => Assert.Empty(recording.GetAdditionalFields()));
    }

    [Fact]
    public async Task An_unknown_channel_is_told_with_its_id()
    {
        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(
            () => Expect.All(Clients.Of(Clients.Emulator().CreateHandler(), time: TimeProvider.System).Recordings.ListAsync("ls-none")));

        Assert.Equal("ChannelNotFound", error.ErrorId);
        Assert.StartsWith("ls-none: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Attempts);
    }
}
