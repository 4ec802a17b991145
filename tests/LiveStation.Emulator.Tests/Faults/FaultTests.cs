using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests;

/// <summary>Every fault, in process and over a socket.</summary>
public class FaultTests
{
    private const string Records = "/channels/ls-20200313162828-G60tN/records";

    public static TheoryData<bool> Transports => [false, true];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Answers_in_place_of_the_service(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        (Fault Fault, int Status, string Body)[] faults =
        [
            (Fault.Throttle(), 429, """{"error":{"errorCode":"420","message":"Rate Limited"}}"""),
            (Fault.Quota(), 429, """{"error":{"errorCode":"400","message":"Quota Exceeded"}}"""),
            (Fault.Error(500), 500, """{"error":{"errorCode":250000,"message":"Unexpected error occurred.","errorName":"EXCEPTION"}}"""),
            (Fault.Error(400, 250199, "new"), 400, """{"error":{"errorCode":250199,"message":"new"}}"""),
            (Fault.Error(503, 500), 503, """{"error":{"errorCode":"500","message":"Endpoint Error"}}"""),
            (Fault.EmptyError(502), 502, ""),
            (Fault.ErrorInside200(250016), 200, """{"error":{"errorCode":250016,"message":"Server error","errorName":"INTERNAL_SERVER_ERROR"}}"""),
        ];
        foreach ((Fault fault, _, _) in faults)
        {
            line.Faults.Add(fault);
        }

        foreach ((Fault fault, int status, string body) in faults)
        {
            Reply reply = await line.Caller.SendAsync("GET", "/channels");
            Assert.Equal((fault.Kind, status, body), (fault.Kind, (int)reply.Status, reply.Text));
        }

        Assert.Equal(200, (int)(await line.Caller.SendAsync("GET", "/channels")).Status);
        Assert.Equal(faults.Select(fault => (int?)fault.Status).Append(200), line.Caller.Emulator.Requests.Select(request => request.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Retry_after_comes_in_both_forms_or_not_at_all(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        line.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(1.2)));
        line.Faults.Add(Fault.Throttle(TimeSpan.FromMinutes(1), asDate: true));
        line.Faults.Add(Fault.Throttle());

        using HttpResponseMessage seconds = await OpenAsync(line);
        using HttpResponseMessage date = await OpenAsync(line);
        using HttpResponseMessage none = await OpenAsync(line);

        Assert.Equal(TimeSpan.FromSeconds(2), seconds.Headers.RetryAfter!.Delta);
        Assert.Equal(line.Time.GetUtcNow().AddMinutes(1), date.Headers.RetryAfter!.Date);
        Assert.Null(none.Headers.RetryAfter);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_proxy_sends_html(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        line.Faults.Add(Fault.Html(504));

        using HttpResponseMessage response = await OpenAsync(line);

        Assert.Equal(504, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_reset_may_come_before_or_after_the_work(bool socket, bool afterWork)
    {
        await using Line line = await Line.OpenAsync(socket);
        string id = line.Caller.Emulator.Channels.Add("channel");
        line.Faults.Add(Fault.Reset(afterWork));

        await Assert.ThrowsAsync<HttpRequestException>(() => line.Caller.SendAsync("PUT", $"/channels/{id}/off"));

        Assert.Equal(afterWork ? "BLOCK" : "READY", (await line.Caller.ContentAsync("GET", "/channels/" + id))["channelStatus"]!.ToString());
        Assert.Equal([null, 200], line.Caller.Emulator.Requests.Select(request => request.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_cut_body_ends_where_it_is_told_to(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        string whole = (await line.Caller.SendAsync("GET", Records)).Text;
        (Fault Fault, int Length)[] faults =
        [
            (Fault.CutBody(0), 0),
            (Fault.CutBody(100), 100),
            (Fault.CutBodyAtFraction(0.5), whole.Length / 2),
            (Fault.CutBodyAtFraction(1), whole.Length),
            (Fault.CutBody(1_000_000), whole.Length),
        ];
        foreach ((Fault fault, int length) in faults)
        {
            line.Faults.Add(fault);
            using HttpResponseMessage response = await OpenAsync(line);
            using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            using MemoryStream arrived = new();

            HttpIOException cut = await Assert.ThrowsAsync<HttpIOException>(() => body.CopyToAsync(arrived, TestContext.Current.CancellationToken));

            Assert.Equal(HttpRequestError.ResponseEnded, cut.HttpRequestError);
            Assert.Equal(whole[..length], System.Text.Encoding.UTF8.GetString(arrived.ToArray()));
        }

        line.Faults.Add(Fault.CutBody(10));
        await Assert.ThrowsAsync<HttpRequestException>(() => line.Caller.SendAsync("GET", Records));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Slow_headers_come_after_the_delay(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        line.Faults.Add(Fault.SlowHeaders(TimeSpan.FromMinutes(1)));

        Task<Reply> call = line.Caller.SendAsync("GET", Records);
        await line.Time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(59));
        Assert.False(call.IsCompleted);
        line.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(200, (int)(await call).Status);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_slow_body_comes_in_pieces(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        int length = (await line.Caller.SendAsync("GET", Records)).Text.Length;
        line.Faults.Add(Fault.SlowBody(TimeSpan.FromSeconds(5), 500));
        using HttpResponseMessage response = await OpenAsync(line);
        using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        byte[] buffer = new byte[10_000];

        for (int arrived = 0; arrived < length;)
        {
            int piece = Math.Min(500, length - arrived);
            await body.ReadExactlyAsync(buffer.AsMemory(0, piece), TestContext.Current.CancellationToken);
            arrived += piece;
            Task<int> next = body.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
            if (arrived < length)
            {
                Assert.False(next.IsCompleted);
                await line.Time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(5));
            }

            arrived += await next;
        }
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 300)]
    [InlineData(true, 0)]
    [InlineData(true, 300)]
    public async Task A_stalled_body_never_ends_until_cancelled(bool socket, int atByte)
    {
        await using Line line = await Line.OpenAsync(socket);
        line.Faults.Add(Fault.StalledBody(atByte));
        using HttpResponseMessage response = await OpenAsync(line);
        using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        byte[] buffer = new byte[10_000];
        await body.ReadExactlyAsync(buffer.AsMemory(0, atByte), TestContext.Current.CancellationToken);
        using CancellationTokenSource cancel = new();

        Task<int> read = body.ReadAsync(buffer, cancel.Token).AsTask();
        Assert.False(read.IsCompleted);
        await cancel.CancelAsync();

        OperationCanceledException thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.Equal(cancel.Token, thrown.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_read_that_waits_fails_when_the_answer_is_disposed(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        line.Faults.Add(Fault.StalledBody());
        HttpResponseMessage response = await OpenAsync(line);
        Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        Task<int> read = body.ReadAsync(new byte[10], TestContext.Current.CancellationToken).AsTask();
        response.Dispose();

        Exception? thrown = await Record.ExceptionAsync(() => read);
        Assert.True(thrown is IOException or ObjectDisposedException, thrown?.ToString());
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Slow_headers_are_left_at_once_when_cancelled(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        line.Faults.Add(Fault.SlowHeaders(TimeSpan.FromHours(1)));
        using CancellationTokenSource cancel = new();
        line.Caller.Emulator.RequestReceived += (_, _) => cancel.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line.Caller.OpenAsync("GET", Records, null, cancel.Token));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Bad_json_stands_where_it_is_told_to(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        string whole = (await line.Caller.SendAsync("GET", Records)).Text;
        (Fault Fault, Func<int, bool> IsPlace)[] faults =
        [
            (Fault.BadJson(0), at => at == 0),
            (Fault.BadJson(50), at => at == 50),
            (Fault.BadJson(1_000_000), at => at == whole.Length),
            (Fault.BadJsonInEntry(2), at => at > whole.IndexOf("\"299\"", StringComparison.Ordinal) && at < whole.IndexOf("\"total\"", StringComparison.Ordinal)),
        ];
        foreach ((Fault fault, Func<int, bool> isPlace) in faults)
        {
            line.Faults.Add(fault);
            string text = (await line.Caller.SendAsync("GET", Records)).Text;

            Assert.True(isPlace(text.IndexOf('\0', StringComparison.Ordinal)), text);
            Assert.Equal(whole, text.Replace("\0", "", StringComparison.Ordinal));
            Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(text));
        }
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task An_error_may_stand_after_the_content(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        line.Faults.Add(Fault.ErrorInside200(250016, afterContent: true));

        Reply reply = await line.Caller.SendAsync("GET", Records);

        Assert.Equal(200, (int)reply.Status);
        Assert.Equal(["content", "total", "error"], reply.Json.AsObject().Select(member => member.Key));
        Assert.Equal(2, reply.Json["content"]!["recordList"]!.AsObject().Count);
        Assert.Equal(250016, reply.Code);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Unknown_values_appear_in_channels_and_recordings(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        line.Faults.Add(Fault.UnknownValues("ARCHIVED").Repeat(2));

        JsonObject records = (await line.Caller.ContentAsync("GET", Records))["recordList"]!.AsObject();
        JsonArray channels = (await line.Caller.ContentAsync("GET", "/channels")).AsArray();

        Assert.Equal(["ARCHIVED", "TRANSFER_READY"], records.Select(entry => entry.Value!["status"]!.ToString()));
        Assert.All(records, entry => Assert.NotNull(entry.Value!["unknownObject"]!["list"]));
        Assert.Equal("ARCHIVED", channels[0]!["channelStatus"]!.ToString());
        Assert.All(channels, channel => Assert.NotNull(channel!["unknownText"]));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_skewed_clock_shows_in_the_date_and_refuses_timestamps(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);
        line.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(-10)));

        using HttpResponseMessage response = await OpenAsync(line);
        Assert.Equal(401, (int)response.StatusCode);
        TimeSpan offset = response.Headers.Date!.Value - line.Time.GetUtcNow();
        Assert.Equal(TimeSpan.FromMinutes(-10), offset);
        line.Caller.ClockOffset = offset;
        Assert.Equal(200, (int)(await line.Caller.SendAsync("GET", Records)).Status);
        line.Faults.Clear();
        Assert.Equal(401, (int)(await line.Caller.SendAsync("GET", Records)).Status);
    }

    [Fact]
    public async Task Faults_aim_at_some_requests_for_some_times()
    {
        await using Line line = await Line.OpenAsync(socket: false);
        line.Faults.Add(Fault.EmptyError(500).On("GET", "/records").Repeat(2));
        line.Faults.Add(Fault.EmptyError(501).On("PUT").Always());

        Assert.Equal(200, (int)(await line.Caller.SendAsync("GET", "/channels")).Status);
        Assert.Equal(501, (int)(await line.Caller.SendAsync("PUT", Records)).Status);
        Assert.Equal(500, (int)(await line.Caller.SendAsync("GET", Records)).Status);
        Assert.Equal(500, (int)(await line.Caller.SendAsync("GET", Records)).Status);
        Assert.Equal(200, (int)(await line.Caller.SendAsync("GET", Records)).Status);
        Assert.Equal(501, (int)(await line.Caller.SendAsync("PUT", Records)).Status);
        Assert.Equal(FaultKind.EmptyError, Assert.Single(line.Faults.Pending).Kind);
        line.Faults.Clear();
        Assert.Empty(line.Faults.Pending);
    }

    [Fact]
    public void Impossible_faults_are_refused()
    {
        FaultPlan plan = new LiveStationEmulator().Faults;
        Fault[] faults =
        [
            Fault.Quota().Repeat(0),
            Fault.CutBody(-1),
            Fault.CutBodyAtFraction(1.1),
            Fault.BadJsonInEntry(0),
            Fault.EmptyError(99),
            Fault.SlowBody(TimeSpan.FromSeconds(1), 0),
            Fault.SlowHeaders(TimeSpan.FromSeconds(-1)),
            Fault.SlowHeaders(new TimeSpan(5)),
            Fault.Throttle(new TimeSpan(5)),
        ];

        Assert.All(faults, fault => Assert.Throws<ArgumentException>(() => plan.Add(fault)));
        Assert.Throws<ArgumentNullException>(() => plan.Add(null!));
    }

    private static Task<HttpResponseMessage> OpenAsync(Line line) => line.Caller.OpenAsync("GET", Records, null, TestContext.Current.CancellationToken);
}
