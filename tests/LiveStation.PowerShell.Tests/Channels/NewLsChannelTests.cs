using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Channels;

public class NewLsChannelTests
{
    [Fact]
    public void Name_quality_set_and_profile_are_enough_and_the_rest_has_sensible_defaults()
    {
        using Studio studio = new();

        Channel made = Assert.Single(studio.Run("New-LsChannel morning_news -QualitySetId 3 -ProfileId 4207").Quiet().Of<Channel>());

        Assert.Equal("morning_news", made.ChannelName);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "channelName": "morning_news", "envType": "REAL", "outputProtocol": "HLS", "qualitySetId": 3,
                  "cdn": { "createCdn": true, "cdnType": "GLOBAL_EDGE", "profileId": 4207, "regionType": "KOREA" },
                  "useDvr": false, "immediateOnAir": false, "isStreamFailOver": false, "record": { "type": "MANUAL_UPLOAD" }, "drmEnabledYn": false
                }
                """),
            Studio.Body(Assert.Single(studio.Writes))),
            studio.Writes[0].Body);
    }

    [Fact]
    public void Every_parameter_arrives()
    {
        using Studio studio = new();

        Outcome outcome = studio.Run(
            """
            New-LsChannel -Name 아침_뉴스 -QualitySetId 4 -EnvType STAGE -OutputProtocol LL_HLS -CdnInstanceNo 11577 -CdnDomain sample.edge.example -CdnRegionType Korea -ProfileId 4207 `
              -RecordSaveType AUTO_UPLOAD -RecordFormat All -BucketName show-archive -FilePath /live -AccessControl PUBLIC_READ -UseDvr -TimemachineMin 360 -ImmediateOnAir -StreamFailOver `
              -DrmSiteId SITE -DrmContentId content-1
            """).Quiet();

        JsonNode sent = Studio.Body(Assert.Single(studio.Writes));
        Assert.Single(outcome.Of<Channel>());
        Assert.Equal("""{"createCdn":false,"cdnType":"GLOBAL_EDGE","cdnDomain":"sample.edge.example","profileId":4207,"regionType":"KOREA","cdnInstanceNo":11577}""", sent["cdn"]!.ToJsonString());
        Assert.Equal("""{"type":"AUTO_UPLOAD","format":"ALL","bucketName":"show-archive","filePath":"/live","accessControl":"PUBLIC_READ"}""", sent["record"]!.ToJsonString());
        Assert.Equal("""{"siteId":"SITE","contentId":"content-1"}""", sent["drm"]!.ToJsonString());
        Assert.Equal(("아침_뉴스", "STAGE", "LL_HLS", 360), ((string?)sent["channelName"], (string?)sent["envType"], (string?)sent["outputProtocol"], (int?)sent["timemachineMin"]));
        Assert.True((bool)sent["useDvr"]! && (bool)sent["immediateOnAir"]! && (bool)sent["isStreamFailOver"]! && (bool)sent["drmEnabledYn"]!);
    }

    [Theory]
    [InlineData("-BucketName b", """{"type":"AUTO_UPLOAD","format":"MP4","bucketName":"b","filePath":"/","accessControl":"PRIVATE"}""")]
    [InlineData("-RecordSaveType NoRecord", """{"type":"NO_RECORD"}""")]
    [InlineData("-RecordSaveType NO_RECORD", """{"type":"NO_RECORD"}""")]
    [InlineData("-RecordSaveType AutoUpload -BucketName b -RecordFormat Hls -FilePath /x", """{"type":"AUTO_UPLOAD","format":"HLS","bucketName":"b","filePath":"/x","accessControl":"PRIVATE"}""")]
    public void Recording_follows_from_what_is_named(string arguments, string record)
    {
        using Studio studio = new();

        studio.Run("New-LsChannel abc 3 -ProfileId 1 " + arguments).Quiet();

        Assert.Equal(record, Studio.Body(studio.Writes[0])["record"]!.ToJsonString());
    }

    [Fact]
    public void A_time_machine_brings_its_only_window()
    {
        using Studio studio = new();

        studio.Run("New-LsChannel abc 3 -ProfileId 1 -UseDvr").Quiet();

        Assert.Equal(360, (int)Studio.Body(studio.Writes[0])["timemachineMin"]!);
    }

    [Fact]
    public void The_financial_zone_gets_its_own_CDN_and_no_word_of_DRM()
    {
        using Studio studio = new(zone: Zone.Financial);

        studio.Run("New-LsChannel abc 3 -CdnInstanceNo 11577").Quiet();

        RecordedRequest sent = Assert.Single(studio.Writes);
        Assert.Equal("/api/fin-v2/channels", sent.PathAndQuery);
        Assert.Equal("""{"createCdn":false,"cdnType":"CDN_PLUS","cdnInstanceNo":11577}""", Studio.Body(sent)["cdn"]!.ToJsonString());
        Assert.False(Studio.Body(sent).AsObject().ContainsKey("drmEnabledYn"));
    }

    [Fact]
    public void WhatIf_sends_nothing_and_says_in_words_what_would_be_made()
    {
        using Studio studio = new();

        Outcome outcome = studio.Run("New-LsChannel morning_news 3 -ProfileId 1 -BucketName show-archive -WhatIf").Quiet();

        Assert.Empty(outcome.Output);
        Assert.Empty(studio.Emulator.Requests);
        Assert.Contains("morning_news", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains("quality set 3, HLS, a new GlobalEdge CDN, recordings as MP4 to show-archive/ (PRIVATE)", studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab", "2 characters")]
    [InlineData("a_name_of_21_letters_", "21 characters")]
    public void A_name_of_a_wrong_length_is_refused_with_the_rule(string name, string found)
    {
        using Studio studio = new();

        ErrorRecord error = studio.Shell.Terminating($"New-LsChannel {name} 3 -ProfileId 1");

        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Contains(found, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("3 to 20", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("a_name_of_20_letters")]
    [InlineData("가나다")]
    public void A_name_of_a_right_length_is_sent(string name)
    {
        using Studio studio = new();

        Assert.Equal(name, Assert.Single(studio.Run($"New-LsChannel {name} 3 -ProfileId 1").Quiet().Of<Channel>()).ChannelName);
    }

    [Theory]
    [InlineData("-ProfileId 1 -TimemachineMin 360", "TimemachineWithoutDvr", "-UseDvr")]
    [InlineData("-ProfileId 1 -TimemachineMin 360 -UseDvr:$false", "TimemachineWithoutDvr", "-UseDvr")]
    [InlineData("-ProfileId 1 -ImmediateOnAir", "ImmediateOnAirWithoutDvr", "-UseDvr")]
    [InlineData("-ProfileId 1 -CreateCdn -CdnInstanceNo 1", "CdnContradiction", "-CdnInstanceNo")]
    [InlineData("-ProfileId 1 -CreateCdn:$false", "CdnInstanceMissing", "-CdnInstanceNo")]
    [InlineData("-ProfileId 1 -CdnDomain sample.edge.example", "CdnInstanceMissing", "-CdnInstanceNo")]
    [InlineData("-ProfileId 1 -CdnInstanceNo 11577", "CdnDomainMissing", "-CdnDomain")]
    [InlineData("", "ProfileMissing", "-ProfileId")]
    [InlineData("-ProfileId 1 -DrmSiteId SITE", "DrmIncomplete", "-DrmContentId")]
    [InlineData("-ProfileId 1 -DrmContentId abc", "DrmIncomplete", "-DrmSiteId")]
    [InlineData("-ProfileId 1 -DrmSiteId SITE -DrmContentId ab", "DrmContentIdForm", "3 to 100")]
    [InlineData("-ProfileId 1 -RecordSaveType AutoUpload", "BucketMissing", "-BucketName")]
    [InlineData("-ProfileId 1 -RecordSaveType ManualUpload -BucketName archive", "UploadTargetUnused", "-BucketName")]
    [InlineData("-ProfileId 1 -RecordSaveType NoRecord -BucketName archive", "UploadTargetUnused", "-BucketName")]
    [InlineData("-ProfileId 1 -AccessControl PublicRead", "UploadTargetUnused", "-AccessControl")]
    [InlineData("-ProfileId 1 -FilePath /live", "UploadTargetUnused", "-FilePath")]
    [InlineData("-ProfileId 1 -RecordSaveType NoRecord -RecordFormat Hls", "FormatUnused", "-RecordFormat")]
    [InlineData("-ProfileId 1 -BucketName archive -FilePath live", "FilePathForm", "slash")]
    [InlineData("-ProfileId 1 -OutputProtocol LlHls -CdnRegionType Global", "LowLatencyRegion", "Korea")]
    public void Parameters_that_do_not_go_together_are_refused_with_the_rule_by_WhatIf_too(string arguments, string errorId, string named)
    {
        using Studio studio = new();
        foreach (string whatIf in (string[])["", " -WhatIf"])
        {
            ErrorRecord error = studio.Shell.Terminating("New-LsChannel abc 3 " + arguments + whatIf);

            Assert.Equal(errorId + ",LiveStation.PowerShell.NewLsChannelCommand", error.FullyQualifiedErrorId);
            Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
            Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
            Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        }

        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("-ProfileId 1")]
    [InlineData("-CdnRegionType Korea")]
    [InlineData("-CdnDomain sample.edge.example")]
    [InlineData("-CdnType GlobalEdge")]
    [InlineData("-DrmSiteId SITE -DrmContentId abc")]
    public void What_the_financial_zone_does_not_know_is_refused_there(string arguments)
    {
        using Studio studio = new(zone: Zone.Financial);

        ErrorRecord error = studio.Shell.Terminating("New-LsChannel abc 3 -CdnInstanceNo 11577 " + arguments);

        Assert.StartsWith("NotInFinancialZone,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("EnvType")]
    [InlineData("OutputProtocol")]
    [InlineData("IngestProtocol")]
    [InlineData("CdnType")]
    [InlineData("CdnRegionType")]
    [InlineData("RecordSaveType")]
    [InlineData("RecordFormat")]
    [InlineData("AccessControl")]
    public void Unknown_is_no_value_to_send(string parameter)
    {
        using Studio studio = new();

        Assert.Contains("Unknown", studio.Shell.Terminating($"New-LsChannel abc 3 -ProfileId 1 -{parameter} Unknown").ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Fact]
    public void A_value_that_is_none_is_answered_with_the_right_ones()
    {
        using Studio studio = new();

        Assert.Contains("'foo' is none of Public, Financial.", studio.Shell.Terminating("Connect-LsAccount -Emulator -Zone foo").ToString(), StringComparison.Ordinal);
        Assert.Contains("'Strem' is none of Channel, Stream,", studio.Shell.Terminating("Test-LsChannel abc -ExcludeCheck Strem").ToString(), StringComparison.Ordinal);
        Assert.Contains("'foo' is none of Real, Dev, Stage.", studio.Shell.Terminating("New-LsChannel abc 3 -ProfileId 1 -EnvType foo").ToString(), StringComparison.Ordinal);
    }

    // One edition of the vendor's page has it: it is sent only where it was asked for.
    [Fact]
    public void The_ingest_protocol_is_sent_where_it_is_named()
    {
        using Studio studio = new();

        studio.Run("New-LsChannel abc 3 -ProfileId 1 -IngestProtocol SRT").Quiet();

        Assert.Equal("SRT", (string?)Studio.Body(studio.Writes[0])["ingestProtocol"]);
    }

    // An edge in Korea is what low latency wants, also where it is one that exists (code 250182 otherwise; a client's experience).
    [Fact]
    public void Low_latency_on_an_existing_edge_names_Korea()
    {
        using Studio studio = new();

        studio.Run("New-LsChannel abc 4 -ProfileId 1 -OutputProtocol LlHls -CdnInstanceNo 11577 -CdnDomain sample.edge.example").Quiet();

        Assert.Equal("KOREA", (string?)Studio.Body(studio.Writes[0])["cdn"]!["regionType"]);
    }

    // What the API notes are not certain of is left to the service.
    [Theory]
    [InlineData("-UseDvr -TimemachineMin 60", "TimeMachine")]
    [InlineData("-CdnType CdnPlus", "")]
    public void What_only_the_service_can_judge_is_sent_and_its_refusal_told(string arguments, string about)
    {
        using Studio studio = new();

        ErrorRecord error = studio.Run("New-LsChannel abc 3 -ProfileId 1 " + arguments).OneError();

        Assert.Equal("abc", error.TargetObject);
        Assert.Contains(about, error.FullyQualifiedErrorId, StringComparison.OrdinalIgnoreCase);
        Assert.Single(studio.Writes);
    }

    [Fact]
    public void Wait_returns_the_channel_when_it_is_ready()
    {
        using Studio studio = new(Studio.AtOnce with { ChannelCreation = TimeSpan.FromMilliseconds(100) });

        Outcome outcome = studio.Run("$ProgressPreference = 'SilentlyContinue'; New-LsChannel abc 3 -ProfileId 1 -Wait");

        Assert.Empty(outcome.Errors);
        Assert.Equal(ChannelStatus.Ready, Assert.Single(outcome.Of<Channel>()).ChannelStatus);
        Assert.Equal(["POST", "GET", "GET"], studio.Emulator.Requests.Select(request => request.Method));
    }

    [Fact]
    public void Without_wait_the_channel_comes_as_it_is_made()
    {
        using Studio studio = new(Studio.AtOnce with { ChannelCreation = TimeSpan.FromHours(1) });

        Assert.Equal(ChannelStatus.Creating, Assert.Single(studio.Run("New-LsChannel abc 3 -ProfileId 1").Quiet().Of<Channel>()).ChannelStatus);
        Assert.Single(studio.Emulator.Requests);
    }

    [Fact]
    public void Channels_come_from_the_rows_of_a_table()
    {
        using Studio studio = new();

        Outcome outcome = studio.Run("'news_1', 'no', 'news_2' | ForEach-Object { [pscustomobject]@{ ChannelName = $_; QualitySetId = '3'; ProfileId = '4207' } } | New-LsChannel");

        Assert.Equal(["news_1", "news_2"], outcome.Of<Channel>().Select(channel => channel.ChannelName));
        Assert.Contains("2 characters", outcome.OneError().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bucket_of_a_new_channel_is_completed_afterwards()
    {
        using Studio studio = new();

        studio.Run("New-LsChannel abc 3 -ProfileId 1 -BucketName show-archive").Quiet();

        Assert.Equal("show-archive", Assert.Single(studio.Context.Seen.All(Kind.Get(typeof(BucketKind)))).Key);
    }

    [Fact]
    public void A_row_whose_settings_do_not_go_together_is_one_error_and_the_rows_after_it_go_on()
    {
        using Studio studio = new();

        Outcome outcome = studio.Run("@(foreach ($row in ('first', ''), ('second', '360'), ('third', '')) { [pscustomobject]@{ ChannelName = $row[0]; TimemachineMin = $row[1] } }) | New-LsChannel -QualitySetId 3 -ProfileId 4207");

        Assert.Equal(["first", "third"], outcome.Of<Channel>().Select(channel => channel.ChannelName));
        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.Equal("TimemachineWithoutDvr,LiveStation.PowerShell.NewLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Equal("second", error.TargetObject);
        Assert.StartsWith("second: ", error.ToString(), StringComparison.Ordinal);
    }
}
