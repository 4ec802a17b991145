using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>A clock that is off, against the offline service: it checks timestamps with code of its own.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData(10, "10 min behind")]
    [InlineData(-10, "10 min ahead of")]
    [InlineData(540, "9 h behind")]
    [InlineData(-60 * 24 * 400, "9600 h ahead of")]
    public async Task A_clock_that_is_off_is_corrected_and_told(int minutes, string told)
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time);
        emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(minutes)));
        List<ApiEvent> events = [];
        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: time);

        Channel channel = await client.Observe(events.Add).Channels.GetAsync(Lists.ChannelId);

        Assert.Equal(Lists.ChannelId, channel.ChannelId);
        Assert.Contains(told, Assert.Single(events, e => e.Level == ApiEventLevel.Warning).Message, StringComparison.Ordinal);
        Assert.Equal(minutes, client.ClockOffset.TotalMinutes, 0.1);
        Assert.Equal([401, 200], emulator.Requests.Select(request => request.StatusCode!.Value));
    }

    [Theory]
    [InlineData("00:04:00", "4 min behind")]
    [InlineData("-00:04:00", "4 min ahead of")]
    [InlineData("00:10:20", "10 min behind")]
    [InlineData("01:59:00", "119 min behind")]
    [InlineData("02:00:00", "2 h behind")]
    [InlineData("09:20:00", "9.3 h behind")]
    public void What_is_told_of_a_clock_is_rounded(string off, string told)
    {
        TestTime time = new();
        ServerClock clock = new(time);

        Assert.True(clock.Learn(TimeSpan.Zero, time.GetUtcNow() + TimeSpan.Parse(off, CultureInfo.InvariantCulture), out string? warning));

        Assert.Contains(told + " the service's", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_was_signed_before_a_parallel_one_learned_is_tried_again_and_tells_nothing()
    {
        TestTime time = new();
        ServerClock clock = new(time);
        clock.Learn(TimeSpan.Zero, time.GetUtcNow().AddMinutes(10), out _);

        Assert.True(clock.Learn(TimeSpan.Zero, time.GetUtcNow().AddMinutes(10), out string? warning));

        Assert.Null(warning);
    }

    [Fact]
    public void A_corrected_clock_that_drifts_by_the_tolerance_is_corrected_again()
    {
        TestTime time = new();
        ServerClock clock = new(time);
        clock.Learn(TimeSpan.Zero, time.GetUtcNow().AddMinutes(8), out _);

        Assert.True(clock.Learn(TimeSpan.FromMinutes(8), time.GetUtcNow().AddMinutes(4), out string? warning));

        Assert.Equal(TimeSpan.FromMinutes(4), clock.Offset);
        Assert.Contains("4 min behind", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_after_a_correction_is_sent_once()
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time, secretKey: "another");
        emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(10)));
        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: time);
        await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync(Lists.ChannelId));
        emulator.ClearRequests();

        await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync(Lists.ChannelId));

        Assert.Single(emulator.Requests);
    }

    [Fact]
    public async Task Many_parallel_calls_learn_it_together_and_tell_it_once()
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time);
        emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(10)));
        ConcurrentQueue<ApiEvent> events = new();
        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: time);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => client.Observe(events.Enqueue).Channels.GetAsync(Lists.ChannelId))));

        Assert.Single(events, e => e.Level == ApiEventLevel.Warning);
    }

    [Fact]
    public async Task The_correction_is_remembered_by_every_view_of_the_client()
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time);
        emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(-10)));
        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: time);
        await client.Observe(null).Channels.GetAsync(Lists.ChannelId);
        emulator.ClearRequests();
        List<ApiEvent> events = [];

        time.Advance(TimeSpan.FromMinutes(30));
        await Expect.All(client.Observe(events.Add).Recordings.ListAsync(Lists.ChannelId));

        RecordedRequest request = Assert.Single(emulator.Requests);
        Assert.Equal((time.GetUtcNow() - TimeSpan.FromMinutes(10)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), request.Timestamp);
        Assert.DoesNotContain(events, e => e.Level == ApiEventLevel.Warning);
    }

    [Fact]
    public async Task A_clock_that_is_right_is_left_alone()
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time);
        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: time);

        await client.Channels.GetAsync(Lists.ChannelId);

        Assert.Equal(TimeSpan.Zero, client.ClockOffset);
        Assert.Single(emulator.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-3)]
    public async Task A_wrong_secret_with_a_clock_that_is_nearly_right_is_sent_once_and_corrects_nothing(int minutes)
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time, secretKey: "another");
        emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(minutes)));
        List<ApiEvent> events = [];
        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: time);

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Observe(events.Add).Channels.GetAsync(Lists.ChannelId));

        Assert.Single(emulator.Requests);
        Assert.Equal("AuthenticationFailed", error.ErrorId);
        Assert.Equal(200, error.Code);
        Assert.Equal(401, error.HttpStatus);
        Assert.Equal(1, error.Attempts);
        Assert.Equal(TimeSpan.Zero, client.ClockOffset);
        Assert.DoesNotContain(events, e => e.Level == ApiEventLevel.Warning);
        Assert.DoesNotContain(Keys.SecretKey, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_with_a_clock_that_is_off_is_tried_with_the_right_time_once()
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time, secretKey: "another");
        emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(10)));
        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: time);

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync(Lists.ChannelId));

        Assert.Equal(2, emulator.Requests.Count);
        Assert.Equal("AuthenticationFailed", error.ErrorId);
        Assert.Equal(1, error.Attempts);
    }

    [Fact]
    public async Task The_second_try_with_the_right_time_is_no_attempt()
    {
        TestTime time = new();
        string date = "Date: " + TestTime.Beginning.AddHours(1).ToString("R", CultureInfo.InvariantCulture);
        const string refused = "{\"error\":{\"errorCode\":\"200\",\"message\":\"Authentication Failed\"}}";
        await using RawServer server = new(Reply.Json(refused, 401, date), Reply.Empty(503), Reply.Empty(503), Reply.Json("{\"content\":{}}"));

        await Clients.At(server, time: time).Channels.GetAsync("x");

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_without_a_date_corrects_nothing()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"error\":{\"errorCode\":\"200\"}}", 401));
        LiveStationClient client = Clients.Of(handler);

        await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync("x"));

        Assert.Single(handler.Requests);
        Assert.Equal(TimeSpan.Zero, client.ClockOffset);
    }

    [Fact]
    public async Task A_clock_that_was_set_right_meanwhile_works_again_and_is_not_called_wrong()
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time);
        emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(10)));
        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: time);
        await client.Channels.GetAsync(Lists.ChannelId);
        emulator.Faults.Clear();
        List<ApiEvent> events = [];

        await client.Observe(events.Add).Channels.GetAsync(Lists.ChannelId);

        Assert.InRange(client.ClockOffset, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(events, e => e.Message.Contains("0 min"));
    }

    [Fact]
    public async Task A_test_of_the_connection_measures_the_clock_and_sends_one_call()
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time);
        emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(2)));

        ConnectionTest test = await Clients.Of(emulator.CreateHandler(), time: time).TestAsync();

        Assert.True(test.Reachable);
        Assert.True(test.Authenticated);
        Assert.Null(test.Error);
        Assert.NotNull(test.Latency);
        Assert.Equal(120, test.ClockOffset!.Value.TotalSeconds, 1.0);
        Assert.Single(emulator.Requests);
    }

    // The advice about a refused key says that this test shows the clock.
    [Fact]
    public async Task A_test_of_the_connection_measures_the_clock_where_the_key_is_refused_too()
    {
        TestTime time = new();
        LiveStationEmulator emulator = Clients.Emulator(time, secretKey: "another");
        emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(2)));

        ConnectionTest test = await Clients.Of(emulator.CreateHandler(), time: time).TestAsync();

        Assert.Equal("AuthenticationFailed", test.Error!.ErrorId);
        Assert.Equal(120, test.ClockOffset!.Value.TotalSeconds, 1.0);
    }

    [Fact]
    public async Task The_clock_of_a_proxy_that_refuses_is_not_the_service_s()
    {
        (string Name, string Value) date = ("Date", "Thu, 01 Jan 2026 00:00:00 GMT");
        ScriptedHandler proxy = new(
            ScriptedHandler.Bytes("<html>Forbidden</html>"u8.ToArray(), 403, "text/html", date),
            ScriptedHandler.Json("{\"error\":{\"errorCode\":\"230\",\"message\":\"Forbidden\"}}", 403, date));
        LiveStationClient client = Clients.Of(proxy);

        Assert.Null((await client.TestAsync()).ClockOffset);
        Assert.NotNull((await client.TestAsync()).ClockOffset);
    }

    [Fact]
    public async Task A_test_of_the_connection_tells_a_wrong_secret_from_no_connection()
    {
        ConnectionTest refused = await Clients.Of(Clients.Emulator(secretKey: "another").CreateHandler(), time: TimeProvider.System).TestAsync();
        RawServer gone = new(Reply.Silence());
        await gone.DisposeAsync();
        ConnectionTest unreachable = await Clients.At(gone).TestAsync();

        Assert.True(refused.Reachable);
        Assert.False(refused.Authenticated);
        Assert.Equal("AuthenticationFailed", refused.Error!.ErrorId);
        Assert.False(unreachable.Reachable);
        Assert.False(unreachable.Authenticated);
        Assert.Null(unreachable.Latency);
        Assert.Equal("ConnectionFailed", unreachable.Error!.ErrorId);
        Assert.Equal(1, unreachable.Error.Attempts);
    }

    [Fact]
    public async Task A_test_of_the_connection_does_not_take_a_refusal_by_a_proxy_for_an_accepted_key()
    {
        ScriptedHandler proxy = new(ScriptedHandler.Bytes("<html>Forbidden</html>"u8.ToArray(), 403, "text/html"));
        ScriptedHandler gateway = new(ScriptedHandler.Json("{\"error\":{\"errorCode\":\"230\",\"message\":\"Forbidden\"}}", 403));

        ConnectionTest byProxy = await Clients.Of(proxy).TestAsync();
        ConnectionTest byGateway = await Clients.Of(gateway).TestAsync();

        Assert.True(byProxy.Reachable);
        Assert.False(byProxy.Authenticated);
        Assert.True(byGateway.Authenticated);
    }
}
