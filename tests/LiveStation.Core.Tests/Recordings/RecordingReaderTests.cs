using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Recordings;

/// <summary>What the reader by hand could confuse: names of one length, values that repeat, and numbers at their bounds.</summary>
public sealed class RecordingReaderTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public async Task A_name_that_is_as_long_as_a_known_one_is_none(int length)
    {
        string name = new('z', length);

        Recording recording = await OneAsync($"\"{name}\":7,\"\\u0069d\":8");

        Assert.Equal(["id=8", name + "=7"], recording.GetAdditionalFields().Select(field => $"{field.Key}={field.Value.GetRawText()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_value_that_changes_from_one_entry_to_the_next_is_read_anew()
    {
        List<Recording> recordings = await ListAsync(
            """{"content":{"recordList":{"1":{"resolution":"1080p","audioCodec":"AAC"},"2":{"resolution":"720p","audioCodec":"MP3"},"3":{"resolution":"720p","audioCodec":"AAC"}}}}""");

        Assert.Equal(["1080p AAC", "720p MP3", "720p AAC"], recordings.Select(recording => $"{recording.Resolution} {recording.AudioCodec}"));
    }

    [Fact]
    public async Task A_duration_is_between_none_and_the_longest_that_there_can_be()
    {
        long longest = long.MaxValue / TimeSpan.TicksPerMillisecond;

        Assert.Equal(TimeSpan.Zero, (await OneAsync("\"duration\":0")).Duration);
        Assert.Equal(TimeSpan.FromTicks(longest * TimeSpan.TicksPerMillisecond), (await OneAsync($"\"duration\":{longest}")).Duration);
        Assert.Null((await OneAsync($"\"duration\":{longest + 1}")).Duration);
        Assert.Null((await OneAsync("\"duration\":-1")).Duration);
    }

    [Fact]
    public async Task A_number_that_may_have_lost_its_last_digits_is_none()
    {
        Assert.Equal(999999999999999, (await OneAsync("\"recordSeq\":9.99999999999999e14")).RecordSeq);
        Assert.Null((await OneAsync("\"recordSeq\":1e15")).RecordSeq);
    }

    [Theory]
    [InlineData("""{"content":{"recordList":{"1":{"status":"RECORDING"},"2":{"sta""", "The answer ends early, after 1 recording.")]
    [InlineData("""{"content":{"recordList":{"1":{"sta""", "The answer ends early.")]
    [InlineData("{\"content\":{\"recordList\":{}}", "The answer ends early.")]
    [InlineData("{}", "The answer holds no list of recordings.")]
    [InlineData("<html></html>", "The answer is broken JSON.")]
    public async Task A_list_that_breaks_off_says_how_and_after_what(string body, string message)
    {
        (_, LiveStationProtocolException error) = await Expect.Breaks<Recording, LiveStationProtocolException>(
            Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body)), maxAttempts: 1).Recordings.ListAsync("x"));

        Assert.StartsWith("x: " + message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "The answer is not the object that was expected.")]
    [InlineData("{\"content\":7}", "The answer is not the object that was expected.")]
    [InlineData("{\"content\":{\"recordList\":{\"a\":{}}}}", "The key of a recording is not a number.")]
    [InlineData("{\"content\":{\"recordList\":{\"1a\":{}}}}", "The key of a recording is not a number.")]
    [InlineData("{\"content\":{\"recordList\":{\"1\":7}}}", "A recording is not an object.")]
    public async Task A_list_of_another_shape_says_which_one_to_who_looks_deeper(string body, string message)
    {
        (_, LiveStationProtocolException error) = await Expect.Breaks<Recording, LiveStationProtocolException>(
            Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body)), maxAttempts: 1).Recordings.ListAsync("x"));

        Assert.Equal(message, error.InnerException?.Message);
    }

    [Fact]
    public async Task An_answer_that_is_null_holds_no_list()
    {
        (_, LiveStationProtocolException error) = await Expect.Breaks<Recording, LiveStationProtocolException>(
            Clients.Of(new ScriptedHandler(ScriptedHandler.Json("null")), maxAttempts: 1).Recordings.ListAsync("x"));

        Assert.StartsWith("x: The answer holds no list of recordings.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"error\":{\"errorCode\":10020},\"responseError\":{\"errorCode\":400}}")]
    [InlineData("{\"error\":{\"errorCode\":10020},\"responseError\":null}")]
    [InlineData("{\"error\":null,\"responseError\":{\"errorCode\":10020}}")]
    [InlineData("{\"error\":{\"errorCode\":10020},\"errorCode\":400}")]
    [InlineData("{\"errorCode\":10020,\"total\":3}")]
    public async Task The_first_error_of_an_answer_is_the_one(string body)
    {
        (_, LiveStationApiException error) = await Expect.Breaks<Recording, LiveStationApiException>(
            Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body)), maxAttempts: 1).Recordings.ListAsync("x"));

        Assert.Equal(10020, error.Code);
    }

    [Fact]
    public async Task Beside_a_list_a_code_and_a_message_are_no_error_and_only_the_total_is_a_count()
    {
        List<ApiEvent> events = [];
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"errorCode":7,"message":"fine","pages":9,"content":{"recordList":{"1":{"status":"RECORDING"}}},"rows":12}"""));

        Assert.Single(await Expect.All(Clients.Of(handler).Observe(events.Add).Recordings.ListAsync("x")));
        Assert.DoesNotContain(events, e => e.Message.Contains("counts", StringComparison.Ordinal));
    }

    private static async Task<Recording> OneAsync(string fields) => Assert.Single(await ListAsync(Lists.With(fields)));

    private static Task<List<Recording>> ListAsync(string body) => Expect.All(Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).Recordings.ListAsync("x"));
}
