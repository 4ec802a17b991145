using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests.Storage;

public class StorageControlCallTests
{
    private const string Objects = "buckets/archive/objects";

    [Fact]
    public async Task A_program_of_any_language_fills_a_bucket_and_empties_it()
    {
        await using Line line = await Line.OpenAsync(socket: true);
        StorageControls storage = line.Caller.Emulator.Storage;

        Assert.Equal(204, await SendAsync("PUT", "buckets/archive"));
        Assert.Equal("[]", (await line.ControlAsync("GET", Objects)).Text);
        Assert.Equal(204, await SendAsync("POST", Objects, """{"key":"가/b c.mp4","content":"AQID","hasChecksum":true}"""));
        Assert.Equal(204, await SendAsync("POST", Objects, """{"key":"big.mp4","length":3000000000,"seed":2,"uploadPiece":8388608}"""));
        Assert.Equal(204, await SendAsync("POST", "buckets/made/objects", """{"key":"empty","length":0}"""));

        Assert.Equal([1, 2, 3], storage.Read("archive", "가/b c.mp4"));
        Assert.Equal(["empty"], storage.Keys("made"));
        Assert.Equal(["big.mp4", "가/b c.mp4"], JsonNode.Parse((await line.ControlAsync("GET", Objects)).Text)!.AsArray().Select(key => key!.ToString()));

        Assert.Equal(204, await SendAsync("DELETE", Objects + "?key=" + Uri.EscapeDataString("가/b c.mp4")));
        Assert.Equal(["big.mp4"], storage.Keys("archive"));
        Assert.Equal(404, await SendAsync("DELETE", Objects));

        async Task<int> SendAsync(string method, string path, string body = "") => (await line.ControlAsync(method, path, body)).Status;
    }

    [Theory]
    [InlineData("""{"content":"AQID"}""")]
    [InlineData("""{"key":"","content":"AQID"}""")]
    [InlineData("""{"key":"a"}""")]
    [InlineData("""{"key":"a","content":"AQID","length":3}""")]
    [InlineData("""{"key":"a","content":"no Base64!"}""")]
    [InlineData("""{"key":"a","length":-1}""")]
    [InlineData("""{"key":"a","length":3,"hasChecksum":true}""")]
    [InlineData("""{"key":"a","length":3,"uploadPiece":0}""")]
    [InlineData("""{"key":"a","length":3,"colour":"red"}""")]
    public async Task What_is_no_object_is_refused(string body)
    {
        await using Line line = await Line.OpenAsync(socket: true);

        Assert.Equal(400, (await line.ControlAsync("POST", Objects, body)).Status);
        Assert.Empty(line.Caller.Emulator.Storage.Keys("archive"));
    }
}
