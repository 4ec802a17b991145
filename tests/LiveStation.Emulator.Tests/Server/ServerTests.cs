using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class ServerTests
{
    [Fact]
    public async Task It_listens_on_this_machine_only_and_stops_when_told()
    {
        LiveStationEmulator emulator = new();
        EmulatorServer server = await EmulatorServer.StartAsync(emulator, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("127.0.0.1", server.BaseAddress.Host);
        Assert.Same(emulator, server.Emulator);
        await server.DisposeAsync();

        using TcpClient client = new();
        await Assert.ThrowsAsync<SocketException>(
            () => client.ConnectAsync(IPAddress.Loopback, server.BaseAddress.Port, TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task A_stalled_answer_does_not_hold_up_the_end()
    {
        Line line = await Line.OpenAsync(socket: true);
        line.Faults.Add(Fault.StalledBody());
        using HttpResponseMessage response = await line.Caller.OpenAsync("GET", "/channels", null, TestContext.Current.CancellationToken);
        Task<string> body = response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        await line.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => body);
    }

    [Fact]
    public async Task The_query_is_signed_as_it_is_on_the_wire()
    {
        await using Line line = await Line.OpenAsync(socket: true);

        JsonNode channels = await line.Caller.ContentAsync("GET", "/channels?channelName=%EC%95%84%EC%B9%A8&id=ls%2D2026");

        Assert.Equal("아침뉴스", Assert.Single(channels.AsArray())!["channelName"]!.ToString());
    }

    [Theory]
    [InlineData("POST", "faults", """{"kind":"Trottle"}""", 400, "kind is \"Trottle\", and has to be one of Throttle, Quota, Error,")]
    [InlineData("POST", "faults", """{"kind":"Quota","tymes":2}""", 400, "There is no tymes: an object has kind, times, method,")]
    [InlineData("POST", "faults", """{"kind":"Throttle","retryAfter":5}""", 400, "retryAfter is 5, and has to be a span such as \"00:00:05\".")]
    [InlineData("POST", "faults", """{"kind":"Quota","times":"two"}""", 400, "times is \"two\", and has to be a whole number.")]
    [InlineData("POST", "faults", """{"kind":"Quota","times":0}""", 400, "Times counts from 1.")]
    [InlineData("POST", "faults", "null", 400, "An object is needed, with kind, times,")]
    [InlineData("POST", "faults", "", 400, "The body is empty, and an object is needed with kind, times,")]
    [InlineData("POST", "faults", "{kind:}", 400, "This is no JSON, at line 1, character 2.")]
    [InlineData("PUT", "rate-limit", """{"requestsPerSecond":0}""", 400, "RequestsPerSecond goes from 0.001 to 1,000,000.")]
    [InlineData("POST", "channels/ls-none/publish", "", 404, "There is no channel ls-none.")]
    [InlineData("POST", "play", """{"script":"0:00 nobody on-air"}""", 400, "Line 1 of the script:")]
    [InlineData("POST", "play", "", 204, "")]
    public async Task What_is_wrong_with_a_control_call_is_said_in_its_own_words(string method, string path, string body, int status, string said)
    {
        await using Line line = await Line.OpenAsync(socket: true);

        (int actual, string text) = await line.ControlAsync(method, path, body);

        Assert.Equal(status, actual);
        string message = text.Length == 0 ? "" : JsonNode.Parse(text)!["message"]!.ToString();
        Assert.StartsWith(said, message, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", message, StringComparison.Ordinal);
        Assert.DoesNotContain("LiveStation.Emulator", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_calls_steer_the_service()
    {
        await using Line line = await Line.OpenAsync(socket: true);
        string id = line.Caller.Emulator.Channels.Add("channel");

        Assert.Equal(204, await SendAsync("POST", $"channels/{id}/publish"));
        Assert.Equal("PUBLISHING", (await line.Caller.ContentAsync("GET", "/channels/" + id))["channelStatus"]!.ToString());
        Assert.Equal(409, await SendAsync("POST", $"channels/{id}/publish"));
        Assert.Equal(204, await SendAsync("DELETE", $"channels/{id}/publish"));
        Assert.Equal("READY", (await line.Caller.ContentAsync("GET", "/channels/" + id))["channelStatus"]!.ToString());
        Assert.Equal(404, await SendAsync("POST", "channels/ls-none/publish"));

        Assert.Equal(204, await SendAsync("POST", "faults", """{"kind":"Throttle","retryAfter":"00:00:05","times":2,"method":"GET"}"""));
        Assert.Equal(Fault.Throttle(TimeSpan.FromSeconds(5)).Repeat(2).On("GET"), Assert.Single(line.Faults.Pending));
        Assert.Equal(429, (int)(await line.Caller.SendAsync("GET", "/channels")).Status);
        Assert.Equal(204, await SendAsync("DELETE", "faults"));
        Assert.Empty(line.Faults.Pending);
        Assert.Equal(400, await SendAsync("POST", "faults", """{"kind":"Nonsense"}"""));
        Assert.Equal(400, await SendAsync("POST", "faults", """{"kind":"Quota","tymes":2}"""));
        Assert.Equal(400, await SendAsync("POST", "faults", "null"));
        Assert.Equal(404, await SendAsync("GET", "anything"));
        Assert.Equal(404, await SendAsync("GET", "publish"));

        string relayed = line.Caller.Emulator.Restream.Add("relayed", "YOUTUBE");
        long relay = line.Caller.Emulator.Restream.PlatformIds(relayed)[0];
        Assert.Equal(204, await SendAsync("POST", $"re-stream/{relayed}/publish"));
        Assert.Equal(204, await SendAsync("POST", $"relays/{relay}/failure"));
        line.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("FAIL", await RelayAsync());
        Assert.Equal(204, await SendAsync("DELETE", $"relays/{relay}/failure"));
        Assert.Equal(204, await SendAsync("DELETE", $"re-stream/{relayed}/publish"));
        Assert.Equal("READY", await RelayAsync());
        Assert.Equal(404, await SendAsync("POST", "relays/first/failure"));

        JsonArray log = JsonNode.Parse((await line.ControlAsync("GET", "requests")).Text)!.AsArray();
        Assert.Equal(line.Caller.Emulator.Requests.Count, log.Count);
        Assert.Equal("/api/v2/channels/" + id, log[0]!["pathAndQuery"]!.ToString());

        async Task<string> RelayAsync() => (await line.Caller.ContentAsync("GET", $"/re-stream/channels/{relayed}/platforms"))[0]!["connectStatus"]!.ToString();

        async Task<int> SendAsync(string method, string path, string body = "") => (await line.ControlAsync(method, path, body)).Status;
    }
}
