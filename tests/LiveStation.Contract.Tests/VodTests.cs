using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LiveStation.Contract.Tests.Calls;
using LiveStation.Contract.Tests.Description;
using Xunit;

namespace LiveStation.Contract.Tests;

/// <summary>The bodies of the calls for VOD2LIVE channels and their schedules.</summary>
public class VodTests
{
    private static readonly Func<VodChannelSettings, VodChannelSettings>[] Variations =
    [
        .. Enum.GetValues<EnvType>().Skip(1).Select(value => (Func<VodChannelSettings, VodChannelSettings>)(settings => settings with { EnvType = value })),
        .. Enum.GetValues<OutputProtocol>().Skip(1).Select(value => (Func<VodChannelSettings, VodChannelSettings>)(settings => settings with { OutputProtocol = value })),
        .. Enum.GetValues<CdnRegionType>().Skip(1).Select(value => (Func<VodChannelSettings, VodChannelSettings>)(settings => settings with { CdnRegionType = value })),
        settings => settings with { ProfileId = null },
        settings => settings with { CreateCdn = false, CdnInstanceNo = 11577, CdnDomain = "sample11577.edge.example" },
        settings => settings with { DrmSiteId = "SITE", DrmContentId = "a-1_B" },
    ];

    [Fact]
    public async Task Any_two_settings_together_keep_to_the_API_file()
    {
        using Bench bench = Bench.Answering(_ => Repository.Example("vodChannelCreate.1"));
        foreach (Func<VodChannelSettings, VodChannelSettings> first in Variations)
        {
            foreach (Func<VodChannelSettings, VodChannelSettings> second in Variations)
            {
                await bench.Client.VodChannels.CreateAsync(second(first(VodSettings.Least)));
            }
        }

        Assert.Equal(Variations.Length * Variations.Length, bench.Requests.Count);
        Assert.Empty(bench.Faults());
    }

    [Fact]
    public async Task All_settings_stand_where_the_API_wants_them()
    {
        using Bench bench = Bench.Offline();

        await bench.Client.VodChannels.CreateAsync(VodSettings.Most);

        JsonAssert.Same(
            """
            {
              "channelName": "한국어_abc_12345678", "qualitySetId": 4, "envType": "STAGE", "outputProtocol": "LL_HLS",
              "cdn": { "createCdn": false, "cdnType": "GLOBAL_EDGE", "cdnDomain": "sample11577.edge.example", "profileId": 4207, "regionType": "KOREA", "cdnInstanceNo": 11577 },
              "drmEnabledYn": true, "drm": { "siteId": "SITE", "contentId": "content-1" }
            }
            """,
            bench.Requests.Single().Body);
    }

    [Fact]
    public async Task The_financial_zone_hears_nothing_of_DRM()
    {
        using Bench bench = Bench.Offline(Zone.Financial);

        await bench.Client.VodChannels.CreateAsync(VodSettings.Financial);

        Assert.Equal("/api/fin-v2/vod/channels", bench.Requests.Single().PathAndQuery);
        Assert.Equal(["channelName", "cdn", "qualitySetId"], JsonNode.Parse(bench.Requests.Single().Body)!.AsObject().Select(field => field.Key));
    }

    // Whether a field that is left out of a change stays is documented for none of these channels: what there is goes back.
    [Theory]
    [InlineData("channelName", "\"other_name\"")]
    [InlineData("envType", "\"DEV\"")]
    [InlineData("outputProtocol", "\"HLS,DASH\"")]
    [InlineData("", "")]
    public async Task What_is_named_changes_and_nothing_else(string field, string value)
    {
        VodChannelChange change = field switch
        {
            "channelName" => new() { ChannelName = "other_name" },
            "envType" => new() { EnvType = EnvType.Dev },
            "outputProtocol" => new() { OutputProtocol = OutputProtocol.HlsDash },
            _ => new(),
        };
        JsonObject expected = new() { ["channelName"] = "vodchannel", ["envType"] = "REAL", ["outputProtocol"] = "HLS" };
        if (field.Length > 0)
        {
            expected[field] = JsonNode.Parse(value);
        }

        using Bench bench = Bench.Answering(sent => Repository.Example("vodChannelGet.1"));

        await bench.Client.VodChannels.UpdateAsync(ContractCalls.Vod, change);

        JsonAssert.Same(expected, JsonNode.Parse(bench.Requests[^1].Body)!);
        Assert.Empty(bench.Faults());
    }

    [Fact]
    public async Task A_value_that_this_version_does_not_know_goes_back_as_it_came()
    {
        using Bench bench = Bench.Answering(_ => Repository.Example("vodChannelGet.1").Replace("\"outputProtocol\": \"HLS\"", "\"outputProtocol\": \"NEWER\"", StringComparison.Ordinal));

        await bench.Client.VodChannels.UpdateAsync(ContractCalls.Vod, new VodChannelChange { EnvType = EnvType.Dev });

        Assert.Equal("NEWER", (string)JsonNode.Parse(bench.Requests[^1].Body)!["outputProtocol"]!);
    }

    [Fact]
    public async Task A_channel_that_does_not_tell_its_name_is_not_changed_without_one()
    {
        using Bench bench = Bench.Answering(_ => """{"content":{"channelId":"ls-1"}}""");

        LiveStationArgumentException refusal = await Assert.ThrowsAsync<LiveStationArgumentException>(() => bench.Client.VodChannels.UpdateAsync("ls-1", new VodChannelChange { EnvType = EnvType.Dev }));

        Assert.Equal("SettingUnknown", refusal.ErrorId);
        Assert.Single(bench.Requests);
    }

    public static TheoryData<DateTime, string> Starts => new()
    {
        { new DateTime(2025, 8, 20, 11, 0, 0, DateTimeKind.Utc), "20250820200000" },
        { new DateTime(2025, 12, 31, 15, 0, 0, DateTimeKind.Utc), "20260101000000" },
        { new DateTime(2025, 8, 20, 11, 0, 0, DateTimeKind.Utc).ToLocalTime(), "20250820200000" },
        { DateTime.SpecifyKind(new DateTime(2025, 8, 20, 11, 0, 0, DateTimeKind.Utc).ToLocalTime(), DateTimeKind.Unspecified), "20250820200000" },
        { new DateTime(2025, 8, 20, 11, 0, 0, 999, DateTimeKind.Utc), "20250820200000" },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task A_start_goes_out_as_the_time_in_Korea(DateTime start, string sent)
    {
        using Bench bench = Bench.Answering(_ => Repository.Example("vodScheduleCreate.1"));

        await bench.Client.VodSchedules.CreateAsync(VodSettings.Schedule with { StartTime = start });
        await bench.Client.VodSchedules.UpdateAsync(1, new VodScheduleChange { StartTime = start });

        Assert.All(bench.Requests, request => Assert.Equal(sent, (string)JsonNode.Parse(request.Body)!["startTime"]!));
        Assert.Empty(bench.Faults());
    }

    // And comes back as the same instant: in Korea no clock is ever put forward.
    [Fact]
    public async Task A_start_comes_back_as_it_was_given()
    {
        using Bench bench = Bench.Offline();

        VodSchedule made = await bench.Client.VodSchedules.CreateAsync(VodSettings.Schedule);

        Assert.Equal(VodSettings.Tomorrow, made.StartTime!.Value.ToUniversalTime(), TimeSpan.FromSeconds(1));
        Assert.Equal(VodSettings.Schedule.VodList.Select(file => file.ToString()), made.VodList);
    }

    [Fact]
    public async Task A_change_sends_what_is_named_alone()
    {
        using Bench bench = Bench.Answering(_ => Repository.Example("vodScheduleUpdate.1"));

        await bench.Client.VodSchedules.UpdateAsync(1, new VodScheduleChange { StartTime = new DateTime(2025, 8, 20, 10, 0, 0, DateTimeKind.Utc) });
        await bench.Client.VodSchedules.UpdateAsync(1, new VodScheduleChange { VodList = [new VodItem("b", "a.mp4")] });

        JsonAssert.Same("""{ "startTime": "20250820190000" }""", bench.Requests[0].Body);
        JsonAssert.Same("""{ "vodList": [{ "bucketName": "b", "filePath": "/a.mp4" }] }""", bench.Requests[1].Body);
        Assert.Empty(bench.Faults());
    }

    [Fact]
    public async Task The_schedules_of_a_channel_are_those_that_it_names()
    {
        using Bench bench = Bench.Answering(sent => Repository.Example(sent.Path.Contains("schedule", StringComparison.Ordinal) ? "vodScheduleGet.1" : "vodChannelGet.1"));
        List<VodSchedule> schedules = [];

        await foreach (VodSchedule schedule in bench.Client.VodSchedules.ListAsync(ContractCalls.Vod))
        {
            schedules.Add(schedule);
        }

        Assert.Equal(10060, Assert.Single(schedules).ScheduleId);
        Assert.EndsWith("/vod/schedule/1293", bench.Requests[1].PathAndQuery, StringComparison.Ordinal);
    }
}
