using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

[Collection(AloneGroup.Name)]
public sealed class TimeoutTests
{
    // For headers that never come, where nothing has to be done in time.
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    // Time enough to connect and ask, and for headers to come.
    private static readonly TimeSpan Longer = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task No_headers_in_time_are_a_time_out_after_three_attempts()
    {
        using SilentHandler handler = new();

        LiveStationTransportException error = await Expect.ThrowsSoon<LiveStationTransportException>(() => Expect.All(Clients.Of(handler, Short).Recordings.ListAsync("x")));

        AssertTimeout(error);
        Assert.Equal(3, error.Attempts);
        Assert.Equal(3, handler.Calls);
        Assert.Contains("0.1 s", error.Message, StringComparison.Ordinal);
        Assert.Contains("-TimeoutSec", error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_headers_in_time_end_the_connection()
    {
        TaskCompletionSource<bool> gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = new(Reply.Silence(gone: gone));

        await Expect.ThrowsSoon<LiveStationTransportException>(() => Clients.At(server, Longer, maxAttempts: 1).Channels.GetAsync("x"));

        await Expect.Within(gone.Task);
    }

    [Fact]
    public async Task A_body_that_stops_is_a_time_out_after_the_objects_before_it()
    {
        TaskCompletionSource<bool> gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string body = Lists.Range(3);
        await using RawServer server = new(Reply.Stalled(body, body.Length - 40, gone));

        (List<Recording> items, LiveStationTransportException error) = await Expect.Within(
            Expect.Breaks<Recording, LiveStationTransportException>(Clients.At(server, Longer).Recordings.ListAsync("x")));

        Assert.Equal([1, 2], items.Ids());
        AssertTimeout(error);
        Assert.Single(server.Requests);
        Assert.Equal(1, error.Attempts);
        await Expect.Within(gone.Task);
    }

    [Fact]
    public async Task A_body_that_stops_before_the_first_object_is_asked_for_again()
    {
        string body = Lists.Range(3);
        await using RawServer server = new(Reply.Stalled(body, 20), Reply.Stalled(body, 0), Reply.Json(body));

        List<Recording> items = await Expect.Within(Expect.All(Clients.At(server, Longer).Recordings.ListAsync("x")));

        Assert.Equal([1, 2, 3], items.Ids());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_body_that_stops_ends_a_call_for_one_object_too()
    {
        await using RawServer server = new(Reply.Stalled("{\"content\":{}}", 5));

        LiveStationTransportException error = await Expect.ThrowsSoon<LiveStationTransportException>(() => Clients.At(server, Longer, maxAttempts: 2).Channels.GetAsync("x"));

        AssertTimeout(error);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(2, error.Attempts);
    }

#if NET
    // .NET Framework takes in an error page before it tells the status: it is a time-out there.
    [Fact]
    public async Task An_error_page_that_stops_still_gives_its_status()
    {
        await using RawServer server = new(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n{\"err");
            await exchange.UntilClientGoesAsync();
        });

        LiveStationApiException error = await Expect.ThrowsSoon<LiveStationApiException>(() => Clients.At(server, Longer).Channels.GetAsync("x"));

        Assert.Equal(404, error.HttpStatus);
        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }
#endif

    // Longer in all than the time-out, but never silent for as long.
    [Fact]
    public async Task A_slow_but_steady_body_takes_its_time()
    {
        await using RawServer server = new(Reply.Slow(Lists.Range(20), pieces: 12, TimeSpan.FromMilliseconds(100)));

        List<Recording> items = await Expect.All(Clients.At(server, Longer, maxAttempts: 1).Recordings.ListAsync("x"));

        Assert.Equal(20, items.Count);
    }

    // Somebody who thinks between two objects, as a pipeline in a debugger does, is not the service's silence.
    [Fact]
    public async Task A_slow_reader_is_no_time_out()
    {
        TaskCompletionSource<bool> gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string body = Lists.Range(2);
        await using RawServer server = new(Reply.HeldBack(body, body.IndexOf("\"2\":", StringComparison.Ordinal), gate.Task));
        List<long> seen = [];

        await foreach (Recording recording in Clients.At(server, Longer, maxAttempts: 1).Recordings.ListAsync("x"))
        {
            seen.Add(recording.RecordId);
            await Task.Delay(Longer + TimeSpan.FromMilliseconds(300));
            gate.TrySetResult(true);
        }

        Assert.Equal([1, 2], seen);
    }

    [Fact]
    public async Task A_write_without_an_answer_in_time_is_sent_once_and_the_error_says_that_it_may_have_run()
    {
        await using RawServer server = new(Reply.Silence());
        HttpPipeline pipeline = Clients.Pipeline(server, Longer);

        LiveStationTransportException error = await Expect.ThrowsSoon<LiveStationTransportException>(
            () => pipeline.SendJsonAsync(new ApiRequest(HttpMethod.Put, "/channels"), CancellationToken.None));

        Assert.Single(server.Requests);
        Assert.Equal("RequestTimeout", error.ErrorId);
        Assert.Contains("may have been carried out", error.Message, StringComparison.Ordinal);
    }

    private static void AssertTimeout(LiveStationException error)
    {
        Assert.Equal("RequestTimeout", error.ErrorId);
        Assert.Equal(ErrorKind.Timeout, error.Kind);
    }

    /// <summary>Takes every call and answers none: no machine is too slow for it.</summary>
    private sealed class SilentHandler : HttpMessageHandler
    {
        private int _calls;

        public int Calls => Volatile.Read(ref _calls);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("A wait without an end ended.");
        }
    }
}
