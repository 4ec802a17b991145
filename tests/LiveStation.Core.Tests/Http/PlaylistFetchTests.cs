using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

public class PlaylistFetchTests
{
    private const string Playlist = "#EXTM3U\n#EXT-X-VERSION:3\n";

    [Theory]
    [InlineData(Playlist, null)]
    [InlineData("\uFEFF" + Playlist, null)]
    [InlineData("<html>#EXTM3U</html>", "the answer is no playlist.")]
    [InlineData("#EXT", "the answer is no playlist.")]
    [InlineData("", "the answer is no playlist.")]
    public async Task A_playlist_is_known_by_its_first_line(string body, string? fault)
    {
        await using RawServer server = new(Reply.Bytes(Encoding.UTF8.GetBytes(body), 200));

        PlaylistAnswer answer = await FetchAsync(server);

        Assert.Equal(fault is null ? null : $"{server.Address}live/a.m3u8: {fault}", answer.Fault);
    }

    // What stands in the query of an address may be a token.
    [Fact]
    public async Task It_is_asked_for_once_without_a_key_and_nothing_of_the_query_is_told()
    {
        await using RawServer server = new(Reply.Bytes([], 404));

        PlaylistAnswer answer = await FetchAsync(server, "live/a.m3u8?token=secret");

        Assert.Equal($"{server.Address}live/a.m3u8: HTTP 404.", answer.Fault);
        RawRequest request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /live/a.m3u8?token=secret ", request.Head, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?im)^(x-|authorization)", request.Head);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using RawServer server = new(Reply.Empty(302, "Location: http://127.0.0.1:1/elsewhere"), Reply.Bytes(Encoding.UTF8.GetBytes(Playlist), 200));

        Assert.EndsWith("HTTP 302.", (await FetchAsync(server)).Fault, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_endless_body_is_left_where_it_is_known()
    {
        TaskCompletionSource<bool> gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = new(Reply.Stalled(Playlist + new string('x', 10_000), 5_000, gone));

        Assert.Null((await FetchAsync(server)).Fault);
        Assert.True(await gone.Task);
    }

    [Fact]
    public async Task Silence_is_a_fault_after_the_time_out_and_a_stop_is_a_stop()
    {
        TaskCompletionSource<bool> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer left = new(Reply.Silence());
        await using RawServer server = new(Reply.Silence(asked));
        using CancellationTokenSource stop = new();

        Assert.EndsWith("no answer within 0 s.", (await FetchAsync(left, timeout: TimeSpan.FromMilliseconds(20))).Fault, StringComparison.Ordinal);
        Task<PlaylistAnswer> stopped = FetchAsync(server, token: stop.Token);
        await asked.Task;
        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
    }

    // A forged answer must not make this machine call its own services, or send anything in clear text.
    [Theory]
    [InlineData(false, "http://127.0.0.1:{0}/live")]
    [InlineData(true, "http://edge.example/live")]
    [InlineData(true, "ftp://edge.example/live")]
    [InlineData(true, "file:///etc/passwd")]
    public async Task Only_https_is_called_and_this_machine_where_the_service_is_on_it(bool isServiceHere, string address)
    {
        await using RawServer server = new(Reply.Bytes(Encoding.UTF8.GetBytes(Playlist), 200));
        PlaylistFetch fetch = new(SharedTransport.Service.For(null, null, null, false), TimeSpan.FromSeconds(5), isServiceHere);

        PlaylistAnswer answer = await fetch.FetchAsync(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, server.Address.Port)), CancellationToken.None);

        Assert.EndsWith("is no https address, and was not called.", answer.Fault, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_refuses_the_connection_is_told_in_one_line()
    {
        Uri nobody;
        await using (RawServer server = new(Reply.Empty(200)))
        {
            nobody = server.Address;
        }

        string fault = (await new PlaylistFetch(SharedTransport.Service.For(null, null, null, false), TimeSpan.FromSeconds(5), true).FetchAsync(nobody, CancellationToken.None)).Fault!;

        Assert.StartsWith(nobody.AbsoluteUri, fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
    }

    private static Task<PlaylistAnswer> FetchAsync(RawServer server, string path = "live/a.m3u8", TimeSpan? timeout = null, CancellationToken token = default) =>
        new PlaylistFetch(SharedTransport.Service.For(null, null, null, false), timeout ?? TimeSpan.FromSeconds(30), allowsLoopback: true).FetchAsync(new Uri(server.Address, path), token);
}
