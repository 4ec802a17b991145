using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>The rules of the pipeline as the public writes show them.</summary>
public sealed class PublicWriteTests
{
    public static TheoryData<string> Writes => [.. Calls.Keys];

    private static Dictionary<string, Func<LiveStationClient, Task>> Calls { get; } = new()
    {
        ["POST"] = client => client.Rest.SendAsync(HttpMethod.Post, "/channels", [], [(byte)'{', (byte)'}']),
        ["PUT on"] = client => client.Channels.EnableAsync("ls-1"),
        ["PUT startRecord"] = client => client.Recordings.StartAsync("ls-1"),
        ["DELETE channel"] = client => client.Channels.DeleteAsync("ls-1"),
        ["DELETE records"] = client => OutcomeAsync(client.Recordings.DeleteAsync("ls-1", [1, 2])),
        ["POST upload"] = client => OutcomeAsync(client.Recordings.UploadAsync("bucket", [1], null)),
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_429_is_sent_again(string write)
    {
        await using RawServer server = new(Reply.Empty(429, "Retry-After: 1"), Reply.Json("{\"content\":{\"recordList\":{}}}"));

        await Calls[write](Clients.At(server));

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task One_that_may_have_run_is_sent_once_and_says_how_to_look(string write)
    {
        List<Func<RawExchange, Task>> ends = [Reply.Reset, Reply.HangUp, Reply.Empty(503)];
        if (write != "DELETE records")
        {
            // Of that one the status alone decides, and it was 200.
            ends.Add(Reply.Cut("{\"content\":{}}", 4));
        }

        foreach (Func<RawExchange, Task> end in ends)
        {
            await using RawServer server = new(end);

            LiveStationException error = await Assert.ThrowsAnyAsync<LiveStationException>(() => Calls[write](Clients.At(server)));

            Assert.Single(server.Requests);
            Assert.Equal(1, error.Attempts);
            Assert.Contains("may have been carried out", error.Message, StringComparison.Ordinal);
            Assert.Contains("Look first: ", error.Recommendation, StringComparison.Ordinal);
            Assert.Contains("Get", error.Recommendation, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task One_that_never_left_does_not_say_so(string write)
    {
        RawServer server = new(Reply.Silence());
        await server.DisposeAsync();

        LiveStationTransportException error = await Assert.ThrowsAsync<LiveStationTransportException>(() => Calls[write](Clients.At(server)));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.DoesNotContain("carried out", error.Message + error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task An_answer_with_text_that_is_none_ends_in_no_other_exception(string write)
    {
        foreach (string body in new[] { "{\"content\":{\"channelId\":\"\\ud83d\",\"bucketName\":\"\\ud83d\",\"recordList\":{\"1\":{\"fileName\":\"\\ud83d\"}},\"\\ud83d\":1}}", "{\"content\":5}", "[]" })
        {
            await using RawServer server = new(Reply.Json(body));

            Exception? error = await Record.ExceptionAsync(() => Calls[write](Clients.At(server)));

            Assert.True(error is null or LiveStationProtocolException, error?.ToString());
            Assert.Single(server.Requests);
        }
    }

    [Fact]
    public async Task A_reset_after_the_work_does_the_work_once()
    {
        LiveStationEmulator emulator = Clients.Emulator();
        emulator.Faults.Add(Fault.Reset(afterWork: true).On("DELETE"));
        string channelId = emulator.Channels.Add("gone");
        LiveStationClient client = Clients.Of(emulator.CreateHandler(), time: TimeProvider.System);

        await Assert.ThrowsAsync<LiveStationTransportException>(() => client.Channels.DeleteAsync(channelId));

        Assert.Single(emulator.Requests, request => request.Method == "DELETE");
    }

    [Theory]
    [InlineData("..")]
    [InlineData("channels/../buckets")]
    [InlineData("channels//records")]
    [InlineData("./channels")]
    public async Task A_path_of_ones_own_cannot_leave_the_base_address(string path)
    {
        await using RawServer server = new(Reply.Json("{}"));

        LiveStationArgumentException error = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Clients.At(server).Rest.SendAsync(HttpMethod.Get, path, [], null));

        Assert.Equal("InvalidIdentifier", error.ErrorId);
        Assert.Empty(server.Requests);
    }

    private static async Task OutcomeAsync<TId, TResult>(IAsyncEnumerable<BulkOutcome<TId, TResult>> outcomes)
    {
        if ((await Expect.All(outcomes)).Select(outcome => outcome.Failure).FirstOrDefault(error => error is not null) is { } failure)
        {
            throw failure;
        }
    }
}
