using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Channels;

public class SetLsChannelCdnTests
{
    [Fact]
    public void One_channel_goes_by_its_own_call()
    {
        using Studio studio = new();
        string id = studio.Emulator.Channels.Add("news");

        studio.Run($"Set-LsChannelCdn {id} -CdnInstanceNo 4938 -ProfileId 1008 -Force").Quiet();

        Assert.Equal($"POST /channels/{id}/cdnInfo", Assert.Single(studio.Calls));
        Assert.Equal("""{"cdn":{"cdnInstanceNo":4938,"profileId":1008}}""", studio.Writes[0].Body);
    }

    [Fact]
    public void A_pipeline_of_channels_goes_by_one_call()
    {
        using Studio studio = new();
        string[] ids = Enumerable.Range(1, 20).Select(number => studio.Emulator.Channels.Add($"news_{number}")).ToArray();

        Outcome outcome = studio.Run("Get-LsChannel | Set-LsChannelCdn -CdnInstanceNo 4938 -ProfileId 1008 -Force -PassThru").Quiet();

        Assert.Equal("POST /channels/cdnInfo", Studio.Call(Assert.Single(studio.Writes)));
        Assert.Equal(ids, Studio.Body(studio.Writes[0])["channelList"]!.AsArray().Select(id => (string)id!));
        Assert.Equal(ids, outcome.Of<Channel>().Select(channel => channel.ChannelId));
        Assert.All(outcome.Of<Channel>(), channel => Assert.Equal((4938, 1008), (channel.CdnInstanceNo, channel.ProfileId)));
    }

    [Theory]
    [InlineData("unknown", "ChannelNotFound")]
    [InlineData("on air", "ChannelPublishing")]
    [InlineData("blocked", "ResourceNotAvailable")]
    public void One_bad_channel_of_three_fails_alone(string kind, string errorId)
    {
        using Studio studio = new();
        string first = studio.Emulator.Channels.Add("first");
        string last = studio.Emulator.Channels.Add("last");
        string bad = kind == "unknown" ? "nope" : studio.OnAir();
        if (kind == "blocked")
        {
            studio.Run($"Disable-LsChannel {bad} -Force").Quiet();
        }

        Outcome outcome = studio.Run($"Set-LsChannelCdn {first}, {bad}, {last} -CdnInstanceNo 4938 -ProfileId 1008 -Force -PassThru");

        ErrorRecord error = outcome.OneError();
        Assert.Equal(errorId + ",LiveStation.PowerShell.SetLsChannelCdnCommand", error.FullyQualifiedErrorId);
        Assert.Equal(bad, error.TargetObject);
        Assert.Equal([first, last], outcome.Of<Channel>().Select(channel => channel.ChannelId));
        Assert.All(outcome.Of<Channel>(), channel => Assert.Equal(4938, channel.CdnInstanceNo));
    }

    [Fact]
    public void WhatIf_names_each_channel_and_sends_nothing()
    {
        using Studio studio = new();
        string first = studio.Emulator.Channels.Add("first");
        string last = studio.Emulator.Channels.Add("last");

        studio.Run($"Set-LsChannelCdn {first}, {last} -CdnInstanceNo 4938 -ProfileId 1008 -WhatIf").Quiet();

        Assert.Empty(studio.Emulator.Requests);
        Assert.Contains(first, studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains(last, studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains("CDN 4938, profile 1008", studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_that_is_about_all_is_one_error_with_all_channels_of_the_call()
    {
        using Studio studio = new();
        string first = studio.Emulator.Channels.Add("first");
        string last = studio.Emulator.Channels.Add("last");
        studio.Emulator.Faults.Add(LiveStation.Emulator.Fault.Error(403, 210).On("POST"));

        Outcome outcome = studio.Run($"Set-LsChannelCdn {first}, {last} -CdnInstanceNo 4938 -ProfileId 1008 -Force");

        Assert.Equal([first, last], Assert.IsType<string[]>(outcome.OneError().TargetObject));
        Assert.Equal(ErrorCategory.PermissionDenied, outcome.OneError().CategoryInfo.Category);
        Assert.Single(studio.Writes);
    }
}
