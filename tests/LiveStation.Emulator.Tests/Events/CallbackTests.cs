using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LiveStation.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class CallbackTests
{
    [Fact]
    public async Task An_event_is_posted_as_the_page_shows_it()
    {
        using CallbackListener listener = new();
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");
        JsonNode set = await caller.ContentAsync("POST", "/events/callbackEndpoint", $$"""{"callbackUrl":"{{listener.Address}}"}""");

        caller.Emulator.Channels.StartPublishing(id);
        await caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal((listener.Address.AbsoluteUri, time.GetUtcNow().ToUnixTimeMilliseconds()), (set["callbackUrl"]!.ToString(), (long)set["updateTime"]!));
        Assert.Equal(listener.Address.AbsoluteUri, (await caller.ContentAsync("GET", "/events/callbackEndpoint"))["callbackUrl"]!.ToString());
        Assert.Equal(
            $$"""{"id":1235,"logLevel":"INFO","channelId":"{{id}}","event":"PUBLISH_START","timestamp":{{time.GetUtcNow().ToUnixTimeMilliseconds()}}}""",
            Assert.Single(listener.Bodies));
        Assert.Equal(("POST /live/events", "application/json"), (listener.Request, listener.Headers["Content-Type"]));
        Assert.Equal(new CallbackDelivery(1235, "PUBLISH_START", id, "200"), Assert.Single(caller.Emulator.Events.Deliveries));
    }

    // Nobody calls: the clock alone brings what is due, and each in its place.
    [Fact]
    public async Task What_happens_by_itself_is_posted_when_it_happens()
    {
        using CallbackListener listener = new();
        (Caller caller, FakeTimeProvider time) = await ListeningAsync(listener);
        string id = caller.Emulator.Channels.Add("live", "AUTO_UPLOAD", immediateOnAir: true, useDvr: true);
        caller.Emulator.Channels.StartPublishing(id);
        time.Advance(TimeSpan.FromSeconds(2));
        caller.Emulator.Channels.StopPublishing(id);

        time.Advance(TimeSpan.FromDays(1));
        await caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal(
            ["STREAM_RESERVE", "PUBLISH_START", "ONAIR_START", "THUMBNAIL_CREATE", "PUBLISH_END", "ONAIR_END", "OFFLINE_UPLOAD_FINISH"],
            listener.Bodies.Select(Code));
        Assert.Equal(["0", "0", "0", "1", "2", "2", "4"], listener.Bodies.Select(body => (((long)JsonNode.Parse(body)!["timestamp"]! - Start) / 1000).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_address_of_a_channel_wins_over_the_default_one()
    {
        using CallbackListener all = new();
        using CallbackListener own = new();
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("own");
        string other = caller.Emulator.Channels.Add("other");
        caller.Emulator.Events.Write(id, "BEFORE_ANY");
        JsonNode channel = await caller.ContentAsync("POST", $"/channels/{id}/callbackEndpoint", $$"""{"callbackEndpoint":"{{own.Address}}"}""");
        caller.Emulator.Events.Write(id, "OWN_ONLY");
        caller.Emulator.Events.Write(other, "NOBODY");
        await caller.ContentAsync("POST", "/events/callbackEndpoint", $$"""{"callbackUrl":"{{all.Address}}"}""");
        caller.Emulator.Events.Write(id, "OWN_FIRST");
        caller.Emulator.Events.Write(other, "DEFAULT");

        await caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal(own.Address.AbsoluteUri, channel["callbackEndpoint"]!.ToString());
        Assert.Equal(own.Address.AbsoluteUri, (await caller.ContentAsync("GET", "/channels/" + id))["callbackEndpoint"]!.ToString());
        Assert.Equal(["OWN_ONLY", "OWN_FIRST"], own.Bodies.Select(Code));
        Assert.Equal(["DEFAULT"], all.Bodies.Select(Code));
    }

    [Fact]
    public async Task Re_streams_and_VOD2LIVE_channels_have_addresses_of_their_own_too()
    {
        using CallbackListener listener = new();
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string relay = caller.Emulator.Restream.Add("relay", "YOUTUBE");
        string rerun = caller.Emulator.Vod.Add("rerun");
        string body = $$"""{"callbackEndpoint":"{{listener.Address}}"}""";
        Assert.Equal(listener.Address.AbsoluteUri, (await caller.ContentAsync("POST", $"/re-stream/channels/{relay}/callbackEndpoint", body))["callbackEndpoint"]!.ToString());
        Assert.Equal(listener.Address.AbsoluteUri, (await caller.ContentAsync("POST", $"/vod/channels/{rerun}/callbackEndpoint", body))["callbackEndpoint"]!.ToString());
        caller.Emulator.Vod.Schedule(rerun, time.GetUtcNow().AddHours(1), "mybucket/a.mp4");
        caller.Emulator.Restream.StartPublishing(relay);

        // Nobody calls.
        time.Advance(TimeSpan.FromHours(1));
        time.Advance(TimeSpan.FromSeconds(1));
        await caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal(
            [$"{relay} PUBLISH_START", $"{relay} SIMULCAST_STATUS_CHANGE", $"{relay} SIMULCAST_STATUS_CHANGE", $"{rerun} PUBLISH_START"],
            listener.Bodies.Select(it => $"{JsonNode.Parse(it)!["channelId"]} {Code(it)}").Where(it => !it.EndsWith("THUMBNAIL_CREATE", StringComparison.Ordinal)));
        Assert.Equal(listener.Address.AbsoluteUri, (await caller.ContentAsync("GET", "/vod/channels/" + rerun))["callbackEndpoint"]!.ToString());
        await caller.ExpectAsync("POST", "/re-stream/channels/ls-none/callbackEndpoint", body, 250123);
        await caller.ExpectAsync("POST", "/vod/channels/ls-none/callbackEndpoint", body, 250123);
        await caller.ExpectAsync("POST", $"/vod/channels/{rerun}/callbackEndpoint", "{}", 250011);
    }

    [Fact]
    public async Task A_callback_may_be_lost_or_come_twice()
    {
        using CallbackListener listener = new();
        (Caller caller, _) = await ListeningAsync(listener);
        caller.Emulator.Events.AddFault(CallbackFault.Lost().On("B"));
        caller.Emulator.Events.AddFault(CallbackFault.Twice().Repeat(2));

        foreach (string code in new[] { "A", "B", "C", "D" })
        {
            caller.Emulator.Events.Write("ls-1", code);
        }

        await caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal(["A", "A", "C", "C", "D"], listener.Bodies.Select(Code));
        Assert.Equal(["A", "A", "B Lost", "C", "C", "D"], caller.Emulator.Events.Deliveries.Select(it => it.EventCode + (it.Outcome == "200" ? "" : " " + it.Outcome)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_callback_may_come_after_the_next_one()
    {
        using CallbackListener listener = new();
        (Caller caller, _) = await ListeningAsync(listener);
        caller.Emulator.Events.AddFault(CallbackFault.OutOfOrder());

        caller.Emulator.Events.Write("ls-1", "A");
        await caller.Emulator.Events.WhenDeliveredAsync();
        Assert.Empty(listener.Bodies);
        caller.Emulator.Events.Write("ls-1", "B");
        caller.Emulator.Events.Write("ls-1", "C");
        await caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal(["B", "A", "C"], listener.Bodies.Select(Code));
    }

    [Fact]
    public async Task A_callback_may_be_late_on_the_clock_of_the_service()
    {
        using CallbackListener listener = new();
        (Caller caller, FakeTimeProvider time) = await ListeningAsync(listener);
        caller.Emulator.Events.AddFault(CallbackFault.Late(TimeSpan.FromHours(6)));

        caller.Emulator.Events.Write("ls-1", "A");
        caller.Emulator.Events.Write("ls-1", "B");
        await listener.ArrivalAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["B"], listener.Bodies.Select(Code));
        time.Advance(TimeSpan.FromHours(6));
        await caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal(["B", "A"], listener.Bodies.Select(Code));
        Assert.Equal(Start, (long)JsonNode.Parse(listener.Bodies[1])!["timestamp"]!);
    }

    [Fact]
    public async Task A_receiver_that_refuses_or_is_gone_holds_up_nothing()
    {
        using CallbackListener listener = new() { Status = 500 };
        (Caller caller, _) = await ListeningAsync(listener);
        string gone = caller.Emulator.Channels.Add("gone");
        Uri nobody = new CallbackListener().Closed();
        await caller.ContentAsync("POST", $"/channels/{gone}/callbackEndpoint", $$"""{"callbackEndpoint":"{{nobody}}"}""");

        caller.Emulator.Events.Write(gone, "A");
        caller.Emulator.Events.Write("ls-1", "B");
        await caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal(["STREAM_RESERVE 500", "A NoAnswer", "B 500"], caller.Emulator.Events.Deliveries.Select(it => $"{it.EventCode} {it.Outcome}"));
    }

    // Only made-up data, and yet: an offline service talks to this machine alone.
    [Theory]
    [InlineData("http://192.0.2.1/hook")]
    [InlineData("https://example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    public async Task No_other_machine_is_posted_to(string address)
    {
        (Caller caller, _) = Caller.Offline();
        await caller.ContentAsync("POST", "/events/callbackEndpoint", $$"""{"callbackUrl":"{{address}}"}""");

        caller.Emulator.Events.Write("ls-1", "A");
        await caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal("NotLoopback", Assert.Single(caller.Emulator.Events.Deliveries).Outcome);
    }

    [Theory]
    [InlineData("{}", 250011)]
    [InlineData("""{"callbackUrl":5}""", 250002)]
    [InlineData("""{"callbackUrl":"hooks.example"}""", 250022)]
    [InlineData("""{"callbackUrl":"ftp://hooks.example"}""", 250022)]
    public async Task An_address_is_whole_and_of_the_web(string body, int code)
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");

        await caller.ExpectAsync("POST", "/events/callbackEndpoint", body, code);
        await caller.ExpectAsync("POST", $"/channels/{id}/callbackEndpoint", body.Replace("callbackUrl", "callbackEndpoint", StringComparison.Ordinal), code);
        await caller.ExpectAsync("POST", "/channels/ls-none/callbackEndpoint", """{"callbackEndpoint":"https://a.example"}""", 250123);
        Assert.Empty((await caller.ContentAsync("GET", "/events/callbackEndpoint")).AsObject());
    }

    [Fact]
    public void A_fault_that_cannot_be_is_refused()
    {
        (Caller caller, _) = Caller.Offline();

        Assert.Throws<ArgumentException>(() => caller.Emulator.Events.AddFault(CallbackFault.Late(new TimeSpan(5))));
        Assert.Throws<ArgumentException>(() => caller.Emulator.Events.AddFault(CallbackFault.Twice().Repeat(0)));
        Assert.Throws<ArgumentNullException>(() => caller.Emulator.Events.AddFault(null!));
    }

    private static readonly long Start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static string Code(string body) => JsonNode.Parse(body)!["event"]!.ToString();

    private static async Task<(Caller Caller, FakeTimeProvider Time)> ListeningAsync(CallbackListener listener)
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        await caller.ContentAsync("POST", "/events/callbackEndpoint", $$"""{"callbackUrl":"{{listener.Address}}"}""");
        return (caller, time);
    }
}
