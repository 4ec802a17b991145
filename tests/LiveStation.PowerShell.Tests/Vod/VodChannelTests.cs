using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Xunit;

namespace LiveStation.PowerShell.Tests.Vod;

public class VodChannelTests
{
    public static TheoryData<string, string> Destructive => new()
    {
        { $"Remove-LsVodChannel {Service.Vod}", $"DELETE /vod/channels/{Service.Vod}" },
        { $"Disable-LsVodChannel {Service.Vod}", $"PUT /vod/channels/{Service.Vod}/off" },
        { $"Set-LsVodChannelCdn {Service.Vod} -CdnInstanceNo 4938 -ProfileId 1008", $"POST /vod/channels/{Service.Vod}/cdnInfo" },
        { "Remove-LsVodSchedule 10060", "DELETE /vod/schedule/10060" },
    };

    [Fact]
    public void Name_quality_set_and_profile_are_enough_and_the_rest_has_sensible_defaults()
    {
        using Studio studio = new();

        VodChannel made = Assert.Single(studio.Run("New-LsVodChannel night_show -QualitySetId 3 -ProfileId 4207").Quiet().Of<VodChannel>());

        Assert.Equal("night_show", made.ChannelName);
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""{ "channelName": "night_show", "cdn": { "createCdn": true, "cdnType": "GLOBAL_EDGE", "profileId": 4207, "regionType": "KOREA" }, "qualitySetId": 3, "envType": "REAL", "outputProtocol": "HLS", "drmEnabledYn": false }"""),
                Studio.Body(Assert.Single(studio.Writes))),
            studio.Writes[0].Body);
    }

    [Fact]
    public void Every_parameter_arrives()
    {
        using Studio studio = new();

        studio.Run("New-LsVodChannel 밤_방송 low-latency -EnvType STAGE -OutputProtocol LL_HLS -CdnInstanceNo 11577 -CdnDomain sample.edge.example -ProfileId 4207 -DrmSiteId SITE -DrmContentId content-1").Quiet();

        JsonNode sent = Studio.Body(Assert.Single(studio.Writes));
        Assert.Equal("""{"createCdn":false,"cdnType":"GLOBAL_EDGE","cdnDomain":"sample.edge.example","profileId":4207,"regionType":"KOREA","cdnInstanceNo":11577}""", sent["cdn"]!.ToJsonString());
        Assert.Equal(("밤_방송", 4, "STAGE", "LL_HLS", true), ((string?)sent["channelName"], (int?)sent["qualitySetId"], (string?)sent["envType"], (string?)sent["outputProtocol"], (bool)sent["drmEnabledYn"]!));
        Assert.Equal("""{"siteId":"SITE","contentId":"content-1"}""", sent["drm"]!.ToJsonString());
    }

    [Theory]
    [InlineData("-ProfileId 1 -CreateCdn -CdnInstanceNo 1", "CdnContradiction")]
    [InlineData("-ProfileId 1 -CdnInstanceNo 11577", "CdnDomainMissing")]
    [InlineData("-ProfileId 1 -CdnDomain sample.edge.example", "CdnInstanceMissing")]
    [InlineData("", "ProfileMissing")]
    [InlineData("-ProfileId 1 -DrmSiteId SITE", "DrmIncomplete")]
    [InlineData("-ProfileId 1 -OutputProtocol LlHls -CdnRegionType Global", "LowLatencyRegion")]
    [InlineData("-ProfileId 1 -CdnDomain ''", "EmptyValue")]
    public void Parameters_that_do_not_go_together_are_refused_by_WhatIf_too(string arguments, string errorId)
    {
        using Studio studio = new();
        foreach (string whatIf in (string[])["", " -WhatIf"])
        {
            Assert.Equal(errorId + ",LiveStation.PowerShell.NewLsVodChannelCommand", studio.Shell.Terminating("New-LsVodChannel abc 3 " + arguments + whatIf).FullyQualifiedErrorId);
        }

        Assert.Empty(studio.Emulator.Requests);
    }

    [Fact]
    public void The_financial_zone_gets_its_own_CDN_and_no_word_of_DRM()
    {
        using Studio studio = new(zone: Zone.Financial);

        studio.Run("New-LsVodChannel abc 3 -CdnInstanceNo 11577").Quiet();

        Assert.Equal("""{"createCdn":false,"cdnType":"CDN_PLUS","cdnInstanceNo":11577}""", Studio.Body(studio.Writes[0])["cdn"]!.ToJsonString());
        Assert.False(Studio.Body(studio.Writes[0]).AsObject().ContainsKey("drmEnabledYn"));
        Assert.StartsWith("NotInFinancialZone,", studio.Shell.Terminating("New-LsVodChannel abc 3 -CdnInstanceNo 11577 -ProfileId 1").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_breaks_a_rule_is_one_error_and_the_rows_after_it_go_on()
    {
        using Studio studio = new();

        Outcome outcome = studio.Run("@(foreach ($row in ('first', ''), ('second', 'SITE'), ('third', '')) { [pscustomobject]@{ ChannelName = $row[0]; QualitySetId = '3'; ProfileId = '4207'; CdnInstanceNo = ''; DrmSiteId = $row[1] } }) | New-LsVodChannel -Wait");

        Assert.Equal(["first", "third"], outcome.Of<VodChannel>().Select(channel => channel.ChannelName));
        Assert.Equal("second", Assert.Single(outcome.Errors).TargetObject);
    }

    [Theory]
    [InlineData("-Name evening_rerun", "evening_rerun")]
    [InlineData("-Name EVENING*", "evening_rerun")]
    [InlineData("-Status Ready", "vodchannel")]
    [InlineData("-Status RESERVED, Publishing", "evening_rerun")]
    [InlineData("-Name nobody*", "")]
    [InlineData($"{Service.Vod}, {Service.VodReserved} -Status Reserved", "evening_rerun")]
    public void Names_and_states_filter_here(string arguments, string expected)
    {
        using Studio studio = new(seed: true);

        Assert.Equal(expected, string.Join(' ', studio.Run("Get-LsVodChannel " + arguments).Quiet().Of<VodChannel>().Select(channel => channel.ChannelName)));
        Assert.All(studio.Calls, call => Assert.True(call.StartsWith("GET /vod/channels/", StringComparison.Ordinal) || call == "GET /vod/channels?pageNo=1&pageSizeNo=100", call));
    }

    [Fact]
    public void Every_page_is_asked_for()
    {
        using Studio studio = new();
        for (int i = 0; i < 150; i++)
        {
            studio.Emulator.Vod.Add("c" + i);
        }

        Assert.Equal(150, studio.Run("Get-LsVodChannel").Quiet().Output.Count);
        Assert.Equal(2, studio.Calls.Count);
    }

    [Theory]
    [InlineData("Get-LsVodChannel nope", "ChannelNotFound", "nope")]
    [InlineData("Get-LsVodChannel -Name nobody", "ChannelNotFound", "nobody")]
    [InlineData("Wait-LsVodChannel nope", "ChannelNotFound", "nope")]
    [InlineData("Set-LsVodChannel nope -EnvType Dev", "ChannelNotFound", "nope")]
    [InlineData("Get-LsVodServiceUrl nope", "ChannelNotFound", "nope")]
    [InlineData("Get-LsVodSchedule nope", "ChannelNotFound", "nope")]
    [InlineData("New-LsVodSchedule nope ([datetime]::UtcNow.AddDays(1)) b/a.mp4", "ChannelNotFound", "nope")]
    public void What_is_not_there_is_looked_for_with_the_cmdlet_of_these_channels(string script, string errorId, string target)
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run(script).OneError();

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(target, error.TargetObject);
        Assert.Contains("Get-LsVodChannel", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    // All channels have a ChannelId: what is meant follows from the object, and the message names the cmdlets that are for it.
    [Theory]
    [InlineData("Get-LsVodChannel | Get-LsChannel", "LsVodChannel")]
    [InlineData("Get-LsVodChannel | Get-LsRecording", "LsVodChannel")]
    [InlineData("Get-LsVodChannel | Start-LsRecording", "LsVodChannel")]
    [InlineData("Get-LsVodChannel | Disable-LsChannel -Force", "LsVodChannel")]
    [InlineData("Get-LsVodChannel | Get-LsServiceUrl", "LsVodChannel")]
    [InlineData("Get-LsVodSchedule | Get-LsChannel", "LsVodSchedule")]
    [InlineData("Get-LsVodSchedule | Disable-LsVodChannel -Force", "LsVodSchedule")]
    [InlineData("Get-LsChannel | Get-LsVodChannel", "LsChannel")]
    [InlineData("Get-LsChannel | Get-LsVodSchedule", "LsChannel")]
    [InlineData("Get-LsChannel | Remove-LsVodChannel -Force", "LsChannel")]
    [InlineData("Get-LsRecording | Get-LsVodChannel", "LsRecording")]
    [InlineData("Get-LsVodChannel | Remove-LsVodSchedule -Force", "Get-LsVodSchedule")]
    public void A_channel_of_the_other_kind_is_refused_before_anything_is_sent(string script, string named)
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run(script);

        Assert.NotEmpty(outcome.Errors);
        Assert.All(outcome.Errors, error => Assert.Contains(named, error.Exception.Message, StringComparison.Ordinal));
        Assert.All(outcome.Errors, error => Assert.Contains("Nothing was sent", error.Exception.Message, StringComparison.Ordinal));
        Assert.Empty(studio.Writes);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("Get-LsVodSchedule 10060 | Get-LsVodChannel")]
    [InlineData("(Get-LsVodSchedule 10060) | Wait-LsVodChannel -Status Reserved")]
    [InlineData($"Get-LsVodServiceUrl {Service.VodReserved} | Get-LsVodChannel")]
    public void What_belongs_to_a_channel_stands_for_it_where_nothing_is_ended(string script)
    {
        using Studio studio = new(seed: true);

        Assert.All(studio.Run(script).Quiet().Of<VodChannel>(), channel => Assert.Equal(Service.VodReserved, channel.ChannelId));
    }

    [Theory]
    [MemberData(nameof(Destructive))]
    public void What_destroys_asks_first(string script, string call)
    {
        using Studio studio = new(seed: true);
        AskingHost no = new("No");
        AskingHost yes = new("Yes");

        no.Run(studio, script).Quiet();
        Assert.Contains(call.Split('/')[3], Assert.Single(no.Questions), StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
        studio.Run(script + " -WhatIf -Force").Quiet();
        Assert.Empty(studio.Emulator.Requests);
        yes.Run(studio, script).Quiet();

        Assert.Single(yes.Questions);
        Assert.Equal(call, Assert.Single(studio.Calls));
    }

    [Theory]
    [MemberData(nameof(Destructive))]
    public void Force_does_not_ask(string script, string call)
    {
        using Studio studio = new(seed: true);
        AskingHost host = new("No");

        host.Run(studio, script + " -Force").Quiet();

        Assert.Empty(host.Questions);
        Assert.Equal(call, Assert.Single(studio.Calls));
    }

    [Fact]
    public void A_channel_is_stopped_and_started_and_deleted_in_its_states_only()
    {
        using Studio studio = new(seed: true);

        Assert.Equal(VodChannelStatus.Block, Assert.Single(studio.Run($"Disable-LsVodChannel {Service.VodReserved} -Force -PassThru").Quiet().Of<VodChannel>()).ChannelStatus);
        Assert.Equal(VodChannelStatus.Reserved, Assert.Single(studio.Run($"Enable-LsVodChannel {Service.VodReserved} -PassThru").Quiet().Of<VodChannel>()).ChannelStatus);
        ErrorRecord error = studio.Run($"Remove-LsVodChannel {Service.VodReserved} -Force").OneError();
        Assert.StartsWith("ChannelNotReady,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Remove-LsVodSchedule", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        studio.Run($"Get-LsVodSchedule | Remove-LsVodSchedule -Force; Remove-LsVodChannel {Service.VodReserved} -Force").Quiet();
        Assert.Equal([Service.Vod], studio.Emulator.Vod.Ids);
    }

    [Fact]
    public void A_change_is_read_first_and_what_is_not_named_goes_back()
    {
        using Studio studio = new(seed: true);

        Assert.Empty(studio.Run($"Set-LsVodChannel {Service.Vod} -EnvType Dev").Quiet().Output);

        Assert.Equal([$"GET /vod/channels/{Service.Vod}", $"PUT /vod/channels/{Service.Vod}"], studio.Calls);
        Assert.Equal("""{"channelName":"vodchannel","envType":"DEV","outputProtocol":"HLS"}""", studio.Writes[0].Body);
        studio.Run($"Set-LsVodChannel {Service.Vod} -Name renamed -WhatIf; Set-LsVodChannel {Service.Vod} -EnvType Dev -WhatIf").Quiet();
        Assert.Contains("Set ChannelName = renamed", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains("so already", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Single(studio.Writes);
        Assert.StartsWith("LowLatencySwitched,", studio.Run($"Set-LsVodChannel {Service.Vod} -OutputProtocol LlHls").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("NothingToChange,", studio.Shell.Terminating($"Set-LsVodChannel {Service.Vod}").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Channels_move_in_one_call_and_one_that_cannot_fails_alone()
    {
        using Studio studio = new(seed: true);
        string more = studio.Emulator.Vod.Add("more");

        Outcome outcome = studio.Run("Get-LsVodChannel | Set-LsVodChannelCdn -CdnInstanceNo 4938 -ProfileId 1008 -Force -PassThru");

        Assert.Equal(Service.VodReserved, outcome.OneError().TargetObject);
        Assert.Equal([Service.Vod, more], outcome.Of<VodChannel>().Select(channel => channel.ChannelId));
        Assert.All(outcome.Of<VodChannel>(), channel => Assert.Equal(4938, channel.CdnInstanceNo));
        Assert.Equal("POST /vod/channels/cdnInfo", Studio.Call(studio.Writes[0]));
    }

    [Fact]
    public void A_wait_ends_when_a_schedule_begins_and_when_it_ends()
    {
        using Studio studio = new(Studio.AtOnce with { VodLength = TimeSpan.FromMinutes(2) });
        string id = studio.Emulator.Vod.Add("waited");
        studio.Shell.Set("id", id);
        studio.Emulator.Vod.Schedule(id, studio.Context.Options.TimeProvider.GetUtcNow().AddMinutes(5), "b/a.mp4", "b/b.mp4");

        IReadOnlyList<VodChannel> seen = studio.Run("$ProgressPreference = 'SilentlyContinue'; $id | Wait-LsVodChannel -Status Publishing -TimeoutSec 3600 | Wait-LsVodChannel -TimeoutSec 3600").Of<VodChannel>();

        Assert.Equal(VodChannelStatus.Ready, Assert.Single(seen).ChannelStatus);
        Assert.Equal(TimeSpan.FromMinutes(4), seen[0].TotalPublishTime);
    }

    [Theory]
    [InlineData("Disable-LsVodChannel $id -Force; Wait-LsVodChannel $id", "WaitFailedState", "Enable-LsVodChannel")]
    [InlineData("Disable-LsVodChannel $id -Force; New-LsVodChannel abc 3 -ProfileId 1 > $null; Wait-LsVodChannel $id, $id", "WaitFailedState", "Enable-LsVodChannel")]
    public void A_state_from_which_there_is_no_way_ends_a_wait(string script, string errorId, string advice)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("id", Service.Vod);

        ErrorRecord error = studio.Run("$ProgressPreference = 'SilentlyContinue'; " + script).OneError();

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_ends_a_wait_at_once()
    {
        using EndlessTime time = new();
        Service service = new(time: time);
        using Shell shell = Shell.On(service);
        using Running running = shell.Start($"$ProgressPreference = 'SilentlyContinue'; Wait-LsVodChannel {Service.Vod} -Status Publishing");
        time.AwaitWait(TestContext.Current.CancellationToken);

        Outcome outcome = running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.State);
        Assert.Empty(outcome.Output);
        Assert.Equal(0, service.Line.Open);
    }

    [Fact]
    public void Addresses_come_by_kind_with_their_channel()
    {
        using Studio studio = new(seed: true);

        IReadOnlyList<ServiceUrl> urls = studio.Run($"Get-LsVodServiceUrl {Service.VodReserved} General, THUMBNAIL").Quiet().Of<ServiceUrl>();

        Assert.Equal([ServiceUrlType.General, ServiceUrlType.Thumbnail], urls.Select(url => url.ServiceUrlType).Distinct());
        Assert.All(urls, url => Assert.Equal(Service.VodReserved, url.ChannelId));
        string advice = studio.Run($"Get-LsVodServiceUrl {Service.Vod}").OneError().ErrorDetails.RecommendedAction;
        Assert.Contains("RESERVED", advice, StringComparison.Ordinal);
        Assert.Contains("New-LsVodSchedule", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("takes back", advice, StringComparison.Ordinal);
        studio.Emulator.ClearRequests();
        Assert.Contains("General,Thumbnail", studio.Shell.Terminating($"Get-LsVodServiceUrl {Service.VodReserved} Timemachine").ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("Get-LsVodChannel -Context $ctx ", $"{Service.VodReserved} {Service.Vod}")]
    [InlineData("Remove-LsVodChannel -Context $ctx evening", Service.VodReserved)]
    [InlineData("Get-LsVodChannel -Context $ctx -Name eve", "evening_rerun")]
    [InlineData("Remove-LsVodSchedule -Context $ctx ", "10060")]
    [InlineData("Get-LsVodSchedule -Context $ctx -ScheduleId 1", "10060")]
    [InlineData("Get-LsVodServiceUrl -Context $ctx x -ServiceUrlType ", "General Thumbnail")]
    [InlineData("Wait-LsVodChannel -Context $ctx x RES", "Reserved")]
    [InlineData("Get-LsVodSchedule -Context $ctx -Status PROCESSING_", "ProcessingFail")]
    public void Names_and_values_are_completed(string line, string expected)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("line", line);

        IEnumerable<string> found = studio.Run("(TabExpansion2 $line $line.Length).CompletionMatches").Quiet().Of<CompletionResult>().Select(result => result.ListItemText).Order(StringComparer.Ordinal);

        Assert.Equal(expected, string.Join(' ', found));
    }
}
