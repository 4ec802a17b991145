using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests.Restream;

public class RestreamTests
{
    [Fact]
    public async Task A_re_stream_lives_from_creation_to_deletion()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();

        JsonNode made = await caller.ContentAsync("POST", "/re-stream/channels", RestreamBodies.Create);
        string id = made["channelId"]!.ToString();
        string path = "/re-stream/channels/" + id;
        Assert.Equal(("CREATING", "STANDARD", 2), (Status(made), made["planType"]!.ToString(), (int)made["platformCount"]!));
        Assert.Equal(["YOUTUBE", "CUSTOM"], made["restream"]!.AsArray().Select(target => target!["targetName"]!.ToString()));
        Assert.Equal("s*****", made["restream"]![1]!["password"]!.ToString());
        await caller.ExpectAsync("DELETE", path, null, 250114);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("READY", Status(await caller.ContentAsync("GET", path)));
        Assert.Equal(["READY", "READY"], await RelaysAsync(caller, path));

        caller.Emulator.Restream.StartPublishing(id);
        Assert.Equal(["CONNECTING", "CONNECTING"], await RelaysAsync(caller, path));
        time.Advance(TimeSpan.FromSeconds(61));
        JsonNode onAir = await caller.ContentAsync("GET", path);
        Assert.Equal(("PUBLISHING", true, 61), (Status(onAir), (bool)onAir["isPublishing"]!, (int)onAir["totalPublishSeconds"]!));
        JsonNode relay = (await caller.ContentAsync("GET", path + "/platforms"))[0]!;
        Assert.Equal("PUBLISHING", relay["connectStatus"]!.ToString());
        Assert.Equal((60, 300_000, 18_000_000, 0), ((int)relay["totalPlaySecond"]!, (int)relay["bytesPerSecond"]!, (int)relay["bytesTotalTrans"]!, (int)relay["totalRetryCount"]!));
        await caller.ExpectAsync("DELETE", path, null, 250114);

        caller.Emulator.Restream.StopPublishing(id);
        Assert.Equal(["READY", "READY"], await RelaysAsync(caller, path));
        Assert.Equal("DELETED", Status(await caller.ContentAsync("DELETE", path)));
        Assert.Equal("DELETED", Status(await caller.ContentAsync("GET", path)));
        Assert.Empty(caller.Emulator.Restream.Ids);
        await caller.ExpectAsync("PUT", $"{path}/platforms/{relay["platId"]}", RestreamBodies.Update, 250123);
        await caller.ExpectAsync("DELETE", path, null, 250114);
    }

    [Fact]
    public async Task A_relay_that_breaks_fails_until_it_is_corrected()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Restream.Add("evening", "YOUTUBE", "CHZZK");
        string path = "/re-stream/channels/" + id;
        long broken = caller.Emulator.Restream.PlatformIds(id)[1];
        caller.Emulator.Restream.Break(broken);
        Assert.Equal(["READY", "READY"], await RelaysAsync(caller, path));

        caller.Emulator.Restream.StartPublishing(id);
        Assert.Equal(["CONNECTING", "CONNECTING"], await RelaysAsync(caller, path));
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(["PUBLISHING", "FAIL"], await RelaysAsync(caller, path));
        JsonNode relay = (await caller.ContentAsync("GET", path + "/platforms"))[1]!;
        Assert.Equal((0, 0, 3), ((int)relay["totalPlaySecond"]!, (int)relay["bytesPerSecond"]!, (int)relay["totalRetryCount"]!));

        await caller.ExpectAsync("PUT", $"{path}/platforms/{broken}", RestreamBodies.Update, 250102);
        caller.Emulator.Restream.StopPublishing(id);
        JsonNode changed = await caller.ContentAsync("PUT", $"{path}/platforms/{broken}", RestreamBodies.Update);
        Assert.Equal(("new-key", "user", "n**"), (changed["streamKey"]!.ToString(), changed["id"]!.ToString(), changed["password"]!.ToString()));
        Assert.Null(changed["connectStatus"]);

        caller.Emulator.Restream.StartPublishing(id);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["PUBLISHING", "PUBLISHING"], await RelaysAsync(caller, path));
        Assert.Equal(3, (int)(await caller.ContentAsync("GET", path + "/platforms"))[1]!["totalRetryCount"]!);
    }

    [Fact]
    public async Task A_relay_that_breaks_on_air_stops_counting_and_connects_anew_when_it_is_mended()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Restream.Add("evening", "YOUTUBE");
        string path = "/re-stream/channels/" + id;
        long relay = caller.Emulator.Restream.PlatformIds(id)[0];
        caller.Emulator.Restream.StartPublishing(id);
        time.Advance(TimeSpan.FromSeconds(31));

        caller.Emulator.Restream.Break(relay);
        Assert.Equal(["FAIL"], await RelaysAsync(caller, path));
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(30, await SecondsAsync());

        caller.Emulator.Restream.Mend(relay);
        Assert.Equal(["CONNECTING"], await RelaysAsync(caller, path));
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(["PUBLISHING"], await RelaysAsync(caller, path));
        Assert.Equal(40, await SecondsAsync());
        caller.Emulator.Restream.Mend(relay);
        Assert.Equal(["PUBLISHING"], await RelaysAsync(caller, path));

        async Task<int> SecondsAsync() => (int)(await caller.ContentAsync("GET", path + "/platforms"))[0]!["totalPlaySecond"]!;
    }

    // For the area of events.
    [Fact]
    public void What_happens_to_a_re_stream_is_kept_in_its_order()
    {
        DateTimeOffset start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        RestreamState state = new(new Pace(), new ChannelState(new Pace(), new QualityState()));
        RestreamChannel channel = state.AddReady(null, new("evening", "STANDARD", "REAL", [new("YOUTUBE", "rtmp://a.example", "k", null, null)]), start);
        RestreamTarget target = channel.Targets[0];

        channel.Life.StartPublishing(At(10));
        Assert.Equal(["0 Made ", "10 WentOnAir ", "10 RelayChanged CONNECTING"], Told(10));
        Assert.Equal("11 RelayChanged PUBLISHING", Told(11)[^1]);
        target.Relay.Break(At(20));
        channel.Life.StopPublishing(At(30));
        RestreamState.Change(channel, target, target.Settings, At(40));

        // Off air before the relay has connected: that it would have is no part of what happened.
        channel.Life.StartPublishing(At(50));
        channel.Life.StopPublishing(At(50.5));
        RestreamState.Delete(channel, At(60));

        Assert.Equal(
            [
                "0 Made ", "10 WentOnAir ", "10 RelayChanged CONNECTING", "11 RelayChanged PUBLISHING", "20 RelayChanged FAIL", "30 RelayChanged READY", "30 WentOffAir ",
                "40 TargetChanged ", "50 WentOnAir ", "50 RelayChanged CONNECTING", "50.5 RelayChanged READY", "50.5 WentOffAir ", "60 Deleted ",
            ],
            Told(100));

        DateTimeOffset At(double seconds) => start + TimeSpan.FromSeconds(seconds);

        string[] Told(double seconds) => channel.History.All
            .Where(happening => happening.At <= At(seconds))
            .OrderBy(happening => happening.At)
            .Select(happening => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(happening.At - start).TotalSeconds} {happening.What} {happening.RelayStatus}"))
            .ToArray();
    }

    [Fact]
    public async Task Lists_come_in_pages_and_without_targets()
    {
        (Caller caller, _) = Caller.Offline();
        for (int i = 0; i < 3; i++)
        {
            caller.Emulator.Restream.Add($"show_{i}", "YOUTUBE");
        }

        Reply second = await caller.SendAsync("GET", "/re-stream/channels?pageNo=2&pageSizeNo=2");

        Assert.Equal(3, (int)second.Json["total"]!);
        JsonNode one = Assert.Single(second.Json["content"]!.AsArray())!;
        Assert.Equal("show_2", one["channelName"]!.ToString());
        Assert.Null(one["restream"]);
        Assert.Equal(1, (int)one["platformCount"]!);
        await caller.ExpectAsync("GET", "/re-stream/channels?pageSizeNo=101", null, 250002);
    }

    [Fact]
    public async Task Live_channels_and_re_streams_are_two_things_with_ids_of_one_row()
    {
        (Caller caller, _) = Caller.Offline();
        List<string> live = [.. Enumerable.Range(0, 5).Select(_ => caller.Emulator.Channels.Add("live"))];
        List<string> restream = [.. Enumerable.Range(0, 5).Select(_ => caller.Emulator.Restream.Add("relay", "YOUTUBE"))];

        Assert.Equal(10, live.Concat(restream).Distinct().Count());
        await caller.ExpectAsync("GET", "/re-stream/channels/" + live[0], null, 250123);
        await caller.ExpectAsync("DELETE", "/channels/" + restream[0], null, 250123);
        await caller.ExpectAsync("GET", $"/re-stream/channels/{live[0]}/platforms", null, 250123);
    }

    [Fact]
    public async Task At_the_start_one_can_be_changed_and_one_is_on_air_with_a_relay_that_fails()
    {
        (Caller caller, _) = Caller.Offline(seed: true);

        JsonArray channels = (await caller.ContentAsync("GET", "/re-stream/channels")).AsArray();

        Assert.Equal(["weekly_relay READY", "아침뉴스_중계 PUBLISHING"], channels.Select(channel => $"{channel!["channelName"]} {channel["channelStatus"]}"));
        Assert.Equal(["PUBLISHING", "FAIL"], await RelaysAsync(caller, "/re-stream/channels/" + channels[1]!["channelId"]));
    }

    [Fact]
    public void Controls_refuse_what_is_not_there()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Restream.Add("evening", "YOUTUBE");
        caller.Emulator.Restream.StartPublishing(id);

        Assert.Throws<InvalidOperationException>(() => caller.Emulator.Restream.StartPublishing(id));
        Assert.Throws<ArgumentException>(() => caller.Emulator.Restream.StartPublishing("nope"));
        Assert.Throws<ArgumentException>(() => caller.Emulator.Restream.Break(1));
        Assert.Equal("1 re-streams", caller.Emulator.Restream.ToString());
    }

    private static string Status(JsonNode channel) => channel["channelStatus"]!.ToString();

    private static async Task<string[]> RelaysAsync(Caller caller, string path) =>
        (await caller.ContentAsync("GET", path + "/platforms")).AsArray().Select(platform => platform!["connectStatus"]!.ToString()).ToArray();
}
