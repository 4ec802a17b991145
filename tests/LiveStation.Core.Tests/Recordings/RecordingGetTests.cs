using System;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Recordings;

public sealed class RecordingGetTests
{
    [Fact]
    public async Task The_example_of_the_api_notes_is_read()
    {
        await using RawServer server = new(Reply.Json(Repository.Body("recordingGet.1")));

        Recording? recording = await Clients.At(server).Recordings.GetAsync(Lists.ChannelId, 298);

        Assert.NotNull(recording);
        Assert.Equal(298, recording.RecordId);
        Assert.Equal(RecordStatus.TransferReady, recording.Status);
        Assert.Equal(2996437, recording.Duration!.Value.TotalMilliseconds);
        Assert.Equal("/api/v2/channels/ls-20200313162828-G60tN/records/298", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("{\"content\":{\"298\":{\"status\":\"DELETED\",\"channelId\":\"ls-own\",\"new\":1}}}")]
    [InlineData("{\"content\":{\"status\":\"DELETED\",\"channelId\":\"ls-own\",\"new\":1}}")]
    [InlineData("{\"content\":{\"297\":{\"status\":\"TRANSFER\"},\"298\":{\"status\":\"DELETED\",\"channelId\":\"ls-own\",\"new\":1}}}")]
    public async Task The_keyed_and_the_flat_form_give_the_same(string body)
    {
        Recording? recording = await GetAsync(body);

        Assert.NotNull(recording);
        Assert.Equal(298, recording.RecordId);
        Assert.Equal("ls-own", recording.ChannelId);
        Assert.Equal(RecordStatus.Deleted, recording.Status);
        Assert.Equal(1, recording.GetAdditionalFields()["new"].GetInt32());
    }

    [Theory]
    [InlineData("{\"content\":{}}")]
    [InlineData("{\"content\":null}")]
    [InlineData("{\"content\":{\"298\":null}}")]
    [InlineData("{\"content\":{\"298\":{}}}")]
    [InlineData("{\"content\":{\"299\":{\"status\":\"DELETED\"}}}")]
    [InlineData("{\"content\":{\"recordList\":{}}}")]
    public async Task An_answer_without_it_is_null(string body)
    {
        Assert.Null(await GetAsync(body));
    }

    [Fact]
    public async Task The_offline_service_knows_it_or_names_it_in_the_error()
    {
        LiveStationClient client = Clients.Of(Clients.Emulator().CreateHandler(), time: TimeProvider.System);

        Recording? there = await client.Recordings.GetAsync(Lists.ChannelId, 299);
        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Recordings.GetAsync(Lists.ChannelId, 300));

        Assert.Equal(RecordType.Hls, there!.RecordType);
        Assert.Equal("RecordingNotFound", error.ErrorId);
        Assert.Equal(ErrorKind.NotFound, error.Kind);
        Assert.StartsWith("ls-20200313162828-G60tN/300: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"content\":{\"298\":{\"status\":\"DELETED\",\"fileName\":\"\\ud83d\"}}}")]
    [InlineData("{\"content\":{\"298\":{\"status\":\"\\udc00\"}}}")]
    [InlineData("{\"content\":{\"\\ud83d\":{}}}")]
    [InlineData("{\"\\ud83d\":1}")]
    public async Task Half_a_character_ends_in_no_other_exception(string body)
    {
        Exception? error = await Xunit.Record.ExceptionAsync(() => GetAsync(body));

        Assert.True(error is null or LiveStationProtocolException, error?.ToString());
    }

    private static Task<Recording?> GetAsync(string body) => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).Recordings.GetAsync("ls-1", 298);
}
