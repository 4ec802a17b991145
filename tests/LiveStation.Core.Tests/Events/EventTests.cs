using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Events;

public sealed class EventTests
{
    private const string Day = """
        {"content":[
        {"logLevel":"INFO","eventCode":"PUBLISH_END","description":"b has ended.","timestamp":5000,"channelId":"b"},
        {"logLevel":"INFO","eventCode":"PUBLISH_END","description":"a has ended.","timestamp":4000,"channelId":"a"},
        {"logLevel":"INFO","eventCode":"BRAND_NEW_END","timestamp":3500,"channelId":"a"},
        {"logLevel":"ERROR","eventCode":"SOMETHING_NEW","timestamp":3000,"channelId":"a"},
        {"logLevel":"INFO","eventCode":"BRAND_NEW_START","timestamp":2500,"channelId":"a"},
        {"logLevel":"INFO","eventCode":"PUBLISH_START","timestamp":2000,"channelId":"a"},
        {"logLevel":"INFO","eventCode":"PUBLISH_END","timestamp":1000,"channelId":"a"}],"total":7}
        """;

    [Fact]
    public async Task A_list_reads_as_a_log_with_the_length_of_what_it_saw_begin()
    {
        List<Event> events = await ListAsync(Day);

        Assert.Equal([1000, 2000, 2500, 3000, 3500, 4000, 5000], events.Select(item => new DateTimeOffset(item.Timestamp!.Value).ToUnixTimeMilliseconds()));
        Assert.All(events, item => Assert.Equal(DateTimeKind.Local, item.Timestamp!.Value.Kind));
        Assert.Equal([null, null, null, null, 1, 2, null], events.Select(item => item.Duration?.TotalSeconds));
        Assert.Equal((EventCode.Unknown, "SOMETHING_NEW", LogLevel.Error), (events[3].EventCode, events[3].EventCodeText, events[3].LogLevel));
        Assert.All(events, item => Assert.Empty(item.GetAdditionalFields()));
    }

    [Fact]
    public async Task At_the_same_instant_the_order_of_the_answer_stays_whichever_way_it_comes()
    {
        string[] entries = [Entry("PUBLISH_START", 1000), Entry("ONAIR_START", 1000), Entry("PUBLISH_END", 1000), Entry("ONAIR_END", 2000)];

        Assert.Equal(["PublishStart", "OnAirStart", "PublishEnd", "OnAirEnd"], Codes(await ListAsync(Around(entries))));
        Assert.Equal(["PublishStart", "OnAirStart", "PublishEnd", "OnAirEnd"], Codes(await ListAsync(Around(Enumerable.Reverse(entries)))));
    }

    // Two beginnings in a row: what lies between was lost, and the later one is certain.
    [Fact]
    public async Task A_length_begins_at_the_last_beginning_and_ends_once()
    {
        List<Event> events = await ListAsync(Around([Entry("PUBLISH_START", 1000), Entry("PUBLISH_START", 3000), Entry("PUBLISH_END", 4000), Entry("PUBLISH_END", 9000)]));

        Assert.Equal([null, null, 1, null], events.Select(item => item.Duration?.TotalSeconds));
    }

    [Theory]
    [InlineData("PUBLISH_START", EventCode.PublishStart)]
    [InlineData("PUBLISH_Start", EventCode.PublishStart)]
    [InlineData("ONAIR_END", EventCode.OnAirEnd)]
    [InlineData("RTMP_BACKUP_STREAM_ENABLED", EventCode.RtmpBackupStreamEnabled)]
    [InlineData("VOD_SOMETHING", EventCode.Unknown)]
    public async Task Codes_are_known_in_the_spellings_of_all_pages_and_keep_their_text(string text, EventCode code)
    {
        Event item = (await ListAsync(Around([Entry(text, 1)])))[0];

        Assert.Equal((code, text), (item.EventCode, item.EventCodeText));
    }

    // Older answers do not name the channel; the call does.
    [Fact]
    public async Task An_event_of_a_channel_knows_it_also_where_the_answer_does_not_say()
    {
        LiveStationClient client = Clients.Of(new ScriptedHandler(ScriptedHandler.Json("""{"content":[{"logLevel":"WARN","eventCode":"PUBLISH_END","timestamp":"1521787414578","brandNew":1}]}""")));

        Event item = Assert.Single(await Expect.All(client.Events.ListOfChannelAsync("ls-1")));

        Assert.Equal(("ls-1", LogLevel.Unknown, "WARN"), (item.ChannelId, item.LogLevel, item.LogLevelText));
        Assert.Equal(1521787414578, new DateTimeOffset(item.Timestamp!.Value).ToUnixTimeMilliseconds());
        Assert.Equal("brandNew", Assert.Single(item.GetAdditionalFields()).Key);
    }

    [Fact]
    public async Task A_list_that_is_shorter_than_it_says_is_not_passed_over()
    {
        List<string> warnings = [];
        LiveStationClient client = Clients.Of(new ScriptedHandler(ScriptedHandler.Json("""{"content":[{"eventCode":"PUBLISH_END"}],"total":500}""")))
            .Observe(happened => warnings.AddRange(happened.Level == ApiEventLevel.Warning ? [happened.Message] : []));

        Assert.Single(await Expect.All(client.Events.ListAsync()));

        Assert.Contains("500", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"content":{}}""")]
    [InlineData("""{"content":[5]}""")]
    [InlineData("""{"content":[{"eventCode":"\ud83d"}]}""")]
    public async Task An_answer_without_a_list_is_an_invalid_response(string body) =>
        await Assert.ThrowsAsync<LiveStationProtocolException>(() => ListAsync(body));

    [Fact]
    public void The_example_of_a_callback_is_read()
    {
        Event item = Event.Parse(Repository.Body("callbackDelivery.1"));

        Assert.Equal(("1234", LogLevel.Info, "ls-20200327140131-aBCD3", EventCode.StreamUpdate), (item.EventId, item.LogLevel, item.ChannelId, item.EventCode));
        Assert.Equal(1599218791425, new DateTimeOffset(item.Timestamp!.Value).ToUnixTimeMilliseconds());
        Assert.Null(item.Description);
        Assert.Empty(item.GetAdditionalFields());
    }

    // A page of 2024 types all fields as String.
    [Fact]
    public void A_callback_of_texts_is_the_same()
    {
        string texts = """{"id":"1234","logLevel":"INFO","channelId":"ls-20200327140131-aBCD3","event":"STREAM_UPDATE","timestamp":"1599218791425"}""";

        Assert.True(Event.TryParse(texts, out Event? item));
        Assert.Equal(Event.Parse(Repository.Body("callbackDelivery.1")), item);
    }

    [Fact]
    public void A_callback_of_tomorrow_is_kept_whole()
    {
        Event item = Event.Parse("""{"id":"a-7","event":"SOMETHING_NEW","more":{"deep":[1]}}""");

        Assert.Equal(("a-7", EventCode.Unknown, "SOMETHING_NEW"), (item.EventId, item.EventCode, item.EventCodeText));
        Assert.Equal("""{"deep":[1]}""", item.GetAdditionalFields()["more"].GetRawText());
    }

    // Callbacks carry no signature: anybody may post anything.
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"event":null}""")]
    [InlineData("""{"event":"\udc00"}""")]
    [InlineData("""{"event":"PUBLISH_END" """)]
    public void What_is_no_callback_is_said_so(string? body)
    {
        Assert.False(Event.TryParse(body, out Event? item));
        Assert.Null(item);
        Assert.Throws<FormatException>(() => Event.Parse(body!));
    }

    private static string Entry(string code, long time) => $$"""{"logLevel":"INFO","eventCode":"{{code}}","timestamp":{{time}},"channelId":"a"}""";

    private static string Around(IEnumerable<string> entries) => $$"""{"content":[{{string.Join(',', entries)}}]}""";

    private static IEnumerable<string> Codes(IEnumerable<Event> events) => events.Select(item => item.EventCode.ToString());

    private static Task<List<Event>> ListAsync(string body) => Expect.All(Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).Events.ListAsync());
}
