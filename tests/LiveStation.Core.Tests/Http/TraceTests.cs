using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>What is told of each exchange to who watches.</summary>
public sealed class TraceTests
{
    private const string Refused = "{\"error\":{\"errorCode\":\"429\",\"message\":\"slow down\"}}";

    private readonly List<ApiEvent> _events = [];

    [Fact]
    public async Task An_exchange_is_a_line_with_its_time_and_its_trace_and_a_line_for_each_harmless_header()
    {
        Func<RawExchange, Task> answer = Reply.Json(
            "{\"content\":{}}",
            200,
            "Date: Thu, 01 Jan 2026 00:00:00 GMT",
            "Retry-After: 3",
            "Server: nginx",
            "Content-Encoding: identity",
            "x-ncp-trace-id: abc",
            "x-ncp-request-id: def",
            "x-ncp-request-id: ghi",
            "Set-Cookie: marker");
        await using RawServer server = new(async exchange =>
        {
            // Something to measure.
            await Task.Delay(60);
            await answer(exchange);
        });

        await Clients.At(server).Observe(_events.Add).Channels.GetAsync("x");

        Match line = Regex.Match(Told(ApiEventLevel.Verbose)[0], "^GET /channels/x -> 200, ([0-9]+) ms, trace abc$");
        Assert.True(line.Success, Told(ApiEventLevel.Verbose)[0]);
        Assert.InRange(int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture), 40, 29_999);
        Assert.Equal(
            ["Content-Encoding: identity", "Content-Length: 14", "Content-Type: application/json; charset=UTF-8", "Date: Thu, 01 Jan 2026 00:00:00 GMT", "Retry-After: 3", "Server: nginx", "x-ncp-request-id: def, ghi", "x-ncp-trace-id: abc"],
            Told(ApiEventLevel.Debug).Select(header => header.Replace("json;charset", "json; charset", StringComparison.Ordinal).Replace("def,ghi", "def, ghi", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_exchange_without_a_trace_names_none()
    {
        await using RawServer server = new(Reply.Json("{\"content\":{}}"));

        await Clients.At(server).Observe(_events.Add).Channels.GetAsync("x");

        Assert.EndsWith(" ms", Told(ApiEventLevel.Verbose)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_a_line()
    {
        await using RawServer server = new(Reply.Silence());

        await Expect.ThrowsSoon<LiveStationTransportException>(() => Clients.At(server, TimeSpan.FromMilliseconds(100), maxAttempts: 1).Observe(_events.Add).Channels.GetAsync("x"));

        Assert.Matches("^GET /channels/x -> no answer in time, [0-9]+ ms$", Assert.Single(Told(ApiEventLevel.Verbose)));
    }

    [Fact]
    public async Task A_broken_connection_is_a_line()
    {
        await using RawServer server = new(Reply.Reset);

        await Assert.ThrowsAsync<LiveStationTransportException>(() => Clients.At(server, maxAttempts: 1).Observe(_events.Add).Channels.GetAsync("x"));

        Assert.Matches("^GET /channels/x -> connection failed, [0-9]+ ms$", Assert.Single(Told(ApiEventLevel.Verbose)));
    }

    // One bar of progress counts a pause: of the pace for many calls, of its own for one that stands alone.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_tells_its_pause_once(bool isMany)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(Refused, 429, ("Retry-After", "2")), ScriptedHandler.Json("{\"content\":{}}"));
        LiveStationClient client = Clients.Of(handler).Observe(_events.Add);

        await (isMany ? client.ForMany() : client).Channels.GetAsync("x");

        Assert.Equal([TimeSpan.FromSeconds(2)], _events.Where(e => e.Pause is not null).Select(e => e.Pause!.Value));
        Assert.Equal(isMany, Assert.Single(_events, e => e.Message.StartsWith("pace: the gateway refuses calls", StringComparison.Ordinal)).Pause is not null);
    }

    private string[] Told(ApiEventLevel level) => [.. _events.Where(e => e.Level == level).Select(e => e.Message)];
}
