using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>When a call is sent again, how often and after which pause: counted at a real socket.</summary>
public sealed class RetryTests
{
    private const string Throttled = "{\"error\":{\"errorCode\":\"420\",\"message\":\"Rate Limited\"}}";
    private const string QuotaUsedUp = "{\"error\":{\"errorCode\":\"400\",\"message\":\"Quota Exceeded\"}}";

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_429_is_sent_again_after_its_pause_whatever_the_method(string method)
    {
        TestTime time = new();
        await using RawServer server = new(Reply.Json(Throttled, 429, "Retry-After: 7"), Reply.Json("{}"));

        await SendAsync(server, method, time);

        Assert.Equal([method, method], server.Requests.Select(request => request.Method));
        Assert.Equal([TimeSpan.FromSeconds(7)], time.Pauses);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Three_429_in_a_row_are_the_end(string method)
    {
        await using RawServer server = new(Reply.Json(Throttled, 429));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => SendAsync(server, method));

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(3, error.Attempts);
        Assert.Equal(ErrorKind.Throttled, error.Kind);
        Assert.Contains("(sent 3 times)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_used_up_quota_is_not_tried_again(string method)
    {
        await using RawServer server = new(Reply.Json(QuotaUsedUp, 429, "Retry-After: 1"));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => SendAsync(server, method));

        Assert.Single(server.Requests);
        Assert.Equal(1, error.Attempts);
        Assert.Equal(ErrorKind.QuotaExceeded, error.Kind);
    }

    [Theory]
    [InlineData("GET", 500, 3)]
    [InlineData("GET", 502, 3)]
    [InlineData("GET", 503, 3)]
    [InlineData("GET", 504, 3)]
    [InlineData("POST", 500, 1)]
    [InlineData("PUT", 503, 1)]
    [InlineData("DELETE", 504, 1)]
    [InlineData("GET", 400, 1)]
    [InlineData("GET", 401, 1)]
    [InlineData("GET", 403, 1)]
    [InlineData("GET", 404, 1)]
    [InlineData("GET", 408, 1)]
    [InlineData("GET", 409, 1)]
    [InlineData("GET", 302, 1)]
    public async Task Only_a_failing_service_is_asked_again_and_only_for_reads(string method, int status, int requests)
    {
        await using RawServer server = new(Reply.Empty(status));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => SendAsync(server, method));

        Assert.Equal(requests, server.Requests.Count);
        Assert.Equal(requests, error.Attempts);
        Assert.Equal(status, error.HttpStatus);
    }

    // SocketsHttpHandler sends a request without content up to four times by itself: three attempts would be twelve requests.
    [Fact]
    public async Task A_read_that_is_cut_before_an_answer_is_sent_three_times_and_no_more()
    {
        foreach (Func<RawExchange, Task> end in new Func<RawExchange, Task>[] { Reply.Reset, Reply.HangUp })
        {
            await using RawServer server = new(end);

            LiveStationTransportException error = await Assert.ThrowsAsync<LiveStationTransportException>(() => SendAsync(server, "GET"));

            Assert.Equal(3, server.Requests.Count);
            Assert.Equal(3, error.Attempts);
            Assert.Equal("ConnectionFailed", error.ErrorId);
            Assert.Equal(ErrorKind.Connection, error.Kind);
            Assert.DoesNotContain("carried out", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_read_that_is_cut_succeeds_at_the_next_attempt()
    {
        await using RawServer server = new(Reply.Reset, Reply.HangUp, Reply.Json(Lists.Of(1)));

        List<Recording> recordings = await Expect.All(Clients.At(server).Recordings.ListAsync("ls-1"));

        Assert.Equal([1], recordings.Ids());
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", true)]
    [InlineData("POST", false)]
    [InlineData("DELETE", false)]
    public async Task A_write_that_is_cut_is_sent_once_and_the_error_says_that_it_may_have_run(string method, bool withBody)
    {
        foreach (Func<RawExchange, Task> end in new Func<RawExchange, Task>[] { Reply.Reset, Reply.HangUp })
        {
            await using RawServer server = new(end);

            LiveStationTransportException error = await Assert.ThrowsAsync<LiveStationTransportException>(() => SendAsync(server, method, withBody: withBody));

            Assert.Single(server.Requests);
            Assert.Equal(1, error.Attempts);
            Assert.Contains("may have been carried out", error.Message, StringComparison.Ordinal);
        }
    }

    // A connection that served before is where a client resends most eagerly: the service may have closed it meanwhile.
    [Fact]
    public async Task A_write_that_is_cut_on_a_used_connection_is_sent_once()
    {
        await using RawServer server = new(Reply.Json("{}"), Reply.HangUp);
        HttpPipeline pipeline = Clients.Pipeline(server);
        await pipeline.SendJsonAsync(new ApiRequest(HttpMethod.Get, "/channels"), CancellationToken.None);

        await Assert.ThrowsAsync<LiveStationTransportException>(() => pipeline.SendJsonAsync(new ApiRequest(HttpMethod.Post, "/channels"), CancellationToken.None));

        Assert.Equal(["GET", "POST"], server.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_write_that_a_gateway_lost_says_that_it_may_have_run(int status)
    {
        await using RawServer server = new(Reply.Empty(status));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => SendAsync(server, "PUT"));

        Assert.Contains("may have been carried out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_whose_answer_breaks_off_says_that_it_may_have_run()
    {
        await using RawServer server = new(Reply.Cut("{\"content\":{}}", 5));

        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => SendAsync(server, "PUT"));

        Assert.Single(server.Requests);
        Assert.Equal(1, error.Attempts);
        Assert.Contains("may have been carried out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_write_does_not_say_that_it_may_have_run()
    {
        await using RawServer server = new(Reply.Json("{\"error\":{\"errorCode\":250100,\"message\":\"no\"}}", 400));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => SendAsync(server, "PUT"));

        Assert.DoesNotContain("carried out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_of_a_minute_is_waited_for()
    {
        TestTime time = new();
        await using RawServer server = new(Reply.Json(Throttled, 429, "Retry-After: 60"), Reply.Json("{}"));

        await SendAsync(server, "GET", time);

        Assert.Equal([TimeSpan.FromSeconds(60)], time.Pauses);
    }

    [Theory]
    [InlineData(429, "Retry-After: 61", "61 s")]
    [InlineData(503, "Retry-After: 61", "61 s")]
    [InlineData(429, "Retry-After: 7200", "120 min")]
    public async Task A_longer_pause_is_not_waited_for_and_the_error_says_how_long_it_is(int status, string header, string shown)
    {
        TestTime time = new();
        await using RawServer server = new(Reply.Empty(status, header));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => SendAsync(server, "GET", time));

        Assert.Single(server.Requests);
        Assert.Empty(time.Pauses);
        Assert.Contains(shown, error.Message, StringComparison.Ordinal);
        Assert.True(error.RetryAfter > TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_pause_until_a_date_is_measured_on_the_clock_of_the_service()
    {
        TestTime time = new();
        DateTimeOffset service = TestTime.Beginning.AddHours(3);
        await using RawServer server = new(
            Reply.Empty(503, "Date: " + service.ToString("R", CultureInfo.InvariantCulture), "Retry-After: " + service.AddSeconds(9).ToString("R", CultureInfo.InvariantCulture)),
            Reply.Json("{}"));

        await SendAsync(server, "GET", time);

        Assert.Equal([TimeSpan.FromSeconds(9)], time.Pauses);
    }

    [Fact]
    public async Task A_pause_until_a_date_in_the_past_is_none()
    {
        TestTime time = new();
        await using RawServer server = new(
            Reply.Empty(503, "Retry-After: " + TestTime.Beginning.AddDays(-1).ToString("R", CultureInfo.InvariantCulture)),
            Reply.Json("{}"));

        await SendAsync(server, "GET", time);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(time.Pauses, pause => Assert.Equal(TimeSpan.Zero, pause));
    }

    [Fact]
    public async Task Without_a_word_from_the_service_pauses_are_random_and_grow()
    {
        List<TimeSpan> first = [];
        List<TimeSpan> second = [];
        for (int i = 0; i < 100; i++)
        {
            TestTime time = new();
            ScriptedHandler handler = new(ScriptedHandler.Json("", 503));
            await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler, time: time).Channels.GetAsync("x"));

            // A pause that rounds to nothing starts no timer.
            if (time.Pauses.Count == 2)
            {
                first.Add(time.Pauses[0]);
                second.Add(time.Pauses[1]);
            }
        }

        Assert.All(first, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        Assert.All(second, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(2)));
        Assert.True(first.Distinct().Count() > 10);
        Assert.True(second.Max() > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task One_attempt_is_one_request()
    {
        await using RawServer server = new(Reply.Json(Throttled, 429, "Retry-After: 1"));
        HttpPipeline pipeline = Clients.Pipeline(server, maxAttempts: 1);

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => pipeline.SendJsonAsync(new ApiRequest(HttpMethod.Get, "/x"), CancellationToken.None));

        Assert.Single(server.Requests);
        Assert.Equal(1, error.Attempts);
        Assert.DoesNotContain("sent 1 time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_attempts_are_more_requests()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("", 503));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler, maxAttempts: 6).Channels.GetAsync("x"));

        Assert.Equal(6, handler.Requests.Count);
        Assert.Equal(6, error.Attempts);
    }

    // Forty calls would send eighty retries; the budget has thirty.
    [Fact]
    public async Task Parallel_calls_share_one_budget_of_retries()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("", 503));
        LiveStationClient client = Clients.Of(handler);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => Assert.ThrowsAsync<LiveStationApiException>(
            () => client.Observe(_ => { }).Channels.GetAsync(i.ToString(CultureInfo.InvariantCulture))))));

        Assert.Equal(40 + 30, handler.Requests.Count);
    }

    [Fact]
    public async Task Calls_that_succeed_at_once_fill_the_budget_again()
    {
        Func<HttpResponseMessage> fails = ScriptedHandler.Json("", 503);
        Func<HttpResponseMessage> serves = ScriptedHandler.Json("{\"content\":{}}");
        List<Func<HttpResponseMessage>> script = [.. Enumerable.Repeat(fails, 16 * 3 - 2), .. Enumerable.Repeat(serves, 10), .. Enumerable.Repeat(fails, 2), serves];
        ScriptedHandler handler = new([.. script]);
        LiveStationClient client = Clients.Of(handler);
        for (int i = 0; i < 16; i++)
        {
            await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync("x"));
        }

        Assert.Equal(16 + 30, handler.Requests.Count);
        for (int i = 0; i < 10; i++)
        {
            await client.Channels.GetAsync("x");
        }

        // Ten successes pay for one retry: the next failing call is sent twice.
        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync("x"));

        Assert.Equal(2, error.Attempts);
    }

    [Fact]
    public async Task Lists_that_begin_at_once_fill_it_too()
    {
        Func<HttpResponseMessage> fails = ScriptedHandler.Json("", 503);
        Func<HttpResponseMessage> serves = ScriptedHandler.Json(Lists.Of(1));
        LiveStationClient client = Clients.Of(new ScriptedHandler([.. Enumerable.Repeat(fails, 16 + 30), .. Enumerable.Repeat(serves, 10), fails, fails, serves]));
        for (int i = 0; i < 16; i++)
        {
            await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync("x"));
        }

        for (int i = 0; i < 10; i++)
        {
            await Expect.All(client.Recordings.ListAsync("x"));
        }

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync("x"));
        Assert.Equal(2, error.Attempts);
    }

    [Fact]
    public async Task Two_calls_that_are_refused_at_once_are_both_sent_again()
    {
        int asked = 0;
        TaskCompletionSource<bool> both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task RefuseAsync(RawExchange exchange)
        {
            if (Interlocked.Increment(ref asked) == 2)
            {
                both.SetResult(true);
            }

            await both.Task;
            await Reply.Json(Throttled, 429)(exchange);
        }

        await using RawServer server = new(RefuseAsync, RefuseAsync, Reply.Json("{\"content\":{}}"));
        LiveStationClient client = Clients.At(server);

        await Expect.Within(Task.WhenAll(client.Channels.GetAsync("x"), client.Channels.GetAsync("y")));

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_is_cut_is_asked_for_again_where_it_changes_nothing()
    {
        await using RawServer server = new(Reply.Cut("{\"content\":{}}", 5), Reply.Json("{\"content\":{}}"));
        await Clients.At(server).Channels.GetAsync("x");
        Assert.Equal(2, server.Requests.Count);

        await using RawServer always = new(Reply.Cut("{\"content\":{}}", 5));
        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Clients.At(always).Channels.GetAsync("x"));
#if NET
        // Mono gives what came as if it were all.
        Assert.StartsWith("x: The answer ends early. (HTTP 200", error.Message, StringComparison.Ordinal);
#endif
        Assert.Equal(3, error.Attempts);
    }

    [Theory]
    [InlineData("<html>login</html>", "text/html", "x: The answer is a web page. (HTTP 200")]
    [InlineData("login", "text/plain", "x: The answer is no JSON. (HTTP 200")]
    public async Task An_answer_that_is_no_json_is_asked_for_again_and_told(string body, string contentType, string message)
    {
        ScriptedHandler handler = new(ScriptedHandler.Bytes(System.Text.Encoding.UTF8.GetBytes(body), contentType: contentType));

        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Clients.Of(handler).Channels.GetAsync("x"));

        Assert.Equal(3, handler.Requests.Count);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_an_end_is_left()
    {
        ScriptedHandler handler = new(ScriptedHandler.Stream(static () => new System.IO.MemoryStream(new byte[(64 * 1024 * 1024) + 1])));

        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Clients.Of(handler).Channels.GetAsync("x"));

        Assert.Single(handler.Requests);
        Assert.StartsWith("x: The answer is larger than any this call can have.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_in_an_answer_is_told_in_our_words()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":{\"channelId\":\"\\ud800\"}}"));

        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Clients.Of(handler).Channels.GetAsync("x"));

        Assert.StartsWith("x: The answer holds text that is not UTF-8, or half a character. (HTTP 200", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_after_at_the_end_of_all_time_is_an_error_like_any_other()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("", 503, ("Date", "Mon, 01 Jan 2001 00:00:00 GMT"), ("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler).Channels.GetAsync("ls-1"));

        Assert.Equal("Http503", error.ErrorId);
        Assert.Contains("asks to wait", error.Message, StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Each_retry_is_told_in_one_line()
    {
        List<ApiEvent> events = [];
        ScriptedHandler handler = new(ScriptedHandler.Json("", 503, ("Retry-After", "2")), ScriptedHandler.Json("{\"content\":{}}"));

        await Clients.Of(handler).Observe(events.Add).Channels.GetAsync("ls-1");

        ApiEvent told = Assert.Single(events, e => e.Message.Contains("attempt"));
        Assert.Equal(ApiEventLevel.Verbose, told.Level);
        Assert.Equal("GET /channels/ls-1: Http503; attempt 2 of 3 in 2.0 s", told.Message);
        Assert.Equal(TimeSpan.FromSeconds(2), told.Pause);
    }

    [Theory]
    [InlineData(null, 429, true)]
    [InlineData(250100, 429, true)]
    [InlineData(420, 503, true)]
    [InlineData(400, 429, false)]
    [InlineData(null, 503, false)]
    public void A_refusal_is_told_by_status_or_code_and_a_used_up_quota_is_none(int? code, int status, bool expected)
    {
        Assert.Equal(expected, Attempts.IsRefusal(new LiveStationApiException(new ErrorAnswer(code, null, null), status, null, null, null)));
    }

    // Thirty retries are spent; a call that succeeds shows that others may fill the budget, so it is waited for, and calls are slowed.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_budget_slows_calls_only_where_others_may_fill_it(bool oneSucceeds)
    {
        Func<HttpResponseMessage> fails = ScriptedHandler.Json("", 503);
        List<Func<HttpResponseMessage>> script = [.. Enumerable.Repeat(fails, 16 + 30)];
        if (oneSucceeds)
        {
            script.Add(ScriptedHandler.Json("{\"content\":{}}"));
        }

        List<ApiEvent> events = [];
        TestTime time = new();
        LiveStationClient client = Clients.Of(new ScriptedHandler([.. script, fails]), time: time).Observe(events.Add);
        for (int i = 0; i < 16; i++)
        {
            await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync("x"));
        }

        if (oneSucceeds)
        {
            await client.Channels.GetAsync("x");
        }

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Channels.GetAsync("x"));

        Assert.Equal(1, error.Attempts);
        Assert.Equal(oneSucceeds ? 1 : 0, events.Count(e => e.Message.StartsWith("pace: too many calls fail; slowed to ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_write_that_cannot_be_addressed_was_not_sent_and_does_not_say_that_it_may_have_run()
    {
        await using RawServer server = new(Reply.Json("{}"));

        LiveStationArgumentException error = await Assert.ThrowsAsync<LiveStationArgumentException>(
            () => Clients.Pipeline(server).SendJsonAsync(new ApiRequest(HttpMethod.Put, "/channels/../x"), CancellationToken.None));

        Assert.Empty(server.Requests);
        Assert.DoesNotContain("carried out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_page_that_is_cut_still_gives_its_status()
    {
        await using RawServer server = new(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n{\"err");
            exchange.Close();
        });

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => SendAsync(server, "GET"));

        Assert.Equal(404, error.HttpStatus);
    }

    [Theory]
    [InlineData(65536, 250100)]
    [InlineData(65537, null)]
    public async Task An_error_is_read_as_long_as_one_can_be(int length, int? code)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"error\":{\"errorCode\":250100}}".PadLeft(length), 400));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler).Channels.GetAsync("x"));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task A_refused_connection_is_tried_three_times()
    {
        RawServer server = new(Reply.Silence());
        await server.DisposeAsync();
        TestTime time = new();

        LiveStationTransportException error = await Expect.ThrowsSoon<LiveStationTransportException>(() => Expect.All(Clients.At(server, time: time).Recordings.ListAsync("x")));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.Equal(3, error.Attempts);
        Assert.Contains(server.Address.Authority, error.Message, StringComparison.Ordinal);
    }

    private static Task SendAsync(RawServer server, string method, TestTime? time = null, bool withBody = true)
    {
        ApiRequest request = new(new HttpMethod(method), "/channels/x") { Body = withBody && method is not "GET" ? [(byte)'{', (byte)'}'] : null };
        return Expect.Within(Clients.Pipeline(server, time: time).SendJsonAsync(request, CancellationToken.None));
    }
}
