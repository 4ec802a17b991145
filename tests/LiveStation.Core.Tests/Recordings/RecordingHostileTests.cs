using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Recordings;

/// <summary>Answers that nobody should send.</summary>
public sealed class RecordingHostileTests
{
    [Theory]
    [InlineData(16 * 1024)]
    [InlineData(100_000)]
    [InlineData(3_000_000)]
    public async Task An_entry_larger_than_the_buffer_is_read(int length)
    {
        string name = new('가', length / 3);
        string body = Lists.Around(Lists.Entry(1) + ",\"2\":{\"fileName\":\"" + name + "\",\"new\":[\"" + name + "\"]}," + Lists.Entry(3), 3);

        List<Recording> items = await Expect.All(Clients.Of(Pieces(body)).Recordings.ListAsync("x"));

        Assert.Equal([1, 2, 3], items.Ids());
        Assert.Equal(name, items[1].FileName);
        Assert.Equal(name, items[1].GetAdditionalFields()["new"][0].GetString());
    }

    [Fact]
    public async Task An_entry_larger_than_any_recording_ends_in_an_error_after_those_before_it()
    {
        string body = Lists.Around(Lists.Entry(1) + ",\"2\":{\"fileName\":\"" + new string('x', 20_000_000) + "\"}", 2);

        (List<Recording> items, LiveStationProtocolException error) = await Expect.Within(
            Expect.Breaks<Recording, LiveStationProtocolException>(Clients.Of(Pieces(body)).Recordings.ListAsync("x")));

        Assert.Equal([1], items.Ids());
        Assert.Equal("InvalidResponse", error.ErrorId);
        Assert.Contains("larger than any recording", error.Message, StringComparison.Ordinal);
    }

    // Looking at the whole entry anew for each piece would take minutes. On the pool, so that the wait can end before it does.
    [Fact]
    public async Task A_large_entry_in_small_pieces_does_not_take_for_ever()
    {
        string body = Lists.Around("\"2\":{\"fileName\":\"" + new string('x', 15_000_000) + "\"}", 1);
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        ScriptedHandler handler = new(ScriptedHandler.Stream(() => new PieceStream(PieceStream.Cut(bytes, () => 700))));

        List<Recording> items = await Expect.Within(Task.Run(() => Expect.All(Clients.Of(handler).Recordings.ListAsync("x"))));

        Assert.Equal([2], items.Ids());
    }

    [Theory]
    [InlineData("{\"content\":{\"recordList\":{\"1\":{\"a\":", "}}}}")]
    [InlineData("{\"meta\":", ",\"content\":{\"recordList\":{}}}")]
    [InlineData("{\"content\":{\"other\":", ",\"recordList\":{}}}")]
    [InlineData("{\"error\":", "}")]
    [InlineData("", "")]
    public async Task Deep_nesting_is_an_invalid_response(string before, string after)
    {
        string deep = before + new string('[', 100_000) + new string(']', 100_000) + after;

        LiveStationProtocolException list = await Expect.ThrowsSoon<LiveStationProtocolException>(() => Expect.All(Clients.Of(Pieces(deep)).Recordings.ListAsync("x")));
        LiveStationProtocolException one = await Expect.ThrowsSoon<LiveStationProtocolException>(() => Clients.Of(Pieces(deep)).Channels.GetAsync("x"));

        Assert.Equal("InvalidResponse", list.ErrorId);
        Assert.Equal("InvalidResponse", one.ErrorId);
    }

    [Fact]
    public async Task Deep_nesting_in_an_error_still_gives_its_status()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"error\":" + new string('[', 30_000), 404));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler).Channels.GetAsync("x"));

        Assert.Equal("Http404", error.ErrorId);
    }

    [Fact]
    public async Task Keys_that_stand_twice_do_no_harm()
    {
        string body = Lists.Around("\"1\":{\"fileName\":\"a\",\"fileName\":\"b\",\"x\":1,\"x\":2},\"1\":{\"fileName\":\"c\"}", 2);

        List<Recording> items = await Expect.All(Clients.Of(Pieces(body)).Recordings.ListAsync("x"));

        Assert.Equal([1, 1], items.Ids());
        Assert.Equal(["b", "c"], items.Select(item => item.FileName));
        Assert.Equal(2, items[0].GetAdditionalFields()["x"].GetInt32());
    }

    [Theory]
    [InlineData("\"fileName\":\"\\ud83d\"")]
    [InlineData("\"status\":\"\\udc00\\ud83d\"")]
    [InlineData("\"resolution\":\"\\ud83dx\"")]
    [InlineData("\"objectStorageUrl\":\"\\ud83d\"")]
    [InlineData("\"\\ud83d\":1")]
    [InlineData("\"new\":{\"\\ud83d\":\"\\ud83d\"}")]
    public async Task Half_a_character_ends_in_no_other_exception(string fields)
    {
        ScriptedHandler handler = Pieces(Lists.Around(Lists.Entry(1) + ",\"2\":{" + fields + "}", 2));

        await AssertOnlyOurErrors(handler);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_ends_in_no_other_exception()
    {
        foreach (string place in new[] { "\"fileName\":\"@\"", "\"status\":\"@\"", "\"@\":1", "\"new\":\"@\"", "\"channelId\":\"@\"" })
        {
            byte[] body = Encoding.GetEncoding("ISO-8859-1").GetBytes(Lists.Around(Lists.Entry(1) + ",\"2\":{" + place.Replace('@', '\u00e9') + "}", 2));

            await AssertOnlyOurErrors(new ScriptedHandler(ScriptedHandler.Bytes(body)));
        }
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Lists.Of(1))];

        (List<Recording> items, Exception? error) = await TryAsync(new ScriptedHandler(ScriptedHandler.Bytes(body)));

        Assert.True(error is LiveStationProtocolException || items.Count == 1, error?.ToString());
    }

    private static ScriptedHandler Pieces(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        return new ScriptedHandler(ScriptedHandler.Stream(() => new PieceStream(PieceStream.Cut(bytes, () => 60_000))));
    }

    private static async Task AssertOnlyOurErrors(ScriptedHandler handler)
    {
        (List<Recording> items, Exception? error) = await TryAsync(handler);
        Assert.Equal(1, items[0].RecordId);
        Assert.True(error is null or LiveStationProtocolException, error?.ToString());
        Assert.Equal(error is null ? 2 : 1, items.Count);

        // What is shown of a record that was given out must not throw later either.
        Assert.All(items, item => Assert.NotEmpty(item.ToString()));
    }

    private static async Task<(List<Recording> Items, Exception? Error)> TryAsync(ScriptedHandler handler)
    {
        List<Recording> items = [];
        Exception? error = await Record.ExceptionAsync(async () =>
        {
            await foreach (Recording item in Clients.Of(handler).Recordings.ListAsync("x"))
            {
                items.Add(item);
            }
        });
        return (items, error);
    }
}
