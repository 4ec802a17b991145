using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Core.Tests.Events;

/// <summary>What comes over a socket: right, wrong, too large, too slow and too much.</summary>
public sealed class CallbackListenerTests : IDisposable
{
    private const string Secret = "a-secret-of-some-length";
    private const string Body = """{"id":7,"logLevel":"INFO","channelId":"ls-1","event":"PUBLISH_START","timestamp":1599218791425}""";

    private readonly CallbackInbox _inbox = new(capacity: 3);
    private readonly CallbackListener _listener;

    public CallbackListenerTests() => _listener = CallbackListener.Start(IPAddress.Loopback, 0, Secret, _inbox);

    private static string Post => $"POST /{Secret} HTTP/1.1\r\nHost: hooks.example\r\nContent-Type: application/json\r\n";

    private static string Sized => $"{Post}Content-Length: {Body.Length}\r\n\r\n{Body}";

    public void Dispose() => _listener.Dispose();

    public static TheoryData<string> Good() =>
    [
        Sized,
        Sized.Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal),
        Sized.Replace($"/{Secret}", $"/live/hooks/{Secret}?from=proxy", StringComparison.Ordinal),
        Sized.Replace($"/{Secret}", $"http://hooks.example/{Secret}", StringComparison.Ordinal),
        $"{Post}Transfer-Encoding: chunked\r\n\r\n10\r\n{Body[..16]}\r\n{Body.Length - 16:X};name=value\r\n{Body[16..]}\r\n0\r\n\r\n",
        $"{Post}Transfer-Encoding: Chunked\r\n\r\n{Body.Length:x8}\r\n{Body}\r\n0\r\nTrailer: x\r\n\r\n",
        $"{Post}Content-Length: {Body.Length}\r\nContent-Length: {Body.Length}\r\n\r\n{Body}",
        $"{Post}X-Many: {new string('x', 4000)}\r\nContent-Length: {Body.Length}\r\n\r\n{Body}",
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public async Task An_event_is_taken(string request)
    {
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await SendAsync(request), StringComparison.Ordinal);

        Event taken = _inbox.Take()!;
        Assert.Equal(("7", "ls-1", EventCode.PublishStart, EventStatus.Unconfirmed), (taken.EventId, taken.ChannelId, taken.EventCode, taken.Status));
        Assert.Null(_inbox.Take());
    }

    public static TheoryData<string, string, string> Bad() => new()
    {
        { "404", "OtherPath", Sized.Replace(Secret, "a-secret-of-some-lengti", StringComparison.Ordinal) },
        { "404", "OtherPath", Sized.Replace(Secret, Secret + Secret, StringComparison.Ordinal) },
        { "404", "OtherPath", Sized.Replace(Secret, Secret[..4], StringComparison.Ordinal) },
        { "404", "OtherPath", Sized.Replace(Secret, Secret + "/", StringComparison.Ordinal) },
        { "404", "OtherPath", "GET / HTTP/1.1\r\n\r\n" },
        { "405", "OtherMethod", $"GET /{Secret} HTTP/1.1\r\n\r\n" },
        { "411", "NoLength", $"{Post}\r\n" },
        { "400", "NoEvent", $"{Post}Content-Length: 0\r\n\r\n" },
        { "400", "NoEvent", $"{Post}Content-Length: 5\r\n\r\nhello" },
        { "400", "NoEvent", $"{Post}Content-Length: 2\r\n\r\n{{}}" },
        { "400", "NoEvent", $"{Post}Content-Length: 2\r\n\r\n\u00ff\u00fe" },
        { "413", "BodyTooLarge", $"{Post}Content-Length: 1073741824\r\n\r\n{Body}" },
        { "413", "BodyTooLarge", $"{Post}Transfer-Encoding: chunked\r\n\r\n40000000\r\n{Body}" },
        { "400", "NoHttp", $"{Post}Content-Length: 99999999999999999999\r\n\r\n" },
        { "400", "NoHttp", $"{Post}Content-Length: -1\r\n\r\n" },
        { "400", "NoHttp", $"{Post}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello" },
        { "400", "NoHttp", $"{Post}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n" },
        { "501", "OtherEncoding", $"{Post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "501", "OtherEncoding", $"{Post}Transfer-Encoding: gzip, chunked\r\n\r\n" },
        { "400", "NoHttp", $"{Post}Transfer-Encoding: chunked\r\n\r\nzz\r\n" },
        { "400", "NoHttp", $"{Post}Transfer-Encoding: chunked\r\n\r\n5\r\nhelloXX\r\n" },
        { "400", "NoHttp", $"{Post}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n" },
        { "400", "NoHttp", $"{Post}Folded: a\r\n b\r\n\r\n" },
        { "400", "NoHttp", $"{Post}Content-Length : 5\r\n\r\nhello" },
        { "400", "NoHttp", $"{Post}no colon\r\n\r\n" },
        { "400", "NoHttp", "hello\r\n\r\n" },
        { "400", "NoHttp", $"POST /{Secret} HTTP/1.1\nHost: x\n\n" },
        { "400", "NoHttp", "\u0016\u0003\u0001\u0002\u0000" },
        { "431", "HeadTooLarge", $"{Post}X: {new string('x', 20_000)}\r\n\r\n" },
        { "431", "HeadTooLarge", new string('x', 20_000) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_no_event_is_refused_and_counted(string status, string reason, string request)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", await SendAsync(request), StringComparison.Ordinal);

        Assert.Equal([$"{reason} 1"], Refusals());
        Assert.Null(_inbox.Take());
    }

    // Whoever is told 200 can rely on it: what has no room is to be sent again.
    [Fact]
    public async Task What_has_no_room_is_not_said_to_be_taken()
    {
        for (int i = 0; i < 3; i++)
        {
            Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(Sized), StringComparison.Ordinal);
        }

        string full = await SendAsync(Sized);
        Assert.StartsWith("HTTP/1.1 503 ", full, StringComparison.Ordinal);
        Assert.Contains("Retry-After: ", full, StringComparison.Ordinal);
        Assert.Equal(["Full 1"], Refusals());
        _inbox.Take();
        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(Sized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_asked_for_where_the_sender_waits_for_that()
    {
        using Socket socket = Connect();
        await SendAsync(socket, $"{Post}Content-Length: {Body.Length}\r\nExpect: 100-continue\r\n\r\n");
        byte[] buffer = new byte[100];
        int count = socket.Receive(buffer);
        Assert.StartsWith("HTTP/1.1 100 ", Encoding.ASCII.GetString(buffer, 0, count), StringComparison.Ordinal);

        await SendAsync(socket, Body);

        Assert.StartsWith("HTTP/1.1 200 ", await ReadAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_comes_byte_by_byte_is_a_request()
    {
        using Socket socket = Connect();
        socket.NoDelay = true;
        foreach (char one in Sized)
        {
            await SendAsync(socket, one.ToString());
        }

        Assert.StartsWith("HTTP/1.1 200 ", await ReadAsync(socket), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("POST ")]
    [InlineData("POST /a-secret-of-some-length HTTP/1.1\r\nContent-Length: 10\r\n\r\n{")]
    public async Task Who_is_too_slow_is_ended_and_counted(string beginning)
    {
        using CallbackListener impatient = CallbackListener.Start(IPAddress.Loopback, 0, Secret, _inbox, TimeSpan.FromMilliseconds(50));
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000 };
        socket.Connect(IPAddress.Loopback, impatient.Address.Port);
        await SendAsync(socket, beginning);
        Task counted = _inbox.ArrivalAsync();

        try
        {
            Assert.Equal("", await ReadAsync(socket));
        }
        catch (SocketException)
        {
            // A reset is an end too.
        }

        await counted;
        Assert.Equal(["TooSlow 1"], Refusals());
    }

    // The oldest had its time. Who has a request to send gets through, however many only hold a place.
    [Fact]
    public async Task Two_thousand_connections_that_say_nothing_keep_nobody_out()
    {
        List<Socket> idle = [];
        try
        {
            // As many as this process may open: fewer on some machines.
            for (int i = 0; i < 2_000 && idle.Count == i; i++)
            {
                try
                {
                    idle.Add(Connect());
                }
                catch (SocketException)
                {
                    break;
                }

                if (i % 500 == 499)
                {
                    Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(Sized), StringComparison.Ordinal);
                    _inbox.Take();
                }
            }

            Assert.True(idle.Count > 2 * CallbackListener.Most, $"{idle.Count}");
            Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(Sized), StringComparison.Ordinal);
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public void A_port_that_is_taken_and_an_address_of_another_machine_are_said()
    {
        Assert.Equal("PortInUse", Assert.Throws<LiveStationListenException>(() => CallbackListener.Start(IPAddress.Loopback, _listener.Address.Port, Secret, _inbox)).ErrorId);
        Assert.Equal("AddressNotHere", Assert.Throws<LiveStationListenException>(() => CallbackListener.Start(IPAddress.Parse("192.0.2.1"), 0, Secret, _inbox)).ErrorId);
    }

    [Fact]
    public void When_it_ends_the_port_is_free_and_open_connections_end()
    {
        using Socket open = Connect();
        _listener.Dispose();

        try
        {
            Assert.Equal(0, open.Receive(new byte[1]));
        }
        catch (SocketException)
        {
            // One that was not let in yet is reset, which is an end too.
        }

#if NET
        // Mono, where .NET Framework's code is tried, holds a port that one listens at alone for as long as its last connections linger.
        CallbackListener.Start(IPAddress.Loopback, _listener.Address.Port, Secret, _inbox).Dispose();
#endif
    }

    [Fact]
    public async Task Who_waits_is_woken_by_an_event_and_a_closed_inbox_takes_none()
    {
        Task arrival = _inbox.ArrivalAsync();
        Assert.False(arrival.IsCompleted);

        await SendAsync(Sized);
        await arrival;
        _inbox.Close();

        Assert.StartsWith("HTTP/1.1 503 ", await SendAsync(Sized), StringComparison.Ordinal);
        Assert.NotNull(_inbox.Take());
    }

    // One line a second, whatever comes.
    [Fact]
    public async Task A_flood_of_refusals_is_said_together()
    {
        await SendAsync("GET / HTTP/1.1\r\n\r\n");
        Assert.Single(Refusals());

        for (int i = 0; i < 20; i++)
        {
            await SendAsync("GET / HTTP/1.1\r\n\r\n");
        }

        Assert.Null(_inbox.TakeRefusals());
        _inbox.Close();
        Assert.Equal(["OtherPath 20"], Refusals());
    }

    private IEnumerable<string> Refusals() => (_inbox.TakeRefusals() ?? new Dictionary<CallbackRefusal, int>()).Select(refusal => $"{refusal.Key} {refusal.Value}");

    private Socket Connect()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000 };
        try
        {
            socket.Connect(IPAddress.Loopback, _listener.Address.Port);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<string> SendAsync(string request)
    {
        using Socket socket = Connect();
        await SendAsync(socket, request);
        return await ReadAsync(socket);
    }

    // A byte for each character, whatever it is.
    private static Task SendAsync(Socket socket, string text) =>
        socket.SendAsync(new ArraySegment<byte>(Encoding.GetEncoding("ISO-8859-1").GetBytes(text)), SocketFlags.None);

    private static async Task<string> ReadAsync(Socket socket)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[1000];
        for (int count; (count = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), SocketFlags.None)) > 0;)
        {
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString();
    }
}
