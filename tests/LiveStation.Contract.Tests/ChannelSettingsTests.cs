using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LiveStation.Contract.Tests.Calls;
using LiveStation.Contract.Tests.Description;
using Xunit;

namespace LiveStation.Contract.Tests;

/// <summary>The body of channelCreate.</summary>
public class ChannelSettingsTests
{
    [Fact]
    public async Task Any_two_settings_together_keep_to_the_API_file()
    {
        using Bench bench = Bench.Answering(_ => Repository.Example("channelCreate.1"));

        foreach (Func<ChannelSettings, ChannelSettings> first in Variations.OfSettings)
        {
            foreach (Func<ChannelSettings, ChannelSettings> second in Variations.OfSettings)
            {
                await bench.Client.Channels.CreateAsync(second(first(Settings.Least)));
            }
        }

        Assert.Equal(Variations.OfSettings.Count * Variations.OfSettings.Count, bench.Requests.Count);
        Assert.Empty(bench.Faults());
    }

    [Fact]
    public async Task All_settings_stand_where_the_API_wants_them()
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Channels.CreateAsync(Settings.Most);

        JsonAssert.Same(
            """
            {
              "channelName": "한국어_abc_12345678", "envType": "STAGE", "outputProtocol": "LL_HLS",
              "cdn": { "createCdn": false, "cdnType": "GLOBAL_EDGE", "cdnDomain": "sample11577.edge.example", "profileId": 4207, "regionType": "KOREA", "cdnInstanceNo": 11577 },
              "qualitySetId": 4, "useDvr": true, "immediateOnAir": true, "timemachineMin": 360,
              "record": { "type": "AUTO_UPLOAD", "format": "ALL", "bucketName": "show-archive", "filePath": "/live/\"quoted\"/한글", "accessControl": "PUBLIC_READ" },
              "isStreamFailOver": true, "drmEnabledYn": true, "drm": { "siteId": "SITE", "contentId": "content-1" }
            }
            """,
            bench.Requests.Single().Body);
    }

    [Fact]
    public async Task Few_settings_leave_the_rest_to_the_service_but_for_what_has_no_documented_default()
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Channels.CreateAsync(Settings.Least);

        JsonAssert.Same(
            """
            {
              "channelName": "abc",
              "cdn": { "createCdn": true, "cdnType": "GLOBAL_EDGE", "profileId": 4207, "regionType": "KOREA" },
              "qualitySetId": 1, "useDvr": false, "immediateOnAir": false,
              "record": { "type": "MANUAL_UPLOAD" },
              "isStreamFailOver": false, "drmEnabledYn": false
            }
            """,
            bench.Requests.Single().Body);
    }

    [Fact]
    public async Task The_financial_zone_has_its_own_prefix_and_region_and_hears_nothing_of_DRM()
    {
        using Bench bench = Bench.Offline(Zone.Financial);

        await bench.Client.Channels.CreateAsync(new ChannelSettings { ChannelName = "abc", QualitySetId = 3, CdnType = CdnType.CdnPlus, CdnInstanceNo = 11577 });

        SentRequest sent = bench.Requests.Single();
        Assert.Equal("/api/fin-v2/channels", sent.PathAndQuery);
        Assert.Equal("FKR", sent.Header("x-ncp-region_code"));
        Assert.Equal(["channelName", "cdn", "qualitySetId", "useDvr", "immediateOnAir", "record", "isStreamFailOver"], JsonNode.Parse(sent.Body)!.AsObject().Select(field => field.Key));
        Assert.Empty(bench.Faults());
    }

    [Theory]
    [InlineData("SITE", null)]
    [InlineData(null, "content-1")]
    public async Task Half_of_DRM_goes_out_as_it_was_given_so_that_the_service_says_what_is_missing(string? siteId, string? contentId)
    {
        using Bench bench = Bench.Offline();

        LiveStationApiException refusal = await Assert.ThrowsAsync<LiveStationApiException>(
            () => bench.Client.Channels.CreateAsync(Settings.Least with { DrmSiteId = siteId, DrmContentId = contentId }));

        Assert.Contains(siteId is null ? "drm.siteId" : "drm.contentId", refusal.Message);
        Assert.True((bool)JsonNode.Parse(bench.Requests.Single().Body)!["drmEnabledYn"]!);
    }
}
