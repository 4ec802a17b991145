using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using LiveStation.Tests.Support;
using Xunit;

namespace LiveStation.PowerShell.Tests.Events;

public class CallbackTests
{
    private const string Secret = "https://user:login-marker@hooks.example/live?token=token-marker";

    [Fact]
    public async Task A_callback_that_was_set_is_received_by_a_plain_listener()
    {
        using CallbackListener listener = new();
        using Studio studio = new();
        studio.Shell.Set("address", listener.Address);
        string id = studio.Emulator.Channels.Add("live");

        studio.Run("Set-LsCallback $address").Quiet();
        studio.Emulator.Channels.StartPublishing(id);
        await listener.ArrivalAsync(TestContext.Current.CancellationToken);

        studio.Shell.Set("body", listener.Bodies[0]);
        Event received = studio.Run("[LiveStation.Event]::Parse($body)").Quiet().Of<Event>()[0];
        Event listed = Assert.Single(studio.Run($"Get-LsPublishLog {id}").Quiet().Of<Event>());
        Assert.Equal((listed.ChannelId, listed.EventCode, listed.Timestamp, listed.LogLevel), (received.ChannelId, received.EventCode, received.Timestamp, received.LogLevel));
        Assert.Equal((EventCode.PublishStart, id), (received.EventCode, received.ChannelId));
        Assert.NotNull(received.EventId);
    }

    [Fact]
    public async Task The_callback_of_a_channel_wins_for_it_alone()
    {
        using CallbackListener all = new();
        using CallbackListener own = new();
        using Studio studio = new();
        studio.Shell.Set("all", all.Address);
        studio.Shell.Set("own", own.Address);
        string id = studio.Emulator.Channels.Add("own");
        string other = studio.Emulator.Channels.Add("other");

        Channel channel = Assert.Single(studio.Run($"Set-LsCallback $all; Get-LsChannel -Name own | Set-LsCallback $own -PassThru").Quiet().Of<Channel>());
        studio.Emulator.Events.Write(id, "A");
        studio.Emulator.Events.Write(other, "B");
        await studio.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal(own.Address, channel.CallbackEndpoint);
        Assert.Equal("A", Event.Parse(Assert.Single(own.Bodies)).EventCodeText);
        Assert.Equal("B", Event.Parse(Assert.Single(all.Bodies)).EventCodeText);
    }

    [Fact]
    public void The_two_calls_have_names_of_their_own_for_the_address()
    {
        using Studio studio = new();
        string id = studio.Emulator.Channels.Add("live");

        studio.Run($"Set-LsCallback https://hooks.example; Set-LsCallback https://hooks.example -ChannelId {id}, {id}, {id}").Quiet();

        Assert.Equal(["POST /events/callbackEndpoint", $"POST /channels/{id}/callbackEndpoint"], studio.Writes.Select(Studio.Call));
        Assert.Equal(["""{"callbackUrl":"https://hooks.example"}""", """{"callbackEndpoint":"https://hooks.example"}"""], studio.Writes.Select(request => request.Body));
    }

    [Theory]
    [InlineData("Get-LsRestream -SkipPlatform | Set-LsCallback https://hooks.example -PassThru", "/re-stream/channels/")]
    [InlineData("Set-LsCallback https://hooks.example (Get-LsRestream -SkipPlatform) -PassThru", "/re-stream/channels/")]
    [InlineData("Set-LsCallback https://hooks.example -RestreamChannelId (Get-LsRestream -SkipPlatform).ChannelId -PassThru", "/re-stream/channels/")]
    [InlineData("Get-LsVodChannel | Set-LsCallback https://hooks.example -PassThru", "/vod/channels/")]
    [InlineData("Set-LsCallback https://hooks.example -VodChannelId (Get-LsVodChannel).ChannelId -PassThru", "/vod/channels/")]
    [InlineData("(Get-LsChannel).ChannelId | Set-LsCallback https://hooks.example -PassThru", "/channels/")]
    public void Each_kind_of_channel_has_a_call_of_its_own(string script, string path)
    {
        using Studio studio = new(seed: true);

        IReadOnlyList<string> addresses = studio.Run($"{script} | ForEach-Object {{ $_.CallbackEndpoint.OriginalString }}").Quiet().Texts();

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Equal("https://hooks.example", address));
        Assert.Equal(addresses.Count, studio.Writes.Count);
        Assert.All(studio.Writes, write => Assert.Matches($"^POST {path}ls-[^/]+/callbackEndpoint$", Studio.Call(write)));
    }

    [Fact]
    public void What_is_set_can_be_got_and_nothing_is_where_nothing_is_set()
    {
        using Studio studio = new();

        Assert.Empty(studio.Run("Get-LsCallback").Quiet().Output);
        studio.Run($"Set-LsCallback '{Secret}'").Quiet();

        Callback callback = Assert.Single(studio.Run("Get-LsCallback").Quiet().Of<Callback>());
        Assert.Equal(Secret, callback.RevealCallbackUrl()!.OriginalString);
        Assert.NotNull(callback.UpdateTime);
    }

    [Theory]
    [InlineData("$null | Set-LsCallback https://hooks.example")]
    [InlineData("Set-LsCallback https://hooks.example -ChannelId $null")]
    [InlineData("@() | Set-LsCallback https://hooks.example")]
    [InlineData("Get-LsChannel -Name no* | Set-LsCallback https://hooks.example")]
    [InlineData("$recording | Set-LsCallback https://hooks.example")]
    [InlineData("Set-LsCallback https://hooks.example -ChannelId $recording")]
    [InlineData("Get-LsEvent | Set-LsCallback https://hooks.example")]
    [InlineData("Get-LsNotificationManager | Set-LsCallback https://hooks.example")]
    [InlineData("Set-LsCallback https://hooks.example @()")]
    [InlineData("Set-LsCallback https://hooks.example -VodChannelId $recording")]
    [InlineData("Set-LsCallback https://hooks.example -WhatIf")]
    [InlineData("Set-LsCallback hooks.example")]
    [InlineData("Set-LsCallback ftp://hooks.example")]
    [InlineData("Set-LsCallback ''")]
    public void What_was_not_meant_for_all_channels_never_becomes_their_callback(string script)
    {
        using Studio studio = new();
        (string id, _) = studio.Channel(1);
        studio.Run($"$recording = @(Get-LsRecording {id})[0]").Quiet();

        studio.Run(script);

        Assert.Empty(studio.Writes);
    }

    [Theory]
    [InlineData("Set-LsCallback $secret -PassThru -Verbose -Debug")]
    [InlineData("Set-LsCallback $secret -WhatIf")]
    [InlineData("Get-LsChannel | Set-LsCallback $secret -PassThru -Verbose -Debug")]
    [InlineData("Set-LsCallback $secret; Get-LsCallback; Get-LsCallback | Format-List *; \"$(Get-LsCallback)\"")]
    [InlineData("Set-LsCallback $secret; [System.Management.Automation.PSSerializer]::Serialize((Get-LsCallback), 5)")]
    [InlineData("Set-LsCallback $secret -ChannelId ls-none")]
    [InlineData("Set-LsCallback ftp://user:login-marker@a/token-marker")]
    [InlineData("$ctx.Emulator.Faults.Add([LiveStation.Emulator.Fault]::Error(400, 250001, \"no: $secret\")); Set-LsCallback $secret; $Error | Format-List * -Force")]
    public void No_login_and_no_token_shows(string script)
    {
        using Studio studio = new();
        studio.Emulator.Channels.Add("live");
        studio.Shell.Set("secret", Secret);

        Outcome outcome = studio.Run($"$DebugPreference = 'Continue'; $seen = & {{ {script} }} *>&1; $seen | ForEach-Object {{ \"$_\" }}; $seen | Out-Host");

        string text = studio.Shell.Host.Text + string.Join('\n', outcome.Texts().Concat(outcome.Errors.Select(error => error.ToString() + error.Exception)));
        Assert.NotEmpty(text);
        Assert.DoesNotContain("token-marker", text.Replace(script, "", StringComparison.Ordinal).Replace("ftp://user:login-marker@a/token-marker", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("login-marker", text.Replace(script, "", StringComparison.Ordinal).Replace("ftp://user:login-marker@a/token-marker", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_is_not_there_is_one_error_and_the_others_go_on()
    {
        using Studio studio = new();
        string id = studio.Emulator.Channels.Add("live");

        ErrorRecord error = studio.Run($"Set-LsCallback https://hooks.example -ChannelId ls-none, {id}").OneError();

        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.SetLsCallbackCommand", error.FullyQualifiedErrorId);
        Assert.Equal(2, studio.Writes.Count);
    }
}
