using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class RateLimitTests
{
    [Fact]
    public async Task A_burst_passes_and_then_one_request_an_interval()
    {
        (Caller caller, FakeTimeProvider time) = Limited(new RateLimit(50, burst: 3));

        Assert.Equal([200, 200, 200, 429, 429], await StatusesAsync(caller, 5));
        time.Advance(TimeSpan.FromMilliseconds(19));
        Assert.Equal([429], await StatusesAsync(caller, 1));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([200, 429], await StatusesAsync(caller, 2));
        time.Advance(TimeSpan.FromMilliseconds(40));
        Assert.Equal([200, 200, 429], await StatusesAsync(caller, 3));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([200, 200, 200, 429], await StatusesAsync(caller, 4));
    }

    [Theory]
    [InlineData(50, 10, 10 + 500)]
    [InlineData(3, 1, 1 + 30)]
    [InlineData(999, 999, 999 + 9990)]
    public async Task In_the_long_run_no_more_passes_and_no_less(double rate, int burst, int passed)
    {
        (Caller caller, FakeTimeProvider time) = Limited(new RateLimit(rate, burst));
        int count = (await StatusesAsync(caller, burst)).Count(status => status == 200);
        for (int i = 0; i < 10_000; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            count += (await StatusesAsync(caller, 1))[0] == 200 ? 1 : 0;
        }

        // The interval of a rate such as 3 is rounded to a tick.
        Assert.InRange(count, passed - 1, passed);
    }

    [Fact]
    public async Task A_refusal_has_the_gateways_envelope_and_says_when_to_come_back()
    {
        (Caller caller, FakeTimeProvider time) = Limited(new RateLimit(0.5));

        await StatusesAsync(caller, 1);
        Assert.Equal(("2", """{"error":{"errorCode":"410","message":"Throttle Limited"}}"""), await RefusedAsync(caller));
        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal("2", (await RefusedAsync(caller)).RetryAfter);
        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal("1", (await RefusedAsync(caller)).RetryAfter);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("1", (await RefusedAsync(caller)).RetryAfter);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([200], await StatusesAsync(caller, 1));
    }

    [Fact]
    public async Task A_refusal_can_keep_silent_about_when_to_come_back()
    {
        (Caller caller, _) = Limited(new RateLimit(1, sendsRetryAfter: false));

        await StatusesAsync(caller, 1);

        Assert.Null((await RefusedAsync(caller)).RetryAfter);
    }

    [Fact]
    public async Task What_is_refused_is_not_carried_out_and_uses_up_no_fault()
    {
        (Caller caller, FakeTimeProvider time) = Limited(new RateLimit(1));
        await StatusesAsync(caller, 1);
        caller.Emulator.Faults.Add(Fault.Error(503));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.SendAsync("POST", "/channels", Bodies.Create)).Status);

        Assert.Empty(caller.Emulator.Channels.Ids);
        Assert.Single(caller.Emulator.Faults.Pending);
        Assert.Equal([200, 429], caller.Emulator.Requests.Select(request => request.StatusCode!.Value));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await caller.SendAsync("POST", "/channels", Bodies.Create)).Status);
    }

    [Fact]
    public async Task The_limit_is_set_and_lifted_while_requests_run()
    {
        (Caller caller, _) = Caller.Offline();
        Assert.Null(caller.Emulator.RateLimit);
        Assert.All(await StatusesAsync(caller, 100), status => Assert.Equal(200, status));

        caller.Emulator.RateLimit = new RateLimit(2);
        Assert.Equal([200, 200, 429], await StatusesAsync(caller, 3));
        caller.Emulator.RateLimit = new RateLimit(1);
        Assert.Equal([200, 429], await StatusesAsync(caller, 2));
        caller.Emulator.RateLimit = null;
        Assert.All(await StatusesAsync(caller, 100), status => Assert.Equal(200, status));
    }

    [Fact]
    public async Task Callers_side_by_side_share_one_limit()
    {
        (Caller caller, _) = Limited(new RateLimit(1, burst: 40));
        int[] statuses = new int[200];

        await Parallel.ForAsync(0, statuses.Length, TestContext.Current.CancellationToken, async (i, _) => statuses[i] = (await StatusesAsync(caller, 1))[0]);

        Assert.Equal(40, statuses.Count(status => status == 200));
        Assert.Equal(160, statuses.Count(status => status == 429));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(1_000_001, 0)]
    [InlineData(1, -1)]
    [InlineData(1, 1_000_001)]
    public void A_limit_that_makes_no_sense_is_refused(double rate, int burst) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(rate, burst));

    [Theory]
    [InlineData(50, 50)]
    [InlineData(2.5, 3)]
    [InlineData(0.001, 1)]
    [InlineData(1_000_000, 1_000_000)]
    public void A_burst_is_one_second_when_nothing_is_said(double rate, int burst) => Assert.Equal(burst, new RateLimit(rate).Burst);

    [Fact]
    public async Task Control_calls_set_show_and_lift_the_limit()
    {
        await using Line line = await Line.OpenAsync(socket: true);
        using HttpClient control = new() { BaseAddress = new Uri(line.Address, "_emulator/rate-limit") };

        Assert.Equal((204, ""), await ControlAsync(control, "PUT", """{"requestsPerSecond":0.5,"burst":2,"sendsRetryAfter":false}"""));
        Assert.Equal(new RateLimit(0.5, 2, false), line.Caller.Emulator.RateLimit);
        Assert.Equal((200, """{"requestsPerSecond":0.5,"burst":2,"sendsRetryAfter":false}"""), await ControlAsync(control, "GET"));
        Assert.Equal([200, 200, 429], await StatusesAsync(line.Caller, 3));
        Assert.Equal((204, ""), await ControlAsync(control, "PUT", """{"requestsPerSecond":1}"""));
        await StatusesAsync(line.Caller, 1);
        Assert.Equal("1", (await RefusedAsync(line.Caller)).RetryAfter);
        Assert.Equal((204, ""), await ControlAsync(control, "DELETE"));
        Assert.Null(line.Caller.Emulator.RateLimit);
        Assert.Equal((200, "null"), await ControlAsync(control, "GET"));
        foreach (string bad in new[] { "{}", "null", "5", """{"requestsPerSecond":0}""", """{"requestsPerSecond":5,"burts":2}""" })
        {
            Assert.Equal(400, (await ControlAsync(control, "PUT", bad)).Status);
        }

        Assert.Null(line.Caller.Emulator.RateLimit);
    }

    private static (Caller Caller, FakeTimeProvider Time) Limited(RateLimit limit)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        return (new Caller(new LiveStationEmulator(new EmulatorOptions { TimeProvider = time, Seed = false, RateLimit = limit }), time), time);
    }

    private static async Task<IReadOnlyList<int>> StatusesAsync(Caller caller, int count)
    {
        List<int> statuses = [];
        for (int i = 0; i < count; i++)
        {
            statuses.Add((int)(await caller.SendAsync("GET", "/channels")).Status);
        }

        return statuses;
    }

    private static async Task<(string? RetryAfter, string Text)> RefusedAsync(Caller caller)
    {
        using HttpResponseMessage response = await caller.OpenAsync("GET", "/channels", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        return (response.Headers.TryGetValues("Retry-After", out IEnumerable<string>? values) ? values.Single() : null,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<(int Status, string Text)> ControlAsync(HttpClient control, string method, string body = "")
    {
        using HttpRequestMessage request = new(new HttpMethod(method), (Uri?)null) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using HttpResponseMessage response = await control.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
