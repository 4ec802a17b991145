using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Binding;

public class CompletionTests
{
    [Theory]
    [InlineData("Get-LsChannel -Context $ctx -ChannelId ")]
    [InlineData("Get-LsChannel -Context $ctx ")]
    [InlineData("Remove-LsChannel -Context $ctx -ChannelId ls-")]
    [InlineData("Start-LsRecording -Context $ctx ")]
    [InlineData("Export-LsRecording -Context $ctx -ChannelId ")]
    [InlineData("Wait-LsRecording -Context $ctx -ChannelId ")]
    [InlineData("Get-LsServiceUrl -Context $ctx -ChannelId ")]
    public void Channel_ids_come_with_names_as_tool_tips(string line)
    {
        using Studio studio = new(seed: true);

        IReadOnlyList<CompletionResult> found = Complete(studio.Shell, line);

        Assert.Equal([Service.PageExample, Service.Event, Service.News, Service.Weekly], found.Select(result => result.CompletionText).Order(StringComparer.Ordinal));
        Assert.Contains("아침뉴스", found.Single(result => result.CompletionText == Service.News).ToolTip, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-LsChannel -Context $ctx -ChannelId ls-20260112", Service.Weekly)]
    [InlineData("Get-LsChannel -Context $ctx -ChannelId weekly", Service.Weekly)]
    [InlineData("Get-LsChannel -Context $ctx -ChannelId 아침", Service.News)]
    [InlineData("Get-LsChannel -Context $ctx -ChannelId 'weekly", Service.Weekly)]
    [InlineData("Get-LsChannel -Context $ctx -ChannelId ls-x, weekly", Service.Weekly)]
    public void What_is_begun_narrows_it_down_by_id_or_name(string line, string id)
    {
        using Studio studio = new(seed: true);

        Assert.Equal(id, Assert.Single(Complete(studio.Shell, line)).CompletionText);
    }

    [Fact]
    public void The_connected_context_serves_and_is_asked_once()
    {
        using Shell shell = new();
        LiveStationEmulator emulator = (LiveStationEmulator)shell.Run("Connect-LsAccount -Emulator; (Get-LsContext).Emulator").Quiet().Output[^1].BaseObject;

        Assert.Equal(4, Complete(shell, "Get-LsRecording -ChannelId ").Count);
        Assert.Equal(4, Complete(shell, "Get-LsRecording -ChannelId l").Count);

        Assert.Single(emulator.Requests);
    }

    [Fact]
    public void What_Get_cmdlets_wrote_is_known_without_asking()
    {
        using Studio studio = new(seed: true);
        studio.Run("Get-LsChannel; Get-LsRecording").Quiet();
        int asked = studio.Emulator.Requests.Count;

        Assert.Equal(4, Complete(studio.Shell, "Get-LsChannel -Context $ctx -ChannelId ").Count);
        CompletionResult record = Assert.Single(Complete(studio.Shell, "Export-LsRecording -Context $ctx -RecordId 298"));
        CompletionResult bucket = Assert.Single(Complete(studio.Shell, "Export-LsRecording -Context $ctx -BucketName e"));

        Assert.Equal("298", record.CompletionText);
        Assert.Contains(Service.PageExample, record.ToolTip, StringComparison.Ordinal);
        Assert.Equal("event-archive", bucket.CompletionText);
        Assert.Equal(asked, studio.Emulator.Requests.Count);
    }

    [Fact]
    public void A_bucket_that_was_exported_to_is_known()
    {
        using Studio studio = new();
        studio.Channel(1);
        studio.Run("Get-LsRecording | Export-LsRecording -BucketName my-archive").Quiet();

        Assert.Equal("my-archive", Assert.Single(Complete(studio.Shell, "New-LsChannel -Context $ctx -BucketName ")).CompletionText);
    }

    [Theory]
    [InlineData("Get-LsChannel -Status Pub", "Publishing")]
    [InlineData("Wait-LsChannel x -Status Rea", "Ready")]
    [InlineData("Get-LsRecording -Status TransferF", "TransferFinish TransferFail")]
    [InlineData("Get-LsRecording -Status TRANSFER_R", "TransferReady")]
    [InlineData("New-LsChannel -EnvType ", "Dev Real Stage")]
    [InlineData("Get-LsServiceUrl x -ServiceUrlType ", "General Timemachine Thumbnail")]
    [InlineData("Wait-LsRecording -Status TransferR", "TransferReady")]
    [InlineData("Export-LsRecording -AccessControl P", "Private PublicRead")]
    [InlineData("New-LsChannel -OutputProtocol L", "LlHls")]
    [InlineData("Get-LsServiceUrl x -ServiceUrlType Th", "Thumbnail")]
    [InlineData("Get-LsQuality -Type ", "Normal Audio Bypass")]
    [InlineData("Get-LsQualitySet -Type ", "Hls LlHls")]
    [InlineData("Get-LsQualitySet -GenType ", "Custom System")]
    [InlineData("New-LsQuality x -Type ", "Audio Normal")]
    [InlineData("New-LsQuality x -VideoProfile ", "Baseline High Main")]
    public void States_and_kinds_complete(string line, string expected)
    {
        using Shell shell = new();

        Assert.Equal(expected, string.Join(' ', Complete(shell, line).Select(result => result.CompletionText)));
    }

    [Theory]
    [InlineData("Get-LsChannel -Context $ctx -Name ", "page_example summer_event weekly_show 아침뉴스")]
    [InlineData("Get-LsChannel -Context $ctx -Name week", "weekly_show")]
    [InlineData("New-LsChannel abc -Context $ctx -QualitySetId ", "1 2 3 4 5")]
    [InlineData("New-LsChannel abc -Context $ctx -QualitySetId low", "4")]
    [InlineData("Get-LsQualitySet -Context $ctx ", "1 2 3 4 5")]
    [InlineData("Set-LsQualitySet -Context $ctx setting", "5")]
    [InlineData("Get-LsQualitySet -Context $ctx -Name s", "sample-set setting000 small")]
    [InlineData("Get-LsQuality -Context $ctx -Name q-", "q-720 q-audio")]
    [InlineData("Remove-LsQuality -Context $ctx -QualityId ", "1 2 3 4 5 6")]
    [InlineData("New-LsQualitySet mine -Context $ctx -QualityId 5, q-a", "6")]
    [InlineData("New-LsQuality mine -Fps 2", "23.97 24 29.97")]
    [InlineData("New-LsQuality mine -Orientation ", "FIX")]
    [InlineData("New-LsQualitySet mine -SegmentDuration 1", "10s 1s")]
    [InlineData("Get-LsRecording -ExpiringWithin 1", "12h 1d")]
    [InlineData("Get-LsRestream -Context $ctx -Name ", "weekly_relay 아침뉴스_중계")]
    [InlineData("Get-LsRestream -Context $ctx ", "ls-20260118090000-Rs1wQ ls-20260119060000-Rs2nP")]
    [InlineData("Remove-LsRestream -Context $ctx weekly", "ls-20260118090000-Rs1wQ")]
    [InlineData("Set-LsRestreamPlatform ls-20260119060000-Rs2nP -Context $ctx -PlatformId ", "3701 3702")]
    [InlineData("Set-LsRestreamPlatform ls-20260119060000-Rs2nP -Context $ctx -PlatformId CHZ", "3702")]
    [InlineData("Set-LsRestreamPlatform -Context $ctx ls-20260119060000-Rs2nP ", "3701 3702")]
    [InlineData("New-LsRestreamTarget Y", "YOUNOW YOUTUBE")]
    [InlineData("New-LsRestreamTarget CUSTOM ", "")]
    [InlineData("Get-LsRestreamPlatform x -Status ", "Connecting Fail Publishing Ready")]
    [InlineData("New-LsRestream -PlanType ", "Professional Standard")]
    [InlineData("Invoke-LsRestMethod /vod", "/vod/channels")]
    public void Values_are_offered_where_some_are_known(string line, string expected)
    {
        using Studio studio = new(seed: true);

        Assert.Equal(expected, string.Join(' ', Complete(studio.Shell, line).Select(result => result.CompletionText).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("New-LsChannel abc -Context $ctx -QualitySetId 5", "setting000 (1280x720@30 2 Mbit/s, 854x480@30 1.2 Mbit/s)")]
    [InlineData("Get-LsQualitySet -Context $ctx -Name set", "5 setting000 (1280x720@30 2 Mbit/s, 854x480@30 1.2 Mbit/s)")]
    [InlineData("Get-LsChannel -Context $ctx -Name week", $"{Service.Weekly} weekly_show (READY)")]
    [InlineData("Get-LsQuality -Context $ctx 5", "q-720 (1280x720@30, 2 Mbit/s, H264 MAIN, AAC 128k)")]
    public void Qualities_and_sets_tell_their_sizes_and_bit_rates(string line, string toolTip)
    {
        using Studio studio = new(seed: true);

        Assert.Equal(toolTip, Assert.Single(Complete(studio.Shell, line)).ToolTip);
    }

    [Fact]
    public void Channels_that_were_made_elsewhere_appear_after_a_while()
    {
        LaterTime time = new();
        using Studio studio = new(seed: true, time: time);
        Assert.Equal(4, Complete(studio.Shell, "Get-LsChannel -Context $ctx -ChannelId ").Count);
        string made = studio.Emulator.Channels.Add("made_elsewhere");

        Assert.Equal(4, Complete(studio.Shell, "Get-LsChannel -Context $ctx -ChannelId ").Count);
        time.Later = TimeSpan.FromMinutes(1);

        Assert.Contains(made, Complete(studio.Shell, "Get-LsChannel -Context $ctx -ChannelId ").Select(result => result.CompletionText));
    }

    private sealed class LaterTime : TimeProvider
    {
        public TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
    }

    [Fact]
    public void A_service_that_does_not_answer_holds_a_key_press_up_for_a_second_at_the_most()
    {
        using Studio studio = new(seed: true);
        studio.Line.Before = static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        Complete(studio.Shell, "Get-LsChannel -Status Pub");
        Stopwatch watch = Stopwatch.StartNew();

        IReadOnlyList<CompletionResult> found = Complete(studio.Shell, "Get-LsChannel -Context $ctx -ChannelId ls-");

        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 10);
        Assert.DoesNotContain(found, result => result.CompletionText.StartsWith("ls-", StringComparison.Ordinal));
        Assert.True(SpinWait.SpinUntil(() => studio.Line.Open == 0, TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("refused")]
    [InlineData("rubbish")]
    public void A_service_that_fails_leaves_a_prompt_without_suggestions_and_without_an_error(string kind)
    {
        using Studio studio = new(seed: true);
        studio.Emulator.Faults.Add((kind switch { "reset" => Fault.Reset(), "refused" => Fault.Error(401, 200), _ => Fault.BadJson(3) }).Always());

        Assert.DoesNotContain(Complete(studio.Shell, "Get-LsChannel -Context $ctx -ChannelId ls-"), result => result.CompletionText.StartsWith("ls-", StringComparison.Ordinal));
        Assert.Equal("0", studio.Run("$Error.Count").Quiet().Texts()[0]);
    }

    [Theory]
    [InlineData("Get-LsChannel -ChannelId ls-")]
    [InlineData("Export-LsRecording -RecordId 29")]
    [InlineData("Export-LsRecording -BucketName b")]
    public void Without_an_account_there_is_nothing_to_suggest_and_no_prompt(string line)
    {
        using Shell shell = new();

        Assert.DoesNotContain(Complete(shell, line), result => result.ResultType == CompletionResultType.ParameterValue);
        Assert.Equal("0", shell.Run("$Error.Count").Quiet().Texts()[0]);
    }

    [Theory]
    [InlineData("Save-LsRecording -FileName ", "'{ChannelId}/{RecordId}_{FileName}'")]
    [InlineData("Save-LsRecording -FileName '{ChannelId}/{recordid", "'{ChannelId}/{RecordId}'")]
    [InlineData("Save-LsRecording -FileName '{ChannelId}/{RecordBegin", "'{ChannelId}/{RecordBeginTime}'")]
    [InlineData("Save-LsRecording -FileName '{RecordBeginTime:yyyy", "")]
    [InlineData("Save-LsRecording -FileName '{ChannelId}/show", "")]
    public void A_template_of_file_names_is_completed_with_the_usual_one_and_with_what_it_can_hold(string line, string expected)
    {
        using Shell shell = new();

        Assert.Equal(expected, string.Join(" ", Complete(shell, line).Select(result => result.CompletionText)));
    }

    private static IReadOnlyList<CompletionResult> Complete(Shell shell, string line)
    {
        shell.Set("line", line);
        return shell.Run("(TabExpansion2 $line $line.Length).CompletionMatches").Quiet().Of<CompletionResult>();
    }
}
