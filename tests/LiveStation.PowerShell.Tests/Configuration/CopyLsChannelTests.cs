using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Xunit;

namespace LiveStation.PowerShell.Tests.Configuration;

public class CopyLsChannelTests
{
    [Fact]
    public void A_copy_is_like_the_channel_but_for_its_name()
    {
        using Account account = new();
        account.Write("all.json", Account.Everything);
        account.Run("Sync-LsConfiguration all.json -Force");
        int before = account.Studio.Writes.Count;

        Channel copy = Assert.Single(account.Run("Get-LsChannel -Name morning_news | Copy-LsChannel -ChannelName evening_news").Of<Channel>());

        Assert.Equal(("evening_news", ChannelStatus.Ready), (copy.ChannelName, copy.ChannelStatus));
        account.Run("Get-LsChannel -Name morning_news | Export-LsConfiguration one.json; Get-LsChannel -Name evening_news | Export-LsConfiguration two.json").Quiet();
        JsonNode[] both = [.. new[] { "one.json", "two.json" }.Select(file => JsonNode.Parse(account.Read(file))!["channels"]![0]!)];
        foreach (JsonNode channel in both)
        {
            foreach (string own in new[] { "channelName", "alertOn", "alertChangeStatus", "alertStreamFailOver" })
            {
                // Who gets notices is told by no operation, so they are not copied.
                channel.AsObject().Remove(own);
            }
        }

        Assert.Equal(both[0].ToJsonString(), both[1].ToJsonString());
        Assert.Equal(2, account.Studio.Writes.Count - before);
    }

    [Fact]
    public void A_callback_with_a_token_is_copied_and_shown_nowhere()
    {
        using Account account = new(seed: true);
        account.Run($"Set-LsCallback 'https://u:s3cret@hooks.example/a?token=s3cret' -ChannelId {Service.Weekly}");

        Outcome outcome = account.Run($"Copy-LsChannel {Service.Weekly} finals -Verbose -Debug");

        Assert.Equal("https://u:s3cret@hooks.example/a?token=s3cret", (string?)Studio.Body(account.Studio.Writes[^1])["callbackEndpoint"]);
        Assert.DoesNotContain("s3cret", string.Join('\n', outcome.Verbose.Concat(outcome.Debug).Concat(outcome.Output.Select(item => item.ToString()))), StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_are_fields_of_a_document_with_what_follows_from_them()
    {
        using Account account = new(seed: true);

        account.Run($"Copy-LsChannel {Service.Event} finals -Override @{{ UseDVR = $true; envType = 'DEV'; recordSaveType = [LiveStation.RecordSaveType]::NoRecord; cdnRegionType = 'JAPAN'; qualitySet = 'small' }}");

        JsonNode sent = Studio.Body(account.Studio.Writes[0]);
        Assert.Equal((true, "DEV", "NO_RECORD", 1), ((bool)sent["useDvr"]!, (string?)sent["envType"], (string?)sent["record"]!["type"], (int)sent["qualitySetId"]!));
        Assert.Equal("""{"createCdn":true,"cdnType":"GLOBAL_EDGE","profileId":4207,"regionType":"JAPAN"}""", sent["cdn"]!.ToJsonString());
        Assert.Equal("Is useDvr meant?", account.Studio.Shell.Terminating($"Copy-LsChannel {Service.Event} finals2 -Override @{{ useDrv = $true }}").ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Several_copies_have_numbers_and_a_name_that_is_taken_makes_none()
    {
        using Account account = new(seed: true);

        Assert.Equal(["team_01", "team_02", "team_03"], account.Run($"Copy-LsChannel {Service.Weekly} team -Count 3").Of<Channel>().Select(copy => copy.ChannelName));
        int before = account.Studio.Writes.Count;
        Assert.StartsWith("ChannelNameTaken", account.Studio.Shell.Terminating($"Copy-LsChannel {Service.Weekly} team_02").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChannelNameTooLong", account.Studio.Shell.Terminating($"Copy-LsChannel {Service.Weekly} a_very_long_name_18 -Count 2").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(account.Run($"Copy-LsChannel {Service.Weekly} other -WhatIf").Output);
        Assert.Equal(before, account.Studio.Writes.Count);
    }

    [Fact]
    public void Into_another_account_what_belongs_to_this_one_is_asked_for_first()
    {
        using Account account = new(seed: true);
        Service other = new(seed: false);
        Service financial = new(seed: false, zone: Zone.Financial);
        account.Studio.Shell.Set("other", other.Context);
        account.Studio.Shell.Set("financial", financial.Context);

        ErrorRecord error = account.Studio.Shell.Terminating($"Copy-LsChannel {Service.Weekly} finals -ToContext $other");
        Assert.StartsWith("CopyNeedsOverride", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("profileId", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Requests, request => !request.StartsWith("GET", StringComparison.Ordinal));

        account.Run($"Copy-LsChannel {Service.Weekly} finals -ToContext $other -Override @{{ profileId = 77 }}");
        Assert.Single(other.Emulator.Channels.Ids);
        account.Run("New-LsChannel with_drm 3 -ProfileId 1 -DrmSiteId S -DrmContentId abc");
        ErrorRecord drm = account.Studio.Shell.Terminating("Copy-LsChannel (Get-LsChannel -Name with_drm).ChannelId finals -ToContext $financial");
        Assert.Contains("no DRM", drm.Exception.Message, StringComparison.Ordinal);
        account.Run("Copy-LsChannel (Get-LsChannel -Name with_drm).ChannelId finals -ToContext $financial -Override @{ drmSiteId = $null; drmContentId = $null }");

        Assert.Single(financial.Emulator.Channels.Ids);
        Assert.Empty(account.Run("Get-LsChannel -Name finals*").Output);
    }
}
