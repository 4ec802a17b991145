using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LiveStation.Contract.Tests.Calls;
using LiveStation.Contract.Tests.Description;
using Xunit;

namespace LiveStation.Contract.Tests;

/// <summary>The body of channelUpdate: what changes, over what the service says that there is.</summary>
public class ChannelChangeTests
{
    private const string Id = "ls-20250814000000-zTwK2";

    public static TheoryData<string, string> OneFieldEach => new()
    {
        { "channelName", "\"other_name\"" },
        { "envType", "\"DEV\"" },
        { "outputProtocol", "\"HLS,DASH\"" },
        { "immediateOnAir", "false" },
        { "record.type", "\"MANUAL_UPLOAD\"" },
        { "record.format", "\"HLS\"" },
        { "record.bucketName", "\"other-bucket\"" },
        { "record.filePath", "\"/other\"" },
        { "record.accessControl", "\"PUBLIC_READ\"" },
    };

    [Fact]
    public async Task A_change_of_nothing_sends_back_what_there_is()
    {
        JsonNode sent = await ChangeAsync(Present(), new ChannelChange());

        JsonAssert.Same(Unchanged(), sent);
    }

    [Theory]
    [MemberData(nameof(OneFieldEach))]
    public async Task What_is_named_changes_and_nothing_else(string field, string value)
    {
        ChannelChange change = field switch
        {
            "channelName" => new() { ChannelName = "other_name" },
            "envType" => new() { EnvType = EnvType.Dev },
            "outputProtocol" => new() { OutputProtocol = OutputProtocol.HlsDash },
            "immediateOnAir" => new() { ImmediateOnAir = false },
            "record.type" => new() { RecordSaveType = RecordSaveType.ManualUpload },
            "record.format" => new() { RecordFormat = RecordFormat.Hls },
            "record.bucketName" => new() { BucketName = "other-bucket" },
            "record.filePath" => new() { FilePath = "/other" },
            _ => new() { AccessControl = AccessControl.PublicRead },
        };

        JsonNode sent = await ChangeAsync(Present(), change);

        JsonNode expected = Unchanged();
        JsonNode place = field.StartsWith("record.", StringComparison.Ordinal) ? expected["record"]! : expected;
        place[field.Replace("record.", "", StringComparison.Ordinal)] = JsonNode.Parse(value);
        JsonAssert.Same(expected, sent);
    }

    [Fact]
    public async Task Values_that_this_version_does_not_know_go_back_as_they_came()
    {
        JsonNode present = Present();
        present["envType"] = "CANARY";
        present["outputProtocol"] = "WEBRTC";
        present["record"]!["type"] = "CLOUD_UPLOAD";
        present["record"]!["format"] = "AV1";
        present["record"]!["accessControl"] = "TEAM_READ";

        JsonNode sent = await ChangeAsync(present, new ChannelChange { ChannelName = "other_name" });

        JsonNode expected = Unchanged();
        expected["channelName"] = "other_name";
        expected["envType"] = "CANARY";
        expected["outputProtocol"] = "WEBRTC";
        expected["record"] = JsonNode.Parse("""{"type":"CLOUD_UPLOAD","format":"AV1","bucketName":"mybucket","filePath":"/livestation","accessControl":"TEAM_READ"}""");
        JsonAssert.Same(expected, sent);
    }

    [Fact]
    public async Task Known_values_go_back_in_the_spelling_of_the_API_however_they_came()
    {
        JsonNode present = Present();
        present["outputProtocol"] = "HLS, DASH";
        present["record"]!["type"] = "auto_upload";

        JsonNode sent = await ChangeAsync(present, new ChannelChange { ChannelName = "other_name" });

        Assert.Equal(("HLS,DASH", "AUTO_UPLOAD"), ((string?)sent["outputProtocol"], (string?)sent["record"]!["type"]));
    }

    [Fact]
    public async Task Spellings_of_older_editions_are_read()
    {
        JsonNode present = Present();
        present.AsObject().Remove("useDVR");
        present["useDvr"] = true;

        JsonAssert.Same(Unchanged(), await ChangeAsync(present, new ChannelChange()));
    }

    [Fact]
    public async Task No_record_sends_nothing_of_what_was_recorded_before()
    {
        JsonNode sent = await ChangeAsync(Present(), new ChannelChange { RecordSaveType = RecordSaveType.NoRecord });

        JsonAssert.Same("""{"type":"NO_RECORD"}""", sent["record"]!.ToJsonString());
    }

    [Fact]
    public async Task Switching_the_time_machine_off_takes_its_window_along()
    {
        JsonNode sent = await ChangeAsync(Present(), new ChannelChange { UseDvr = false, ImmediateOnAir = false });

        Assert.False((bool)sent["useDvr"]!);
        Assert.False(sent.AsObject().ContainsKey("timemachineMin"));
    }

    [Fact]
    public async Task Switching_the_time_machine_on_sends_the_only_window_that_the_service_takes()
    {
        JsonNode present = Present();
        present["useDVR"] = false;
        present["timemachineMin"] = 0;

        JsonNode sent = await ChangeAsync(present, new ChannelChange { UseDvr = true });

        Assert.True((bool)sent["useDvr"]!);
        Assert.Equal(360, (int)sent["timemachineMin"]!);
    }

    [Theory]
    [InlineData("useDVR", "-UseDvr")]
    [InlineData("immediateOnAir", "-ImmediateOnAir")]
    [InlineData("record", "-RecordSaveType")]
    [InlineData("channelName", "-ChannelName")]
    public async Task A_required_setting_that_the_service_does_not_tell_is_asked_for_and_nothing_is_sent(string field, string parameter)
    {
        JsonNode present = Present();
        present.AsObject().Remove(field);
        using Bench bench = BenchOf(present);

        LiveStationArgumentException refusal = await Assert.ThrowsAsync<LiveStationArgumentException>(() => bench.Client.Channels.UpdateAsync(Id, new ChannelChange { EnvType = EnvType.Dev }));

        Assert.Contains(parameter, refusal.Message);
        Assert.Contains(Id, refusal.Message);
        Assert.Equal("GET", bench.Requests.Single().Method);
    }

    [Fact]
    public async Task Any_two_changes_together_keep_to_the_API_file()
    {
        using Bench bench = BenchOf(Present());

        foreach (Func<ChannelChange, ChannelChange> first in Variations.OfChanges)
        {
            foreach (Func<ChannelChange, ChannelChange> second in Variations.OfChanges)
            {
                await bench.Client.Channels.UpdateAsync(Id, second(first(new ChannelChange())));
            }
        }

        Assert.Equal(2 * Variations.OfChanges.Count * Variations.OfChanges.Count, bench.Requests.Count);
        Assert.Empty(bench.Faults());
    }

    [Fact]
    public async Task The_offline_service_takes_a_change_of_each_channel_that_it_has()
    {
        using Bench bench = Bench.Offline();
        List<Channel> before = await bench.Client.Channels.ListAsync().ToListAsync();

        foreach (Channel channel in before)
        {
            await bench.Client.Channels.UpdateAsync(channel.ChannelId!, new ChannelChange { EnvType = EnvType.Stage });
        }

        List<Channel> after = await bench.Client.Channels.ListAsync().ToListAsync();
        Assert.Equal(4, before.Count);
        Assert.Equal(before.Select(Settled), after.Select(Settled));
        Assert.All(after, channel => Assert.Equal(EnvType.Stage, channel.EnvType));
        Assert.Empty(bench.Faults());
    }

    private static string Settled(Channel channel) =>
        $"{channel.ChannelName} {channel.OutputProtocolText} {channel.UseDvr} {channel.TimemachineMin} {channel.ImmediateOnAir} {channel.Record} {channel.Record?.AccessControlText} {channel.QualitySetId} {channel.Cdn}";

    private static JsonNode Present() => JsonNode.Parse(Repository.Example("channelGet.1"))!["content"]!.DeepClone();

    private static JsonNode Unchanged() => JsonNode.Parse(
        """
        {
          "channelName": "testchannel", "envType": "REAL", "outputProtocol": "HLS", "useDvr": true, "immediateOnAir": true, "timemachineMin": 360,
          "record": { "type": "AUTO_UPLOAD", "format": "MP4", "bucketName": "mybucket", "filePath": "/livestation", "accessControl": "PRIVATE" }
        }
        """)!;

    private static Bench BenchOf(JsonNode present)
    {
        string answer = new JsonObject { ["content"] = present }.ToJsonString();
        return Bench.Answering(_ => answer);
    }

    private static async Task<JsonNode> ChangeAsync(JsonNode present, ChannelChange change)
    {
        using Bench bench = BenchOf(present);
        await bench.Client.Channels.UpdateAsync(Id, change);
        Assert.Equal(["GET", "PUT"], bench.Requests.Select(request => request.Method));
        return JsonNode.Parse(bench.Requests[1].Body)!;
    }
}
