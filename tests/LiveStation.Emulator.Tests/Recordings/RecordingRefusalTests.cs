using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class RecordingRefusalTests
{
    [Theory]
    [InlineData("TRANSFER_READY", 0, 0)]
    [InlineData("TRANSFER_FAIL", 0, 0)]
    [InlineData("TRANSFER", 250700, 250504)]
    [InlineData("TRANSFER_FINISH", 250700, 0)]
    [InlineData("PROCESSING", 250507, 250504)]
    [InlineData("PROCESSING_FAIL", 250507, 0)]
    [InlineData("DELETED", 250507, 250702)]
    public async Task Upload_and_delete_look_at_the_state(string status, int uploadCode, int deleteCode)
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("channel");
        long first = caller.Emulator.Recordings.Add(id, 1, status)[0];
        long second = caller.Emulator.Recordings.Add(id, 1, status)[0];

        await caller.ExpectAsync("POST", "/buckets/b/upload", $$"""{"recordIds":[{{first}}]}""", uploadCode);
        await caller.ExpectAsync("DELETE", $"/channels/{id}/records", $$"""{"recordIds":[{{second}}]}""", deleteCode);
    }

    [Theory]
    [InlineData("/buckets/My_Bucket/upload", "{}", 250704)]
    [InlineData("/buckets/b/upload", "{}", 250011)]
    [InlineData("/buckets/b/upload", """{"recordIds":[]}""", 250011)]
    [InlineData("/buckets/b/upload", """{"recordIds":[1]}""", 250701)]
    [InlineData("/buckets/b/upload", """{"recordIds":1}""", 250002)]
    [InlineData("/buckets/b/upload", """{"recordIds":[1],"accessControl":"SECRET"}""", 250002)]
    public async Task Upload_checks_its_values(string path, string body, int code) =>
        await Caller.Offline().Caller.ExpectAsync("POST", path, body, code);

    [Fact]
    public async Task One_bad_id_refuses_the_whole_upload()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("channel");
        long good = caller.Emulator.Recordings.Add(id, 1)[0];

        await caller.ExpectAsync("POST", "/buckets/b/upload", $$"""{"recordIds":[{{good}},1]}""", 250701);

        Assert.Equal("TRANSFER_READY", (await caller.ContentAsync("GET", $"/channels/{id}/records/{good}"))[$"{good}"]!["status"]!.ToString());
    }
}
