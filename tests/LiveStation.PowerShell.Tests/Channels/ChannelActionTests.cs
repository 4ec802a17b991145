using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Channels;

/// <summary>What is done to a channel as a whole, and the question before it.</summary>
public class ChannelActionTests
{
    public static TheoryData<string, string> Destructive => new()
    {
        { $"Remove-LsChannel {Service.Weekly}", $"DELETE /channels/{Service.Weekly}" },
        { $"Disable-LsChannel {Service.Weekly}", $"PUT /channels/{Service.Weekly}/off" },
        { $"Set-LsChannelCdn {Service.Weekly} -CdnInstanceNo 4938 -ProfileId 1008", $"POST /channels/{Service.Weekly}/cdnInfo" },
        { $"Remove-LsRecording {Service.PageExample} 298", $"DELETE /channels/{Service.PageExample}/records" },
        { "Remove-LsQuality 6", "DELETE /qualityProfiles/6" },
        { "Remove-LsQualitySet 5", "DELETE /qualitySets/5" },
    };

    [Theory]
    [InlineData("Get-LsRecording | Remove-LsChannel -Force")]
    [InlineData("Get-LsRecording | Disable-LsChannel -Force")]
    [InlineData("Get-LsRecording | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 1)) } | Remove-LsChannel -Force")]
    public void Recordings_are_no_channels_to_end(string script)
    {
        using Studio studio = new();
        studio.Channel(2);

        Outcome outcome = studio.Run(script);

        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.All(outcome.Errors, error => Assert.Contains("Remove-LsRecording", error.Exception.Message, StringComparison.Ordinal));
        Assert.Empty(studio.Writes);
    }

    [Theory]
    [MemberData(nameof(Destructive))]
    public void What_destroys_asks_first_and_a_no_sends_nothing(string script, string call)
    {
        using Studio studio = new(seed: true);
        AskingHost host = new("No");

        host.Run(studio, script).Quiet();

        Assert.Contains(call.Split('/')[2], Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [MemberData(nameof(Destructive))]
    public void A_yes_sends_it_once(string script, string call)
    {
        using Studio studio = new(seed: true);
        AskingHost host = new("Yes");

        host.Run(studio, script).Quiet();

        Assert.Single(host.Questions);
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

    [Theory]
    [MemberData(nameof(Destructive))]
    public void Confirm_false_does_not_ask_either(string script, string call)
    {
        using Studio studio = new(seed: true);
        AskingHost host = new("No");

        host.Run(studio, script + " -Confirm:$false").Quiet();

        Assert.Empty(host.Questions);
        Assert.Equal(call, Assert.Single(studio.Calls));
    }

    [Theory]
    [MemberData(nameof(Destructive))]
    public void Who_forces_and_wants_to_be_asked_is_asked(string script, string call)
    {
        using Studio studio = new(seed: true);
        AskingHost host = new("No");

        host.Run(studio, script + " -Force -Confirm").Quiet();

        Assert.Single(host.Questions);
        Assert.DoesNotContain(call, studio.Calls);
    }

    [Theory]
    [MemberData(nameof(Destructive))]
    public void WhatIf_is_stronger_than_Force(string script, string call)
    {
        using Studio studio = new(seed: true);

        studio.Run(script + " -WhatIf -Force").Quiet();
        studio.Run($"$WhatIfPreference = $true; {script} -Force").Quiet();

        Assert.Empty(studio.Emulator.Requests);
        Assert.Equal(2, studio.Shell.Host.Text.Split("What if:").Length - 1);
        Assert.Contains(call.Split('/')[2], studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_deletes_a_channel_is_told_what_goes_with_it()
    {
        using Studio studio = new(seed: true);

        studio.Run($"Remove-LsChannel {Service.Weekly} -WhatIf").Quiet();

        Assert.Contains("its recordings that are in no bucket yet can no longer be exported", studio.Shell.Host.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_has_no_other_is_told_where_to_look()
    {
        using Studio studio = new();

        ErrorRecord error = studio.Run($"Switch-LsStream {studio.OnAir()}").OneError();

        Assert.Contains("backup encoder", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"Remove-LsChannel {Service.News} -Force")]
    [InlineData($"Get-LsChannel {Service.News} | Remove-LsChannel -Force")]
    public void A_channel_on_air_cannot_be_deleted(string script)
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run(script).OneError();

        Assert.Equal("ChannelNotReady,LiveStation.PowerShell.RemoveLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidOperation, error.CategoryInfo.Category);
        Assert.Equal(Service.News, error.TargetObject);
        Assert.Equal(250114, Assert.IsType<LiveStationApiException>(error.Exception).Code);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Contains(Service.News, studio.Emulator.Channels.Ids);
    }

    [Fact]
    public void Channels_are_deleted_and_one_that_cannot_be_fails_alone()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run("Get-LsChannel | Remove-LsChannel -Force -PassThru");

        Assert.Equal([Service.PageExample, Service.Weekly], outcome.Of<Channel>().Select(channel => channel.ChannelId));
        Assert.Equal([Service.News, Service.Event], outcome.Errors.Select(error => (string)error.TargetObject));
        Assert.Equal([Service.News, Service.Event], studio.Emulator.Channels.Ids);
    }

    [Fact]
    public void A_channel_is_stopped_and_started()
    {
        using Studio studio = new(seed: true);

        Assert.Empty(studio.Run($"Disable-LsChannel {Service.News} -Force").Quiet().Output);
        Assert.Equal(ChannelStatus.Block, studio.Run($"Get-LsChannel {Service.News}").Quiet().Of<Channel>()[0].ChannelStatus);
        Assert.Equal(ChannelStatus.Ready, Assert.Single(studio.Run($"Enable-LsChannel {Service.News} -PassThru").Quiet().Of<Channel>()).ChannelStatus);
    }

    [Fact]
    public void The_stream_is_switched_to_the_backup_and_back()
    {
        using Studio studio = new(seed: true);

        Assert.True(studio.Run($"Switch-LsStream {Service.News}; Get-LsChannel {Service.News}").Quiet().Of<Channel>()[0].IsPublishingBackUp);
        Assert.False(studio.Run($"Switch-LsStream {Service.News}; Get-LsChannel {Service.News}").Quiet().Of<Channel>()[0].IsPublishingBackUp);
    }

    [Theory]
    [InlineData($"Switch-LsStream {Service.Weekly}", "ChannelNotPublishing")]
    [InlineData($"Get-LsStreamMetadata {Service.Weekly}", "ChannelNotPublishing")]
    public void What_needs_a_broadcast_says_so(string script, string errorId)
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run(script).OneError();

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(Service.Weekly, error.TargetObject);
    }

    [Theory]
    [InlineData("Enable-LsChannel")]
    [InlineData("Switch-LsStream")]
    [InlineData("Start-LsRecording")]
    [InlineData("Stop-LsRecording")]
    public void What_can_be_undone_does_not_ask_but_tells_under_WhatIf(string command)
    {
        using Studio studio = new(seed: true);

        studio.Run($"{command} {Service.News} -WhatIf").Quiet();

        Assert.Empty(studio.Emulator.Requests);
        Assert.Contains(Service.News, studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_question_shows_the_name_where_it_was_seen()
    {
        using Studio studio = new(seed: true);
        AskingHost host = new("No");

        host.Run(studio, $"Get-LsChannel {Service.News} | Remove-LsChannel").Quiet();

        Assert.Contains("아침뉴스", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.DoesNotContain(studio.Calls, call => call.StartsWith("DELETE", StringComparison.Ordinal));
    }
}
