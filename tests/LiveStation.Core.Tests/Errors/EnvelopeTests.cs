using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Errors;

/// <summary>A failed answer in every form that the API notes name ends in the right exception, through a single object and through a list.</summary>
public sealed class EnvelopeTests
{
    public static TheoryData<string, int, int?, string, ErrorKind> Envelopes => new()
    {
        { "{\"error\":{\"errorCode\":250000,\"message\":\"Unexpected error occurred.\",\"errorName\":\"EXCEPTION\"}}", 500, 250000, "*", ErrorKind.ServiceFailure },
        { "{\"error\":{\"errorCode\":\"250100\",\"message\":\"m\",\"errorName\":\"N\"}}", 400, 250100, "ChannelNotFound", ErrorKind.NotFound },
        { "{\"error\":{\"errorCode\":250100,\"message\":\"m\"}}", 404, 250100, "ChannelNotFound", ErrorKind.NotFound },
        { "{\"error\":{\"errorCode\":\"200\",\"message\":\"Authentication Failed\",\"details\":\"Invalid authentication information.\"}}", 401, 200, "AuthenticationFailed", ErrorKind.Authentication },
        { "{\"error\":{\"errorCode\":\"200\",\"message\":\"Authentication Failed\"}}", 401, 200, "AuthenticationFailed", ErrorKind.Authentication },
        { "{\"error\":{\"code\":250100,\"message\":\"m\"}}", 400, 250100, "ChannelNotFound", ErrorKind.NotFound },
        { "{\"error\":\"no such channel\"}", 404, null, "Http404", ErrorKind.NotFound },
        { "{\"responseError\":{\"returnCode\":\"250100\",\"returnMessage\":\"m\"}}", 400, 250100, "ChannelNotFound", ErrorKind.NotFound },
        { "{\"errorCode\":250100,\"message\":\"m\"}", 400, 250100, "ChannelNotFound", ErrorKind.NotFound },
        { "{\"errorCode\":\"250100\",\"errorMessage\":\"m\"}", 400, 250100, "ChannelNotFound", ErrorKind.NotFound },
        { "{\"code\":250100,\"msg\":\"m\"}", 400, 250100, "ChannelNotFound", ErrorKind.NotFound },
        { "{\"error\":{\"errorCode\":250999,\"message\":\"new\"}}", 400, 250999, "ServiceError250999", ErrorKind.InvalidArgument },
        { "{\"error\":{\"errorCode\":-1,\"message\":\"new\"}}", 500, -1, "ServiceErrorMinus1", ErrorKind.Unavailable },
        { "{\"error\":{\"errorCode\":\"E-17\",\"message\":\"text code\"}}", 403, null, "Http403", ErrorKind.Forbidden },
        { "{\"error\":{\"errorCode\":99999999999,\"message\":\"no int\"}}", 400, null, "Http400", ErrorKind.InvalidArgument },
        { "{\"error\":{}}", 409, null, "Http409", ErrorKind.Busy },
        { "{\"error\":null}", 409, null, "Http409", ErrorKind.Busy },
        { "{\"error\":[1,2]}", 413, null, "Http413", ErrorKind.LimitExceeded },
        { "{}", 407, null, "Http407", ErrorKind.Connection },
        { "[]", 400, null, "Http400", ErrorKind.InvalidArgument },
        { "null", 400, null, "Http400", ErrorKind.InvalidArgument },
        { "", 404, null, "Http404", ErrorKind.NotFound },
        { "", 503, null, "Http503", ErrorKind.Unavailable },
        { "", 504, null, "Http504", ErrorKind.Timeout },
        { "", 418, null, "Http418", ErrorKind.ServiceFailure },
        { "{\"error\":{\"errorCode\":2501", 400, null, "Http400", ErrorKind.InvalidArgument },
    };

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task Every_envelope_gives_code_name_and_kind(string body, int status, int? code, string errorId, ErrorKind kind)
    {
        foreach (LiveStationApiException error in await BothWaysAsync(ScriptedHandler.Json(body, status)))
        {
            Assert.Equal(code, error.Code);
            Assert.Equal(errorId == "*" ? ErrorCatalog.Find(code!.Value)!.Name : errorId, error.ErrorId);
            Assert.Equal(kind, error.Kind);
            Assert.Equal(status, error.HttpStatus);
            Assert.Contains(code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "code none", error.Message, StringComparison.Ordinal);
            Assert.Contains("HTTP " + status, error.Message, StringComparison.Ordinal);
            Assert.Contains("trace none", error.Message, StringComparison.Ordinal);
            Assert.StartsWith("ls-1: ", error.Message, StringComparison.Ordinal);
            Assert.NotEqual("", error.Recommendation);
        }
    }

    [Theory]
    [InlineData("{\"error\":{\"errorCode\":250100,\"message\":\"m\"}}")]
    [InlineData("{\"error\":{\"code\":\"250100\",\"message\":\"m\"}}")]
    [InlineData("{\"responseError\":{\"returnCode\":\"250100\",\"returnMessage\":\"m\"}}")]
    [InlineData("{\"content\":null,\"error\":{\"errorCode\":250100,\"message\":\"m\"}}")]
    [InlineData("{\"error\":{\"errorCode\":250100,\"message\":\"m\"},\"content\":{}}")]
    [InlineData("{\"content\":{},\"total\":0,\"error\":{\"errorCode\":250100,\"message\":\"m\"}}")]
    [InlineData("{\"errorCode\":250100,\"message\":\"m\"}")]
    [InlineData("{\"code\":\"250100\",\"msg\":\"m\"}")]
    public async Task An_error_inside_a_200_is_an_error(string body)
    {
        foreach (LiveStationApiException error in await BothWaysAsync(ScriptedHandler.Json(body)))
        {
            Assert.Equal("ChannelNotFound", error.ErrorId);
            Assert.Equal(250100, error.Code);
            Assert.Equal(200, error.HttpStatus);
            Assert.Contains("HTTP 200", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_plain_text_error_inside_a_200_is_an_error()
    {
        foreach (LiveStationApiException error in await BothWaysAsync(ScriptedHandler.Json("{\"error\":\"it went wrong\"}")))
        {
            Assert.Equal("Http200", error.ErrorId);
            Assert.Contains("it went wrong", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{\"error\":{\"errorCode\":250013,\"message\":\"OK\"},\"content\":{\"recordList\":{},\"channelId\":\"ls-1\"}}")]
    [InlineData("{\"content\":{\"recordList\":{},\"channelId\":\"ls-1\"},\"error\":{\"errorCode\":\"250013\",\"message\":\"OK\"}}")]
    [InlineData("{\"content\":{\"recordList\":{},\"channelId\":\"ls-1\"},\"error\":null}")]
    [InlineData("{\"content\":{\"recordList\":{},\"channelId\":\"ls-1\"},\"error\":{}}")]
    [InlineData("{\"content\":{\"recordList\":{},\"channelId\":\"ls-1\"},\"error\":\"\"}")]
    [InlineData("{\"content\":{\"recordList\":{},\"channelId\":\"ls-1\"},\"code\":0,\"message\":\"success\"}")]
    public async Task What_is_no_error_is_no_error(string body)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(body));

        Channel channel = await Clients.Of(handler).Channels.GetAsync("ls-1");

        Assert.Equal("ls-1", channel.ChannelId);
        Assert.Empty(await Expect.All(Clients.Of(handler).Recordings.ListAsync("ls-1")));
    }

    [Theory]
    [InlineData("{\"returnCode\":\"0\",\"returnMessage\":\"success\"}")]
    [InlineData("{\"code\":0,\"message\":\"success\"}")]
    [InlineData("{\"error\":\"\"}")]
    [InlineData("{\"success\":true}")]
    [InlineData("OK")]
    [InlineData("{\"cut\":")]
    public async Task Any_answer_of_a_200_is_the_success_of_a_deletion(string body)
    {
        await using RawServer server = new(Reply.Json(body));

        BulkOutcome<long, bool> outcome = Assert.Single(await Expect.All(Clients.At(server).Recordings.DeleteAsync("ls-1", [1])));

        Assert.Null(outcome.Failure);
    }

    [Fact]
    public async Task A_200_that_is_cut_or_no_text_is_the_success_of_a_deletion_too()
    {
        await using RawServer cut = new(Reply.Cut("{\"content\":{}}", 4));
        await using RawServer noText = new(Reply.Json("{\"\\ud83d\":1}"));

        Assert.Null(Assert.Single(await Expect.All(Clients.At(cut).Recordings.DeleteAsync("ls-1", [1]))).Failure);
        Assert.Null(Assert.Single(await Expect.All(Clients.At(noText).Recordings.DeleteAsync("ls-1", [1]))).Failure);
    }

    [Fact]
    public async Task A_web_page_is_not_the_success_of_a_deletion()
    {
        await using RawServer server = new(Reply.Bytes("<html>Log in</html>"u8.ToArray(), 200, "Content-Type: text/html"));

        BulkOutcome<long, bool> outcome = Assert.Single(await Expect.All(Clients.At(server).Recordings.DeleteAsync("ls-1", [1])));

        Assert.Equal("InvalidResponse", outcome.Failure!.ErrorId);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{\"content\":")]
    [InlineData("{\"content\":{\"channelId\":\"\\ud83d\"}}")]
    [InlineData("{\"content\":5}")]
    public async Task An_answer_that_cannot_be_read_names_what_it_is_about_first(string body)
    {
        LiveStationProtocolException error = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).Channels.GetAsync("ls-1"));

        Assert.StartsWith("ls-1: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_success_code_alone_is_the_success_of_a_write()
    {
        await using RawServer server = new(Reply.Json("{\"error\":{\"errorCode\":250013,\"message\":\"OK\"}}"));

        await Clients.Pipeline(server).SendJsonAsync(new ApiRequest(HttpMethod.Delete, "/x"), default);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_error_after_the_content_comes_after_the_objects()
    {
        string body = Lists.Of(1, 2).TrimEnd('}') + ",\"error\":{\"errorCode\":250000,\"message\":\"half way\"}}";
        body = body.Replace("\"total\":2,", "},\"total\":2,").Replace("}},},", "}},");
        Assert.EndsWith("}},\"total\":2,\"error\":{\"errorCode\":250000,\"message\":\"half way\"}}", body, StringComparison.Ordinal);
        ScriptedHandler handler = new(ScriptedHandler.Json(body, 200, ("x-ncp-trace-id", "trace-7")));

        (List<Recording> items, LiveStationApiException error) = await Expect.Breaks<Recording, LiveStationApiException>(Clients.Of(handler).Recordings.ListAsync("ls-1"));

        Assert.Equal([1, 2], items.Ids());
        Assert.Equal(250000, error.Code);
        Assert.Contains("trace trace-7", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Attempts);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("x-ncp-trace-id")]
    [InlineData("X-NCP-Trace-Id")]
    [InlineData("x-ncp-request-id")]
    public async Task The_trace_id_is_found_under_both_names(string header)
    {
        foreach (LiveStationApiException error in await BothWaysAsync(ScriptedHandler.Json("", 404, (header, "abc-123"))))
        {
            Assert.Equal("abc-123", error.TraceId);
            Assert.Contains("trace abc-123", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_trace_id_stands_in_the_message_of_an_unreadable_answer_too()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("nonsense", 200, ("x-ncp-trace-id", "abc-123")));

        LiveStationProtocolException one = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Clients.Of(handler).Channels.GetAsync("x"));
        LiveStationProtocolException list = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Expect.All(Clients.Of(handler).Recordings.ListAsync("x")));

        Assert.All(new[] { one, list }, error =>
        {
            Assert.Equal("InvalidResponse", error.ErrorId);
            Assert.Equal(ErrorKind.InvalidResponse, error.Kind);
            Assert.Equal("abc-123", error.TraceId);
            Assert.Contains("HTTP 200, trace abc-123", error.Message, StringComparison.Ordinal);
            Assert.Equal(3, error.Attempts);
        });
    }

    [Fact]
    public async Task The_page_of_a_proxy_is_not_printed()
    {
        Func<HttpResponseMessage> page = ScriptedHandler.Bytes(Encoding.UTF8.GetBytes("<html><h1>502 Bad Gateway</h1></html>"), 502, "text/html; charset=utf-8");

        foreach (LiveStationApiException error in await BothWaysAsync(page))
        {
            Assert.Equal("Http502", error.ErrorId);
            Assert.Equal(ErrorKind.Unavailable, error.Kind);
            Assert.DoesNotContain("<", error.Message, StringComparison.Ordinal);
            Assert.Null(error.ServiceMessage);
        }
    }

    [Fact]
    public async Task A_page_with_status_200_is_an_invalid_response_after_three_attempts()
    {
        ScriptedHandler handler = new(ScriptedHandler.Bytes(Encoding.UTF8.GetBytes("<html>Log in</html>"), 200, "text/html"));

        LiveStationProtocolException list = await Assert.ThrowsAsync<LiveStationProtocolException>(() => Expect.All(Clients.Of(handler).Recordings.ListAsync("x")));

        Assert.Equal("InvalidResponse", list.ErrorId);
        Assert.Contains("web page", list.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<", list.Message, StringComparison.Ordinal);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using RawServer target = new(Reply.Json(Lists.Of(1)));
        await using RawServer server = new(Reply.Empty(status, "Location: " + target.Address));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Expect.All(Clients.At(server).Recordings.ListAsync("x")));

        Assert.Equal("Http" + status, error.ErrorId);
        Assert.Equal(ErrorKind.InvalidResponse, error.Kind);
        Assert.Single(server.Requests);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task A_plain_text_answer_is_quoted()
    {
        foreach (LiveStationApiException error in await BothWaysAsync(ScriptedHandler.Bytes(Encoding.UTF8.GetBytes("upstream connect error"), 503, "text/plain")))
        {
            Assert.Contains("The answer says: upstream connect error.", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(401, "text/html", "<html>Log in to the network</html>")]
    [InlineData(403, "text/html", "<html>Blocked</html>")]
    [InlineData(403, "text/plain", "denied by policy")]
    [InlineData(403, "application/json", "{\"blocked\":true}")]
    [InlineData(401, "application/json", "")]
    public async Task A_refusal_without_the_form_of_the_service_is_not_blamed_on_the_key(int status, string type, string body)
    {
        foreach (LiveStationApiException error in await BothWaysAsync(ScriptedHandler.Bytes(Encoding.UTF8.GetBytes(body), status, type)))
        {
            Assert.Equal("RefusedOnTheWay", error.ErrorId);
            Assert.Equal(ErrorKind.Connection, error.Kind);
            Assert.Contains("proxy", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("key pair", error.Recommendation, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_service_writes_cannot_steer_a_terminal()
    {
        const string evil = "a\\u001b[31mred\\u0007\\r\\nFAKE LINE\\u202egnp.exe\\u200b\\u0000\\u009b2J\\u2028end";
        string body = "{\"error\":{\"errorCode\":250999,\"message\":\"" + evil + "\",\"errorName\":\"" + evil + "\"}}";

        foreach (LiveStationApiException error in await BothWaysAsync(ScriptedHandler.Json(body, 400, ("x-ncp-trace-id", "t\u001b[2J"))))
        {
            AssertPlain(error.Message);
            Assert.Contains("[31mred", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(200, "nonsense")]
    [InlineData(200, "{}")]
    [InlineData(400, "plain \u001b[31m text")]
    public async Task No_header_and_no_body_of_another_sort_can_steer_one_either(int status, string body)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(body, status, ("x-ncp-trace-id", "t\u001b[2Jx")));

        Exception? list = await Record.ExceptionAsync(() => Expect.All(Clients.Of(handler).Channels.ListAsync()));
        Exception? one = await Record.ExceptionAsync(() => Clients.Of(handler).Channels.GetAsync("a\u001b[31m"));

        Assert.All(new[] { list, one }, error => AssertPlain(Assert.IsAssignableFrom<LiveStationException>(error).Message));
    }

    [Fact]
    public async Task A_long_text_is_cut_between_characters()
    {
        string text = new string('a', 299) + "😀😀";
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"error\":{\"errorCode\":1,\"message\":\"" + text + "\"}}", 400));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler).Channels.GetAsync("x"));

        Assert.Contains("…", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("😀😀", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(error.Message)));
    }

    [Fact]
    public async Task Korean_text_stays_as_it_is()
    {
        foreach (LiveStationApiException error in await BothWaysAsync(ScriptedHandler.Json("{\"error\":{\"errorCode\":250999,\"message\":\"채널을 찾을 수 없습니다\"}}", 400)))
        {
            Assert.Contains("채널을 찾을 수 없습니다", error.Message, StringComparison.Ordinal);
            Assert.Equal("채널을 찾을 수 없습니다", error.ServiceMessage);
        }
    }

    // A page in EUC-KR, or half a character: no reason for another exception than ours.
    [Theory]
    [InlineData(400)]
    [InlineData(200)]
    public async Task Text_that_is_not_utf8_still_gives_a_full_error(int status)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes("{\"error\":{\"errorCode\":250100,\"message\":\""), 0xC3, 0xA4, 0xB3, 0xCE, 0xFF, .. Encoding.ASCII.GetBytes("\"}}")];

        Exception?[] errors = await BothWaysAnyAsync(ScriptedHandler.Bytes(body, status));

        Assert.All(errors, error => Assert.IsAssignableFrom<LiveStationException>(error));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(200)]
    public async Task Half_a_character_in_an_error_still_gives_a_full_error(int status)
    {
        Exception?[] errors = await BothWaysAnyAsync(ScriptedHandler.Json("{\"error\":{\"errorCode\":250100,\"message\":\"\\ud83d\"}}", status));

        Assert.All(errors, error => Assert.IsAssignableFrom<LiveStationException>(error));
    }

    [Fact]
    public async Task An_endless_error_page_is_read_to_a_bound_only()
    {
        long given = 0;
        byte[] piece = Encoding.ASCII.GetBytes(new string('x', 8192));
        ScriptedHandler handler = new(ScriptedHandler.Stream(() => new PieceStream(Endless()), 400, "text/plain"));

        LiveStationApiException error = await Expect.ThrowsSoon<LiveStationApiException>(() => Clients.Of(handler).Channels.GetAsync("x"));

        Assert.Equal("Http400", error.ErrorId);
        Assert.True(given < 1024 * 1024, $"{given} bytes were read.");
        Assert.True(error.Message.Length < 1000);

        IEnumerable<byte[]> Endless()
        {
            while (true)
            {
                given += piece.Length;
                yield return piece;
            }
        }
    }

    [Fact]
    public async Task Every_example_of_the_api_notes_is_understood()
    {
        for (int i = 1; i <= 5; i++)
        {
            LiveStationApiException error = (await BothWaysAsync(ScriptedHandler.Json(Repository.Body($"error.{i}"), 400)))[0];

            Assert.NotNull(error.Code);
            Assert.NotNull(ErrorCatalog.Find(error.Code.Value));
            Assert.NotNull(error.ServiceMessage);
        }
    }

    private static void AssertPlain(string message)
    {
        Assert.DoesNotContain(message, c => char.IsControl(c));
        Assert.DoesNotContain(message, c => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);
    }

    private static async Task<LiveStationApiException[]> BothWaysAsync(Func<HttpResponseMessage> answer) =>
        (await BothWaysAnyAsync(answer)).Select(error => Assert.IsType<LiveStationApiException>(error)).ToArray();

    private static async Task<Exception?[]> BothWaysAnyAsync(Func<HttpResponseMessage> answer)
    {
        LiveStationClient client = Clients.Of(new ScriptedHandler(answer));
        Exception? one = await Record.ExceptionAsync(() => client.Channels.GetAsync("ls-1"));
        Exception? list = await Record.ExceptionAsync(() => Expect.All(client.Recordings.ListAsync("ls-1")));
        return [one, list];
    }
}
