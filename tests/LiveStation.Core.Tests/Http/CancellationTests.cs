using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>A call ends at once in whatever state it is stopped; the service would let it wait for 30 s and more.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task Before_it_is_sent()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(Lists.Of()));

        await Expect.CancelledSoon(Expect.All(Clients.Of(handler).Recordings.ListAsync("x", new CancellationToken(canceled: true))));

        Assert.Empty(handler.Requests);
    }

    // A connection is made up to its TLS handshake, which never ends here.
    [Fact]
    public async Task While_it_connects()
    {
        TaskCompletionSource<bool> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource stop = new();
        using SilentListener listener = new(connected);
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Endpoint = listener.Address });

        Task<List<Recording>> call = Expect.All(client.Recordings.ListAsync("x", stop.Token));
        await Expect.Within(connected.Task);
        stop.Cancel();

        await Expect.CancelledSoon(call);
    }

    [Fact]
    public async Task While_it_waits_for_headers()
    {
        TaskCompletionSource<bool> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<bool> gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource stop = new();
        await using RawServer server = new(Reply.Silence(asked, gone));

        Task<List<Recording>> call = Expect.All(Clients.At(server).Recordings.ListAsync("x", stop.Token));
        await Expect.Within(asked.Task);
        stop.Cancel();

        await Expect.CancelledSoon(call);
        await Expect.Within(gone.Task);
        Assert.Single(server.Requests);
    }

    // A transport may end a stopped call as a broken connection.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task And_is_told_as_no_failure_of_the_service(bool asBroken)
    {
        List<ApiEvent> events = [];
        using CancellationTokenSource stop = new();
        using StoppedHandler handler = new(stop, asBroken);

        await Expect.CancelledSoon(Clients.Of(handler).Observe(events.Add).Channels.GetAsync("x", stop.Token));

        Assert.Empty(events);
    }

    [Fact]
    public async Task In_the_body_of_a_list()
    {
        TaskCompletionSource<bool> gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource stop = new();
        string body = Lists.Range(2);
        await using RawServer server = new(Reply.Stalled(body, body.Length - 30, gone));
        await using IAsyncEnumerator<Recording> list = Clients.At(server).Recordings.ListAsync("x", stop.Token).GetAsyncEnumerator(CancellationToken.None);

        Assert.True(await Expect.Within(list.MoveNextAsync().AsTask()));
        Task<bool> next = list.MoveNextAsync().AsTask();
        stop.Cancel();

        await Expect.CancelledSoon(next);
        await list.DisposeAsync();
        await Expect.Within(gone.Task);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task In_the_body_of_a_single_object()
    {
        TaskCompletionSource<bool> sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<bool> gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource stop = new();
        await using RawServer server = new(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            sent.TrySetResult(true);
            await exchange.UntilClientGoesAsync();
            gone.TrySetResult(true);
        });

        Task<Channel> call = Clients.At(server).Channels.GetAsync("x", stop.Token);
        await Expect.Within(sent.Task);
        stop.Cancel();

        await Expect.CancelledSoon(call);
        await Expect.Within(gone.Task);
    }

    [Fact]
    public async Task In_the_body_of_an_error()
    {
        TaskCompletionSource<bool> sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource stop = new();
        await using RawServer server = new(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 500 Error\r\nContent-Length: 100\r\n\r\n{");
            sent.TrySetResult(true);
            await exchange.UntilClientGoesAsync();
        });

        Task<Channel> call = Clients.At(server).Channels.GetAsync("x", stop.Token);
        await Expect.Within(sent.Task);
        stop.Cancel();

        await Expect.CancelledSoon(call);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task In_the_pause_before_the_next_attempt()
    {
        TestTime time = new(endless: true);
        using CancellationTokenSource stop = new();
        ScriptedHandler handler = new(ScriptedHandler.Json("", 503, ("Retry-After", "30")));

        Task<List<Recording>> call = Expect.All(Clients.Of(handler, time: time).Recordings.ListAsync("x", stop.Token));
        Assert.Equal(TimeSpan.FromSeconds(30), await Expect.Within(time.Paused));
        stop.Cancel();

        await Expect.CancelledSoon(call);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task In_the_pause_after_a_broken_body()
    {
        TestTime time = new(endless: true);
        using CancellationTokenSource stop = new();
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":"));

        Task<List<Recording>> call = Expect.All(Clients.Of(handler, time: time).Recordings.ListAsync("x", stop.Token));
        await Expect.Within(time.Paused);

        // One, unless the first random pause was rounded to none.
        int sent = handler.Requests.Count;
        stop.Cancel();

        await Expect.CancelledSoon(call);
        Assert.Equal(sent, handler.Requests.Count);
        Assert.InRange(sent, 1, 2);
    }

    [Fact]
    public async Task Between_two_objects()
    {
        using CancellationTokenSource stop = new();
        ScriptedHandler handler = new(ScriptedHandler.Stream(() => new PieceStream(PieceStream.Cut(System.Text.Encoding.UTF8.GetBytes(Lists.Range(100)), () => 64))));
        List<long> seen = [];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Recording recording in Clients.Of(handler).Recordings.ListAsync("x", stop.Token))
            {
                seen.Add(recording.RecordId);
                stop.Cancel();
            }
        });

        Assert.Equal([1], seen);
    }

    [Fact]
    public async Task Between_two_pages()
    {
        using CancellationTokenSource stop = new();
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":[{\"channelId\":\"a\"}],\"total\":2}"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Channel channel in Clients.Of(handler).Channels.ListAsync(null, stop.Token))
            {
                stop.Cancel();
            }
        });

        Assert.Single(handler.Requests);
    }

    // Whichever wins: never the transport's own exception, never a failed connection.
    [Fact]
    public async Task Together_with_a_time_out_it_ends_as_one_of_the_two()
    {
        for (int i = 0; i < 20; i++)
        {
            TimeSpan both = TimeSpan.FromMilliseconds(30);
            await using RawServer server = new(Reply.Silence());
            using CancellationTokenSource stop = new(both);

            Exception? error = await Record.ExceptionAsync(() => Expect.Within(Clients.At(server, both, maxAttempts: 1).Channels.GetAsync("x", stop.Token)));

            Assert.True(error is OperationCanceledException || (error is LiveStationTransportException { ErrorId: "RequestTimeout" }), error?.ToString());
        }
    }

    // On .NET Framework the message aborts the connection, and a body that is closed before that is read to its end.
    [Fact]
    public void An_answer_that_is_left_closes_its_message_before_its_body()
    {
        List<string> closed = [];
        HttpResponseMessage message = new() { Content = new NotedContent(closed) };

        new ApiResponse(message, new NotedStream(closed)).Dispose();

        Assert.Equal(["message", "body"], closed);
    }

    private sealed class NotedContent(List<string> closed) : ByteArrayContent([])
    {
        protected override void Dispose(bool disposing)
        {
            closed.Add("message");
            base.Dispose(disposing);
        }
    }

    private sealed class NotedStream(List<string> closed) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            closed.Add("body");
            base.Dispose(disposing);
        }
    }

    private sealed class StoppedHandler(CancellationTokenSource stop, bool asBroken) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            stop.Cancel();
            return asBroken ? throw new HttpRequestException("The line was cut.", new IOException()) : throw new OperationCanceledException(cancellationToken);
        }
    }
}
