using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Recordings;

/// <summary>However an answer is cut into pieces on its way, the recordings are the same; wherever it ends early, the whole ones before are given out.</summary>
public sealed class RecordingPiecesTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(MakeBody(40));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(16 * 1024)]
    public async Task Pieces_of_one_size_give_the_same_recordings(int size)
    {
        Assert.Equal(await WholeAsync(), await ReadAsync(() => size));
    }

    [Fact]
    public async Task Pieces_of_random_sizes_give_the_same_recordings()
    {
        string[] whole = await WholeAsync();
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            int largest = 1 + random.Next(1, 400);

            string[] read = await ReadAsync(() => random.Next(1, largest + 1));

            Assert.True(whole.SequenceEqual(read), $"Seed {seed} gives other recordings.");
        }
    }

    [Fact]
    public async Task A_body_that_ends_anywhere_gives_the_whole_entries_before_it_and_an_error()
    {
        byte[] body = Encoding.UTF8.GetBytes(Repository.Body("recordingList.1"));
        string text = Encoding.UTF8.GetString(body);
        int firstEnd = text.IndexOf("},", StringComparison.Ordinal);
        int secondEnd = text.IndexOf('}', text.IndexOf("\"299\"", StringComparison.Ordinal));
        int last = text.LastIndexOf('}');
        for (int cut = 0; cut <= last; cut++)
        {
            ScriptedHandler handler = new(ScriptedHandler.Bytes(body.AsSpan(0, cut).ToArray()));

            (List<Recording> items, LiveStationProtocolException error) = await Expect.Breaks<Recording, LiveStationProtocolException>(Clients.Of(handler).Recordings.ListAsync("x"));

            int expected = cut > secondEnd ? 2 : cut > firstEnd ? 1 : 0;
            Assert.True(expected == items.Count, $"Cut after {cut} bytes: {items.Count} recordings, not {expected}.");
            Assert.Equal("InvalidResponse", error.ErrorId);
            Assert.Equal(expected == 0 ? 3 : 1, handler.Requests.Count);
        }
    }

    [Fact]
    public async Task A_cut_at_any_place_told_by_the_transport_gives_the_same()
    {
        byte[] body = Encoding.UTF8.GetBytes(Lists.Of(1, 2));
        int firstEnd = Encoding.UTF8.GetString(body).IndexOf("},", StringComparison.Ordinal);
        for (int cut = 0; cut < body.Length; cut += 3)
        {
            byte[] part = body.AsSpan(0, cut).ToArray();
            ScriptedHandler handler = new(ScriptedHandler.Stream(() => new PieceStream([part], new IOException("cut"))));

            (List<Recording> items, LiveStationProtocolException error) = await Expect.Breaks<Recording, LiveStationProtocolException>(Clients.Of(handler).Recordings.ListAsync("x"));

            Assert.Equal("InvalidResponse", error.ErrorId);
            Assert.Equal(cut > firstEnd, items.Count > 0);
            Assert.Contains("ends early", error.Message, StringComparison.Ordinal);
        }
    }

    // A byte that no JSON may have, at every place of the second entry.
    [Fact]
    public async Task Broken_json_anywhere_gives_the_whole_entries_before_it()
    {
        byte[] body = Encoding.UTF8.GetBytes(Lists.Of(1, 2, 3));
        string text = Encoding.UTF8.GetString(body);
        int from = text.IndexOf("\"2\":", StringComparison.Ordinal);
        int to = text.IndexOf(",\"3\":", StringComparison.Ordinal);
        for (int place = from; place < to; place++)
        {
            byte[] broken = (byte[])body.Clone();
            broken[place] = 0x01;
            ScriptedHandler handler = new(ScriptedHandler.Bytes(broken));

            (List<Recording> items, LiveStationProtocolException error) = await Expect.Breaks<Recording, LiveStationProtocolException>(Clients.Of(handler).Recordings.ListAsync("x"));

            Assert.Equal([1], items.Ids());
            Assert.Equal("InvalidResponse", error.ErrorId);
            Assert.Single(handler.Requests);
        }
    }

    // Every byte changed to a random one: an error or records, but no other exception and no endless loop.
    [Fact]
    public async Task Random_damage_never_ends_in_another_exception()
    {
        for (int seed = 0; seed < 1500; seed++)
        {
            Random random = new(seed);
            byte[] damaged = (byte[])Body.Clone();
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            ScriptedHandler handler = new(ScriptedHandler.Stream(() => new PieceStream(PieceStream.Cut(damaged, () => random.Next(1, 3000)))));

            Exception? error = await Record.ExceptionAsync(() => Expect.Within(Task.Run(() => Expect.All(Clients.Of(handler).Recordings.ListAsync("x")))));

            Assert.True(error is null or LiveStationException, $"Seed {seed}: {error}");
        }
    }

    private static async Task<string[]> WholeAsync()
    {
        string[] whole = await ReadAsync(() => int.MaxValue);
        Assert.Equal(40, whole.Length);
        return whole;
    }

    private static async Task<string[]> ReadAsync(Func<int> nextSize)
    {
        ScriptedHandler handler = new(ScriptedHandler.Stream(() => new PieceStream(PieceStream.Cut(Body, nextSize))));
        List<Recording> recordings = await Expect.All(Clients.Of(handler).Recordings.ListAsync("ls-asked"));
        return recordings
            .Select(recording => Properties(recording) + string.Join(";", recording.GetAdditionalFields().Select(field => field.Key + "=" + field.Value.GetRawText())))
            .ToArray();
    }

    // All but the time left, which goes on.
    private static string Properties(Recording recording) =>
        string.Concat(typeof(Recording).GetProperties().Where(property => property.Name != nameof(Recording.TimeLeft)).Select(property => $"{property.Name}={property.GetValue(recording)};"));

    // Entries of all sorts: escapes, characters of two to four bytes, nested unknown fields, absent ones.
    private static string MakeBody(int count)
    {
        Random random = new(4711);
        StringBuilder body = new("{ \"meta\" : {\"deep\":[[1],{\"x\":\"}\"}]},\r\n\"content\" : { \"other\":[{\"recordList\":{}}], \"recordList\" : {");
        for (int i = 1; i <= count; i++)
        {
            body.Append(i == 1 ? "" : " ,\n").Append('"').Append(i * 1000003L).Append("\": {");
            body.Append("\"recordType\":\"").Append(i % 3 == 0 ? "HLS" : i % 7 == 0 ? "새 유형" : "MP4").Append("\",");
            body.Append("\"status\" : \"").Append(i % 5 == 0 ? "TRANSFER_FAIL" : "TRANSFER_READY").Append("\",");
            body.Append("\"fileName\":\"").Append(i % 2 == 0 ? "아침뉴스 \\\"\\ud55c\\\" 😀" : "plain").Append(i).Append("\",");
            body.Append("\"createdTime\":").Append(1584955616000 + random.Next()).Append(',');
            body.Append("\"duration\":").Append(i % 4 == 0 ? "null" : "\"" + random.Next() + "\"").Append(',');
            body.Append("\"videoFrameRate\":").Append(i).Append(".5e0,");
            body.Append("\"new\":{\"a\":[1,2,{\"b\":\"}]\\\\\"}],\"n\":null},");
            body.Append("\"objectStorageUrl\":\"").Append(i % 2 == 0 ? "-" : "https://kr.object.ncloudstorage.com/b/" + i).Append("\"}");
        }

        return body.Append("}, \"after\": null } , \"total\": ").Append(count).Append(" }\n").ToString();
    }
}
