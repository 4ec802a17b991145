using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Channels;

public class GetChannelTests
{
    [Fact]
    public void All_channels_come_as_typed_objects()
    {
        using Shell shell = Shell.On(new Service());

        IReadOnlyList<Channel> channels = shell.Run("Get-LsChannel").Quiet().Of<Channel>();

        Assert.Equal([Service.PageExample, Service.News, Service.Weekly, Service.Event], channels.Select(channel => channel.ChannelId));
        Channel news = channels[1];
        Assert.Equal("아침뉴스", news.ChannelName);
        Assert.Equal(ChannelStatus.Publishing, news.ChannelStatus);
        Assert.True(news.IsRecording);
        Assert.Equal(DateTimeKind.Local, news.RecentPublishStartTime!.Value.Kind);
        Assert.Equal(42, Math.Round((DateTime.Now - news.RecentPublishStartTime.Value).TotalMinutes));
        Assert.Equal("********", news.StreamKey!.ToString());
    }

    [Fact]
    public void All_pages_are_read()
    {
        Service service = new(seed: false);
        string[] ids = Enumerable.Range(0, 250).Select(i => service.Emulator.Channels.Add($"c{i}")).ToArray();
        using Shell shell = Shell.On(service);

        Assert.Equal(ids, shell.Run("Get-LsChannel").Quiet().Of<Channel>().Select(channel => channel.ChannelId));
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [InlineData("Get-LsChannel $id")]
    [InlineData("Get-LsChannel -ChannelId $id")]
    [InlineData("Get-LsChannel -Id $id")]
    [InlineData("$id | Get-LsChannel")]
    [InlineData("[pscustomobject]@{ ChannelId = $id } | Get-LsChannel")]
    [InlineData("[pscustomobject]@{ Id = $id } | Get-LsChannel")]
    [InlineData("Get-LsChannel $id | Get-LsChannel")]
    [InlineData("Get-LsChannel -ChannelId (Get-LsChannel -Name weekly_show)")]
    [InlineData("(Get-LsRecording $id)[0] | Get-LsChannel")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LsChannel $id))) | Get-LsChannel")]
    [InlineData("Get-LsChannel ([System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LsChannel $id), 1)))")]
    public void A_channel_is_found_by_its_id(string script)
    {
        Service service = new();
        using Shell shell = Shell.On(service);
        shell.Set("id", Service.Weekly);

        Assert.Equal("weekly_show", Assert.Single(shell.Run(script).Quiet().Of<Channel>()).ChannelName);
        Assert.Equal($"/channels/{Service.Weekly}", service.Paths[^1]);
    }

    [Theory]
    [InlineData("-Name weekly_show", "weekly_show")]
    [InlineData("-Name WEEKLY_SHOW", "weekly_show")]
    [InlineData("-Name weekly*", "weekly_show")]
    [InlineData("-Name *_*", "page_example weekly_show summer_event")]
    [InlineData("-Name 아침뉴스", "아침뉴스")]
    [InlineData("-Name 아침*, summer_event", "아침뉴스 summer_event")]
    [InlineData("-Name ?침뉴스", "아침뉴스")]
    [InlineData("-ChannelName '[sw]*'", "weekly_show summer_event")]
    [InlineData("-Name nobody*", "")]
    [InlineData("-Name weekly_show -Status Block", "")]
    [InlineData("-Name * -Status Ready", "page_example weekly_show")]
    [InlineData("-Status READY", "page_example weekly_show")]
    [InlineData("-Status Publishing", "아침뉴스")]
    [InlineData("-Status PUBLISHING", "아침뉴스")]
    [InlineData("-Status PUBLISH", "아침뉴스")]
    [InlineData("-Status BLOCK, PUBLISHING", "아침뉴스 summer_event")]
    [InlineData("-Status Creating", "")]
    [InlineData("-ChannelStatus Block", "summer_event")]
    public void Names_and_states_filter(string arguments, string expected)
    {
        using Shell shell = Shell.On(new Service());

        IReadOnlyList<Channel> channels = shell.Run("Get-LsChannel " + arguments).Quiet().Of<Channel>();

        Assert.Equal(expected, string.Join(' ', channels.Select(channel => channel.ChannelName)));
    }

    [Theory]
    [InlineData("-Name weekly", "weekly")]
    [InlineData("-Name summer*, nobody, weekly_show", "nobody")]
    [InlineData("-Name nobody -Status Ready", "nobody")]
    public void A_name_without_wildcards_that_finds_nothing_is_an_error(string arguments, string missing)
    {
        using Shell shell = Shell.On(new Service());

        ErrorRecord error = shell.Run("Get-LsChannel " + arguments).OneError();

        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.GetLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(missing, error.TargetObject);
    }

    [Fact]
    public void A_name_on_a_page_that_could_not_be_read_is_not_called_missing()
    {
        Service service = new(seed: false);
        for (int i = 0; i < 150; i++)
        {
            service.Emulator.Channels.Add("c" + i);
        }

        service.Emulator.Faults.Add(Fault.Error(403, 210).On("GET", "pageNo=2"));
        using Shell shell = Shell.On(service);

        Assert.NotEqual(ErrorCategory.ObjectNotFound, shell.Run("Get-LsChannel -Name c140").OneError().CategoryInfo.Category);
    }

    [Fact]
    public void States_filter_channels_asked_by_id_as_well()
    {
        using Shell shell = Shell.On(new Service());

        Assert.Equal("summer_event", Assert.Single(shell.Run($"Get-LsChannel {Service.News}, {Service.Event} -Status Block").Quiet().Of<Channel>()).ChannelName);
    }

    // The service finds by part, and whether it minds capitals is not documented: it is not asked.
    [Fact]
    public void A_name_is_compared_here_and_never_sent()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        shell.Run("Get-LsChannel -Name 'a&channelStatus=READY#x*', 아침뉴스 -Status Ready").Quiet();

        Assert.Equal(["pageNo", "pageSizeNo"], Assert.Single(service.Paths).Split('?')[1].Split('&').Select(pair => pair.Split('=')[0]).Order());
    }

    [Theory]
    [InlineData("-Status Ready", "channelStatus=READY")]
    [InlineData("-Status PUBLISH", "channelStatus=PUBLISHING")]
    public void A_single_state_is_narrowed_down_by_the_service(string arguments, string query)
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        shell.Run("Get-LsChannel " + arguments).Quiet();

        Assert.Contains(query, Assert.Single(service.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_id_is_one_error_about_it_and_the_rest_goes_on()
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run($"Get-LsChannel {Service.News}, nope, {Service.Event}");

        ErrorRecord error = outcome.OneError();
        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.GetLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("nope", error.TargetObject);
        Assert.Equal([Service.News, Service.Event], outcome.Of<Channel>().Select(channel => channel.ChannelId));
    }

    [Fact]
    public void A_page_that_cannot_be_had_is_one_error_after_those_before_it()
    {
        Service service = new(seed: false);
        for (int i = 0; i < 150; i++)
        {
            service.Emulator.Channels.Add("c");
        }

        service.Emulator.Faults.Add(Fault.Error(403, 210).On("GET", "pageNo=2"));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run("Get-LsChannel");

        Assert.Equal(100, outcome.Output.Count);
        Assert.Equal(ErrorCategory.PermissionDenied, outcome.OneError().CategoryInfo.Category);
    }

    [Fact]
    public void An_id_and_a_name_do_not_go_together()
    {
        using Shell shell = Shell.On(new Service());

        Assert.StartsWith("AmbiguousParameterSet", shell.Terminating("Get-LsChannel -ChannelId x -Name y").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_from_the_pipeline_asks_for_nothing()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        Assert.Empty(shell.Run("@() | Get-LsChannel; @() | Get-LsRecording; Get-LsChannel -Name nobody* | Get-LsRecording").Quiet().Output);
        Assert.Single(service.Requests);
    }
}
