using System;
using System.Linq;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Runtime;

/// <summary>A write whose answer is lost may have run: it is never sent again, and the error says how to look.</summary>
public class LostAnswerTests
{
    private const string Target = "(New-LsRestreamTarget YOUTUBE rtmp://a.example/x ([System.Net.NetworkCredential]::new('', 'k').SecurePassword))";

    public static TheoryData<string, string> Writes => new()
    {
        { "New-LsChannel morning_news 3 -ProfileId 1", "Get-LsChannel -Name morning_news" },
        { $"Set-LsChannel {Service.Weekly} -Name renamed", $"Get-LsChannel {Service.Weekly}" },
        { $"Remove-LsChannel {Service.Weekly} -Force", $"Get-LsChannel {Service.Weekly}" },
        { $"Disable-LsChannel {Service.Weekly} -Force", $"Get-LsChannel {Service.Weekly}" },
        { $"Enable-LsChannel {Service.Event}", $"Get-LsChannel {Service.Event}" },
        { $"Switch-LsStream {Service.News}", $"Get-LsChannel {Service.News}" },
        { $"Set-LsChannelCdn {Service.Weekly} -CdnInstanceNo 1 -ProfileId 1 -Force", $"Get-LsChannel {Service.Weekly}" },
        { "New-LsVodChannel night_show 3 -ProfileId 1", "Get-LsVodChannel -Name night_show" },
        { $"Set-LsVodChannel {Service.Vod} -Name renamed", $"Get-LsVodChannel {Service.Vod}" },
        { $"Remove-LsVodChannel {Service.Vod} -Force", $"Get-LsVodChannel {Service.Vod}" },
        { $"Disable-LsVodChannel {Service.Vod} -Force", $"Get-LsVodChannel {Service.Vod}" },
        { $"Enable-LsVodChannel {Service.Vod}", $"Get-LsVodChannel {Service.Vod}" },
        { $"Set-LsVodChannelCdn {Service.Vod} -CdnInstanceNo 1 -ProfileId 1 -Force", $"Get-LsVodChannel {Service.Vod}" },
        { $"New-LsVodSchedule {Service.Vod} ([datetime]::UtcNow.AddDays(1)) b/a.mp4", $"Get-LsVodSchedule -ChannelId {Service.Vod}" },
        { "Set-LsVodSchedule 10060 -VodList b/a.mp4", "Get-LsVodSchedule 10060" },
        { "Remove-LsVodSchedule 10060 -Force", "Get-LsVodSchedule 10060" },
        { $"Stop-LsRecording {Service.News}", $"Get-LsRecording {Service.News}" },
        { "New-LsCurtainContent show-archive /a.mp4", "Get-LsCurtainContent" },
        { "Remove-LsCurtainContent 415 -Force", "Get-LsCurtainContent 415" },
        { $"Start-LsCurtain {Service.News} 413", $"Get-LsServiceUrl {Service.News}" },
        { $"Stop-LsCurtain {Service.News}", $"Get-LsServiceUrl {Service.News}" },
        { $"New-LsSnapshot {Service.News}", $"Get-LsSnapshot {Service.News}" },
        { $"New-LsShortClip {Service.News} 7526 -EndTime 1m -BucketName b", $"Get-LsShortClip {Service.News} 7526" },
        { "Export-LsRecording 298 b", "Get-LsRecording" },
        { $"Remove-LsRecording {Service.PageExample} 298 -Force", $"Get-LsRecording {Service.PageExample}" },
        { $"New-LsRestream morning_news {Target}", "Get-LsRestream -Name morning_news" },
        { $"Remove-LsRestream {Service.WeeklyRelay} -Force", $"Get-LsRestream {Service.WeeklyRelay}" },
        { $"Get-LsRestreamPlatform {Service.WeeklyRelay} -TargetName YOUTUBE | Set-LsRestreamPlatform -RtmpUrl rtmp://a.example/x", $"Get-LsRestreamPlatform {Service.WeeklyRelay}" },
        { $"Invoke-LsRestMethod /channels/{Service.Event}/on -Method Put", "-Method Get" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_write_whose_answer_is_lost_is_sent_once_and_the_error_says_how_to_look(string script, string look)
    {
        using Studio studio = new(seed: true, maxAttempts: 3);
        foreach (string method in new[] { "POST", "PUT", "DELETE" })
        {
            studio.Emulator.Faults.Add(Fault.Reset(afterWork: true).On(method).Always());
        }

        ErrorRecord error = studio.Run(script).OneError();

        Assert.Single(studio.Writes);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("may have been carried out", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(look, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_ends_early_is_no_reason_to_make_a_second_channel()
    {
        using Studio studio = new(maxAttempts: 3);
        studio.Emulator.Faults.Add(Fault.CutBody(20).On("POST").Always());

        ErrorRecord error = studio.Run("New-LsChannel morning_news 3 -ProfileId 1").OneError();

        Assert.Single(studio.Emulator.Channels.Ids);
        Assert.Contains("Get-LsChannel -Name morning_news", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_that_was_throttled_has_not_run_and_goes_again()
    {
        using Studio studio = new(maxAttempts: 3);
        studio.Emulator.Faults.Add(Fault.Throttle().On("POST"));

        Assert.Single(studio.Run("New-LsChannel morning_news 3 -ProfileId 1").Quiet().Output);

        Assert.Single(studio.Emulator.Channels.Ids);
        Assert.Equal([429, 200], studio.Writes.Select(request => request.StatusCode!.Value));
    }

    [Fact]
    public void An_export_whose_answer_was_lost_can_simply_be_run_again()
    {
        using Studio studio = new(Studio.AtOnce with { Transfer = TimeSpan.FromHours(1) });
        studio.Channel(3);
        studio.Emulator.Faults.Add(Fault.Reset(afterWork: true).On("POST"));

        Outcome first = studio.Run("Get-LsRecording | Export-LsRecording -BucketName b");
        Outcome second = studio.Run("Get-LsRecording | Export-LsRecording -BucketName b").Quiet();

        Assert.Equal(3, Assert.IsType<string[]>(first.OneError().TargetObject).Length);
        Assert.Contains("3 recordings in one call", first.OneError().ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(3, second.Of<RecordingUpload>().Count);
        Assert.Single(studio.Writes);
    }
}
