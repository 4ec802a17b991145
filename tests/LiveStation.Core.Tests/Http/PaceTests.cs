using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using LiveStation.Emulator;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>The pace that all calls of a client share, against the gateway of the offline service on one clock with it.</summary>
public sealed class PaceTests
{
    private static readonly RateLimit Fifty = new(50, 10, sendsRetryAfter: false);

    private readonly TestTime _time = new();
    private readonly LiveStationEmulator _service;
    private readonly string _channel;

    public PaceTests()
    {
        _service = Clients.Emulator(_time);
        _channel = _service.Channels.Add("c");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_refused_among_many_calls_is_done_in_the_end(bool sendsRetryAfter)
    {
        _service.RateLimit = new RateLimit(50, 10, sendsRetryAfter);
        LiveStationClient client = Client().ForMany();

        Channel[] channels = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.Channels.GetAsync(_channel)));

        Assert.Equal(200, channels.Length);
        Assert.Contains(_service.Requests, request => request.StatusCode == 429);
    }

    [Fact]
    public async Task One_client_learns_for_all_that_are_made_from_it()
    {
        LiveStationClient client = Client();
        Assert.Equal("free, nothing was refused", client.Pace);
        _service.RateLimit = Fifty;

        LiveStationClient many = client.ForMany();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => many.Channels.GetAsync(_channel)));

        Assert.Matches(@"^[0-9.]+ calls a second.*; refused [0-9]+ times?, last [0-9.]+ s ago$", client.Pace);
        Assert.Equal(client.Pace, client.Observe(null).Pace);
    }

    [Fact]
    public async Task A_pause_that_is_asked_for_holds_for_everybody()
    {
        HeldTime held = new();
        LiveStationEmulator service = Clients.Emulator(held);
        string channel = service.Channels.Add("c");
        LiveStationClient client = Client(service, held);
        service.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(30)));
        Task<Channel> refused = client.ForMany().Channels.GetAsync(channel);
        await held.TimerIsSet;
        int before = service.Requests.Count;

        Task<Channel> other = client.Channels.GetAsync(channel);
        held.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(before, service.Requests.Count);
        Assert.False(other.IsCompleted);

        held.Advance(TimeSpan.FromSeconds(2));
        await refused;
        held.Advance(TimeSpan.FromSeconds(2));
        await other;
    }

    [Fact]
    public async Task A_call_that_stands_alone_has_its_three_attempts()
    {
        _service.Faults.Add(Fault.Throttle().Always());

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Client().Channels.GetAsync(_channel));

        Assert.Equal("RateLimited", error.ErrorId);
        Assert.Equal(3, error.Attempts);
        Assert.Equal(3, _service.Requests.Count);
    }

    [Fact]
    public async Task A_gateway_that_lets_nothing_through_ends_all_calls_with_one_error()
    {
        _service.Faults.Add(Fault.Throttle().Always());
        LiveStationClient client = Client().ForMany();

        Task<Channel>[] calls = [.. Enumerable.Range(0, 40).Select(_ => client.Channels.GetAsync(_channel))];
        List<LiveStationApiException> errors = [];
        foreach (Task<Channel> call in calls)
        {
            errors.Add(await Assert.ThrowsAsync<LiveStationApiException>(() => call));
        }

        LiveStationApiException error = Assert.Single(errors.Distinct());
        Assert.Equal("ThrottleLimited", error.ErrorId);
        Assert.Matches("^The gateway has let nothing through for 1[0-9]{2} s[.]", error.Message);
        Assert.InRange(_time.GetUtcNow() - TestTime.Beginning, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(140));

        // One now and then, and not each of the forty.
        Assert.InRange(_service.Requests.Count, 10, 40);
        int sent = _service.Requests.Count;
        Assert.Same(error, await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync(_channel)));
        Assert.Equal(sent, _service.Requests.Count);
    }

    [Fact]
    public async Task What_others_were_refused_for_too_long_is_no_end_for_the_next_command()
    {
        _service.Faults.Add(Fault.Throttle().Always());
        LiveStationClient client = Client();
        await Assert.ThrowsAsync<LiveStationApiException>(() => client.ForMany().Channels.GetAsync(_channel));
        _service.Faults.Clear();

        Channel channel = await client.ForMany().Channels.GetAsync(_channel);

        Assert.Equal(_channel, channel.ChannelId);
    }

    [Fact]
    public async Task The_patience_of_many_begins_with_their_own_first_refusal()
    {
        _service.Faults.Add(Fault.Throttle().Always());
        LiveStationClient client = Client();
        await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync(_channel));
        _time.Advance(TimeSpan.FromMinutes(10));
        _service.Faults.Clear();
        _service.Faults.Add(Fault.Throttle().Repeat(3));

        Channel channel = await client.ForMany().Channels.GetAsync(_channel);

        Assert.Equal(_channel, channel.ChannelId);
    }

    [Fact]
    public async Task The_time_without_any_success_is_an_option()
    {
        _service.Faults.Add(Fault.Throttle().Always());
        LiveStationClient client = Client(throttleTimeout: TimeSpan.FromSeconds(10)).ForMany();

        await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync(_channel));

        Assert.InRange(_time.GetUtcNow() - TestTime.Beginning, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_pause_of_the_pace_itself_is_waited_for_even_where_it_ends_later()
    {
        // At 0, 1, 3 and 7 s.
        _service.Faults.Add(Fault.Throttle().Repeat(3));

        Channel channel = await Client(throttleTimeout: TimeSpan.FromSeconds(5)).ForMany().Channels.GetAsync(_channel);

        Assert.Equal(_channel, channel.ChannelId);
    }

    [Fact]
    public async Task A_pause_longer_than_that_is_not_waited_for()
    {
        _service.Faults.Add(Fault.Throttle(TimeSpan.FromHours(2)).Always());

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Client().ForMany().Channels.GetAsync(_channel));

        Assert.Equal("ThrottleLimited", error.ErrorId);
        Assert.Equal(TimeSpan.FromHours(2), error.RetryAfter);
        Assert.Single(_service.Requests);
        Assert.True(_time.GetUtcNow() - TestTime.Beginning < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_used_up_quota_is_no_matter_of_pace()
    {
        _service.Faults.Add(Fault.Quota().Always());
        LiveStationClient client = Client().ForMany();

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync(_channel));

        Assert.Equal(ErrorKind.QuotaExceeded, error.Kind);
        Assert.Single(_service.Requests);
        Assert.Equal("free, nothing was refused", client.Pace);
    }

    [Fact]
    public async Task A_write_that_is_refused_among_many_is_sent_again()
    {
        _service.RateLimit = new RateLimit(5, 1, sendsRetryAfter: false);
        string[] ids = [.. Enumerable.Range(0, 12).Select(_ => _service.Channels.Add("w"))];
        LiveStationClient client = Client().ForMany();

        await Task.WhenAll(ids.Select(id => client.Channels.DisableAsync(id)));

        Assert.Equal(12, _service.Requests.Count(request => request.StatusCode == 200));
        Assert.Contains(_service.Requests, request => request.StatusCode == 429);
    }

    [Fact]
    public async Task A_stop_ends_every_wait_at_once()
    {
        HeldTime held = new();
        LiveStationEmulator service = Clients.Emulator(held);
        string channel = service.Channels.Add("c");
        service.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(30)).Always());
        using CancellationTokenSource stop = new();
        LiveStationClient client = Client(service, held).ForMany();
        Task<Channel>[] calls = [.. Enumerable.Range(0, 8).Select(_ => client.Channels.GetAsync(channel, stop.Token))];
        await held.TimerIsSet;

        stop.Cancel();

        foreach (Task<Channel> call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        // Whoever left the line holds nobody up.
        service.Faults.Clear();
        held.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(channel, (await client.Channels.GetAsync(channel)).ChannelId);
    }

    [Fact]
    public async Task Each_change_is_told_once()
    {
        _service.RateLimit = Fifty;
        List<string> told = [];
        LiveStationClient client = Client().Observe(e =>
        {
            lock (told)
            {
                told.Add(e.Message);
            }
        }).ForMany();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.Channels.GetAsync(_channel)));

        string[] pace = [.. told.Where(line => line.StartsWith("pace: ", StringComparison.Ordinal))];
        Assert.NotEmpty(pace);
        Assert.StartsWith("pace: the gateway refuses calls (ThrottleLimited); all pause ", pace[0], StringComparison.Ordinal);
        Assert.True(pace.Length < _service.Requests.Count(request => request.StatusCode == 429) + 20);
        Assert.Equal(pace.Length, pace.Distinct().Count());
    }

    // After a pause one call goes ahead; any answer of the service to it opens the gateway for the others.
    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Whatever_comes_through_after_a_refusal_lets_the_others_follow(int status)
    {
        LiveStationClient client = AfterARefusal(ScriptedHandler.Json("{\"content\":{}}", status));
        await Record.ExceptionAsync(() => client.Channels.GetAsync("x"));
        int before = _time.Pauses.Count;

        await client.Channels.GetAsync("x");

        Assert.All(_time.Pauses.Skip(before), pause => Assert.True(pause < TimeSpan.FromSeconds(0.5)));
        Assert.DoesNotContain("after a pause", client.Pace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_lost_on_its_way_after_a_refusal_holds_nobody_up()
    {
        LiveStationClient client = AfterARefusal(static () => throw new HttpRequestException("gone"));
        await Assert.ThrowsAsync<LiveStationTransportException>(() => client.Channels.GetAsync("x"));
        int before = _time.Pauses.Count;

        await client.Channels.GetAsync("x");

        Assert.Equal(before, _time.Pauses.Count);
    }

    [Fact]
    public async Task A_pace_that_grew_is_told()
    {
        List<ApiEvent> events = [];
        LiveStationClient client = AfterARefusal(ScriptedHandler.Json("{\"content\":{}}")).Observe(events.Add);
        await client.Channels.GetAsync("x");
        _time.Advance(TimeSpan.FromSeconds(5));

        await client.Channels.GetAsync("x");

        Assert.Contains(events, e => System.Text.RegularExpressions.Regex.IsMatch(e.Message, "^pace: [0-9.]+ calls a second$"));
    }

    // Thirty calls in no time, then a refusal; each call is sent once.
    private LiveStationClient AfterARefusal(Func<HttpResponseMessage> next)
    {
        Func<HttpResponseMessage> serves = ScriptedHandler.Json("{\"content\":{}}");
        ScriptedHandler handler = new([.. Enumerable.Repeat(serves, 30), ScriptedHandler.Json("{\"error\":{\"errorCode\":\"429\"}}", 429), next, serves]);
        LiveStationClient client = Clients.Of(handler, maxAttempts: 1, time: _time);
        for (int i = 0; i < 30; i++)
        {
            client.Channels.GetAsync("x").GetAwaiter().GetResult();
        }

        Assert.Throws<LiveStationApiException>(() => client.Channels.GetAsync("x").GetAwaiter().GetResult());
        return client;
    }

    private LiveStationClient Client(TimeSpan? throttleTimeout = null) => Client(_service, _time, throttleTimeout);

    private static LiveStationClient Client(LiveStationEmulator service, TimeProvider time, TimeSpan? throttleTimeout = null) => new(new LiveStationClientOptions(Keys.Credential)
    {
        Endpoint = new Uri("https://emulator.localhost"),
        Handler = service.CreateHandler(),
        TimeProvider = time,
        ThrottleTimeout = throttleTimeout ?? TimeSpan.FromSeconds(120),
    });

    /// <summary>A clock that stands, and tells when somebody waits for it.</summary>
    private sealed class HeldTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource<bool> _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HeldTime()
            : base(TestTime.Beginning)
        {
        }

        public Task TimerIsSet => _set.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            _set.TrySetResult(true);
            return timer;
        }
    }
}
