using System;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Contract.Tests.Calls;
using LiveStation.Contract.Tests.Description;
using Xunit;

namespace LiveStation.Contract.Tests;

/// <summary>The bodies of qualityCreate, qualitySetCreate and qualitySetUpdate.</summary>
public class QualitySettingsTests
{
    [Fact]
    public async Task Any_two_settings_together_keep_to_the_API_file()
    {
        using Bench bench = Bench.Answering(_ => Repository.Example("qualityCreate.1"));

        foreach (Func<QualitySettings, QualitySettings> first in QualityBodies.Variations)
        {
            foreach (Func<QualitySettings, QualitySettings> second in QualityBodies.Variations)
            {
                await bench.Client.Qualities.CreateAsync(second(first(QualityBodies.Least)));
            }
        }

        Assert.Equal(QualityBodies.Variations.Count * QualityBodies.Variations.Count, bench.Requests.Count);
        Assert.Empty(bench.Faults());
    }

    [Fact]
    public async Task All_settings_stand_where_the_API_wants_them()
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Qualities.CreateAsync(QualityBodies.Most);

        JsonAssert.Same(
            """
            {
              "name": "ABC-xyz-0123456789ab", "type": "NORMAL",
              "video": { "codec": "H264", "profile": "MAIN", "level": -1, "width": 1920, "height": 1080, "fps": 29.97, "bitrate": 20000000, "videoH264ParamRefFrames": 1, "rateControl": "VBR", "bframes": 4, "bypass": false, "orientation": "FIX" },
              "audio": { "codec": "AAC", "profile": "LC", "samplerate": 48000, "channels": 8, "bitrate": 320, "bypass": true }
            }
            """,
            bench.Requests.Single().Body);
    }

    [Fact]
    public async Task What_the_service_wants_and_nobody_named_is_filled_in()
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Qualities.CreateAsync(QualityBodies.Least);

        JsonAssert.Same(
            """
            {
              "name": "q-1", "type": "NORMAL",
              "video": { "codec": "H264", "profile": "HIGH", "level": -1, "width": 1280, "height": 720, "fps": 30, "bitrate": 2000000 },
              "audio": { "codec": "AAC", "profile": "LC", "samplerate": 44100, "channels": 2, "bitrate": 128 }
            }
            """,
            bench.Requests.Single().Body);
    }

    // Code 250341: below 1280x720 there is one profile.
    [Theory]
    [InlineData(854, 480, "BASELINE")]
    [InlineData(1280, 718, "BASELINE")]
    [InlineData(1280, 720, "HIGH")]
    [InlineData(720, 1280, "HIGH")]
    public async Task The_profile_follows_from_the_size(long width, long height, string profile)
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Qualities.CreateAsync(QualityBodies.Least with { Width = width, Height = height });

        Assert.Contains($"\"profile\":\"{profile}\",\"level\"", bench.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sound_alone_has_no_picture_and_MP3_no_profile()
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Qualities.CreateAsync(QualityBodies.Sound);

        JsonAssert.Same("""{ "name": "radio", "type": "AUDIO", "audio": { "codec": "MP3", "samplerate": 22050, "channels": 1, "bitrate": 64 } }""", bench.Requests.Single().Body);
    }

    [Fact]
    public async Task Sets_say_all_that_the_API_wants()
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Qualities.CreateSetAsync(QualityBodies.LeastSet);
        await bench.Client.Qualities.CreateSetAsync(QualityBodies.MostSet);
        await bench.Client.Qualities.CreateSetAsync(QualityBodies.LowLatency);

        JsonAssert.Same("""{ "name": "abc", "qualityIds": [3], "isEnabledUll": false, "segmentDuration": 2000, "segmentCount": 3, "enableHlsTimedMetadata": false }""", bench.Requests[0].Body);
        JsonAssert.Same(
            """
            { "name": "all-four", "qualityIds": [1, 2, 3, 4], "isEnabledUll": false, "segmentDuration": 1500, "segmentCount": 10, "enableHlsTimedMetadata": true,
              "timedMetadata": { "header": "ncloud.livestation.metadata", "interval": 1000, "key": "utc" } }
            """,
            bench.Requests[1].Body);
        JsonAssert.Same("""{ "name": "fast", "qualityIds": [4, 3], "isEnabledUll": true, "enableHlsTimedMetadata": false }""", bench.Requests[2].Body);
    }

    [Theory]
    [InlineData(4.0, null, 4000, 3)]
    [InlineData(null, 5L, 2000, 5)]
    [InlineData(1.5, 10L, 1500, 10)]
    public async Task A_change_of_one_setting_sends_the_other_as_it_is(double? seconds, long? count, int sentDuration, int sentCount)
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Qualities.UpdateSetAsync(5, new QualitySetChange { SegmentDuration = seconds is { } span ? TimeSpan.FromSeconds(span) : null, SegmentCount = count });

        JsonAssert.Same($$"""{ "segmentDuration": {{sentDuration}}, "segmentCount": {{sentCount}} }""", bench.Requests[^1].Body);
        Assert.Empty(bench.Faults());
    }

    // What is listed without a type is not documented.
    [Fact]
    public async Task Low_latency_sets_are_listed_too_and_whoever_filters_says_so()
    {
        using Bench bench = Bench.Offline();

        foreach (QualitySetFilter? filter in new[] { null, new QualitySetFilter { Type = QualitySetType.Hls }, new QualitySetFilter { GenType = GenType.Custom } })
        {
            await foreach (QualitySet set in bench.Client.Qualities.ListSetsAsync(filter))
            {
                Assert.NotNull(set.Name);
            }
        }

        Assert.Equal(["?type=all", "?type=default", "?genType=CUSTOM&type=all"], bench.Requests.Select(request => request.PathAndQuery["/api/v2/qualitySets".Length..]));
    }
}
