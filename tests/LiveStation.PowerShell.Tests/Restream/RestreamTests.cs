using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Restream;

public sealed class RestreamTests : IDisposable
{
    private readonly Studio _studio = new();

    public RestreamTests()
    {
        _studio.Shell.Set("key", new NetworkCredential("", "a-key").SecurePassword);
        _studio.Shell.Set("login", new PSCredential("user", new NetworkCredential("", "password").SecurePassword));
        _studio.Run("$target = New-LsRestreamTarget YOUTUBE rtmp://a.example/live2 $key").Quiet();
    }

    public void Dispose() => _studio.Dispose();

    [Fact]
    public void A_broadcast_of_two_targets_of_which_one_fails_and_is_corrected()
    {
        RestreamChannel made = Assert.Single(_studio.Run("$made = New-LsRestream evening $target, (New-LsRestreamTarget chzzk -RtmpUrl rtmp://b.example/app -StreamKey $key) -Wait; $made").Quiet().Of<RestreamChannel>());
        Assert.Equal((ChannelStatus.Ready, PlanType.Standard, "YOUTUBE, CHZZK"), (made.ChannelStatus, made.PlanType, made.Relay));
        string id = made.ChannelId!;
        long chzzk = _studio.Emulator.Restream.PlatformIds(id)[1];
        _studio.Emulator.Restream.Break(chzzk);

        _studio.Emulator.Restream.StartPublishing(id);
        Assert.Equal("YOUTUBE Publishing, CHZZK Fail", Assert.Single(_studio.Run("$made | Get-LsRestream").Quiet().Of<RestreamChannel>()).Relay);
        RestreamPlatform failed = Assert.Single(_studio.Run("$failed = Get-LsRestream | Get-LsRestreamPlatform -Status Fail; $failed").Quiet().Of<RestreamPlatform>());
        Assert.Equal((id, chzzk, "CHZZK"), (failed.ChannelId, failed.PlatId, failed.TargetName));

        ErrorRecord busy = _studio.Run("$failed | Set-LsRestreamPlatform -StreamKey $key").OneError();
        Assert.StartsWith("ChannelPublishing,", busy.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Get-LsRestream shows Ready", busy.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        _studio.Emulator.Restream.StopPublishing(id);
        Assert.Empty(_studio.Run("$failed | Set-LsRestreamPlatform -StreamKey $key").Quiet().Output);
        _studio.Emulator.Restream.StartPublishing(id);
        Assert.Equal("YOUTUBE Publishing, CHZZK Publishing", _studio.Run($"Get-LsRestream {id}").Quiet().Of<RestreamChannel>()[0].Relay);

        _studio.Emulator.Restream.StopPublishing(id);
        Assert.Equal(ChannelStatus.Deleted, Assert.Single(_studio.Run("$made | Remove-LsRestream -Force -PassThru").Quiet().Of<RestreamChannel>()).ChannelStatus);
    }

    [Fact]
    public void Targets_through_the_pipeline_become_one_re_stream_each_once()
    {
        RestreamChannel made = Assert.Single(_studio.Run("$target, $target, (New-LsRestreamTarget CUSTOM rtmp://b.example $key -Credential $login) | New-LsRestream evening -EnvType Dev").Quiet().Of<RestreamChannel>());

        Assert.Equal(["YOUTUBE", "CUSTOM"], made.Restream.Select(target => target.TargetName));
        Assert.Equal(EnvType.Dev, made.EnvType);
        RecordedRequest request = Assert.Single(_studio.Writes);
        Assert.Equal("user", (string?)Studio.Body(request)["restream"]![1]!["id"]);
        Assert.Equal("password", (string?)Studio.Body(request)["restream"]![1]!["password"]);
    }

    [Theory]
    [InlineData("New-LsRestream evening @()", "ParameterArgumentValidationError")]
    [InlineData("New-LsRestream evening $null", "ParameterArgumentValidationError")]
    [InlineData("New-LsRestream ev $target", "ParameterArgumentValidationError")]
    [InlineData("New-LsRestream evening $targets", "RestreamTargetLimitExceeded")]
    [InlineData("New-LsRestream evening $targets -WhatIf", "RestreamTargetLimitExceeded")]
    [InlineData("New-LsRestream evening ($targets + $more) -PlanType Professional", "RestreamTargetLimitExceeded")]
    [InlineData("New-LsRestream evening $target -PlanType Unknown", "ParameterArgumentValidationError")]
    [InlineData("New-LsRestreamTarget CUSTOM http://a.example $key", "ParameterArgumentValidationError")]
    [InlineData("New-LsRestreamTarget CUSTOM rtmp:// $key", "ParameterArgumentValidationError")]
    [InlineData("New-LsRestreamTarget CUSTOM rtmp://a.example ([securestring]::new())", "ParameterArgumentTransformationError")]
    [InlineData("New-LsRestreamTarget CUSTOM rtmp://a.example $null", "ParameterArgumentValidationError")]
    [InlineData("New-LsRestreamTarget '' rtmp://a.example $key", "ParameterArgumentValidationError")]
    [InlineData("Set-LsRestreamPlatform ls-1 1", "NothingToChange")]
    public void What_is_known_to_be_wrong_is_refused_before_anything_is_sent(string script, string errorId)
    {
        _studio.Run("$targets = 1..4 | ForEach-Object { New-LsRestreamTarget CUSTOM \"rtmp://$_.example\" $key }; $more = 5..6 | ForEach-Object { New-LsRestreamTarget CUSTOM \"rtmp://$_.example\" $key }").Quiet();

        ErrorRecord error = _studio.Shell.Terminating(script);

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_studio.Emulator.Requests);
    }

    [Fact]
    public void Four_targets_need_the_larger_plan_and_are_told_so()
    {
        _studio.Run("$targets = 1..4 | ForEach-Object { New-LsRestreamTarget CUSTOM \"rtmp://$_.example\" $key }").Quiet();

        ErrorRecord error = _studio.Shell.Terminating("New-LsRestream evening $targets");

        Assert.Contains("one to three targets, and 4 were given", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-PlanType Professional", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(PlanType.Professional, Assert.Single(_studio.Run("New-LsRestream evening $targets -PlanType PROFESSIONAL").Quiet().Of<RestreamChannel>()).PlanType);
    }

    [Fact]
    public void What_if_says_what_would_be_made_or_changed_and_sends_nothing()
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE");
        long relay = _studio.Emulator.Restream.PlatformIds(id)[0];

        _studio.Run($"New-LsRestream evening $target -WhatIf; Set-LsRestreamPlatform {id} {relay} -StreamKey $key -RtmpUrl rtmp://b.example -WhatIf; Remove-LsRestream {id} -WhatIf");

        Assert.Contains("\"Make a re-stream: Standard, to YOUTUBE\" on target \"evening\"", _studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains($"\"Set address, stream key\" on target \"{id}/{relay} YOUTUBE Ready\"", _studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains("\"Delete the re-stream and its targets for good\"", _studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Empty(_studio.Writes);
    }

    [Fact]
    public void A_list_asks_for_the_relays_of_what_it_writes_and_no_others()
    {
        string evening = _studio.Emulator.Restream.Add("evening", "YOUTUBE");
        _studio.Emulator.Restream.Add("morning", "YOUTUBE");

        Assert.Equal("evening", Assert.Single(_studio.Run("Get-LsRestream -Name eve*").Quiet().Of<RestreamChannel>()).ChannelName);
        Assert.Equal(["GET /re-stream/channels?pageNo=1&pageSizeNo=100", $"GET /re-stream/channels/{evening}/platforms"], _studio.Calls);

        _studio.Emulator.ClearRequests();
        Assert.Equal([null, null], _studio.Run("Get-LsRestream -SkipPlatform").Quiet().Of<RestreamChannel>().Select(channel => channel.Relay));
        Assert.Single(_studio.Calls);
    }

    [Fact]
    public void By_id_each_is_asked_for_once_with_its_relays_and_one_that_is_not_there_is_one_error()
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE");

        Outcome outcome = _studio.Run($"Get-LsRestream {id}, ls-nope, {id}");

        Assert.Equal(2, outcome.Output.Count);
        ErrorRecord error = outcome.OneError();
        Assert.StartsWith("ChannelNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("ls-nope", error.TargetObject);
        Assert.Contains("Run Get-LsRestream", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_nothing_has_is_an_error_and_with_wildcards_an_answer()
    {
        _studio.Emulator.Restream.Add("evening", "YOUTUBE");

        ErrorRecord error = _studio.Run("Get-LsRestream -Name evening, nope").OneError();

        Assert.Contains("nope: no re-stream of this account and region has that name", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Get-LsRestream", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_studio.Run("Get-LsRestream -Name nope*").Quiet().Output);
        Assert.Empty(_studio.Run("Get-LsRestream -Status Publishing").Quiet().Output);
    }

    // One whose relays cannot be asked is there all the same.
    [Theory]
    [InlineData("Get-LsRestream")]
    [InlineData("Get-LsRestream $id")]
    public void A_re_stream_whose_relays_cannot_be_asked_is_written_with_one_error(string script)
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE");
        _studio.Shell.Set("id", id);
        _studio.Emulator.Faults.Add((Fault.Error(500) with { PathContains = "/platforms" }).Always());

        Outcome outcome = _studio.Run(script);

        Assert.Equal(id, Assert.Single(outcome.Of<RestreamChannel>()).ChannelId);
        Assert.Equal(id, outcome.OneError().TargetObject);
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_one_error_and_no_name_is_called_missing()
    {
        _studio.Emulator.Faults.Add(Fault.Error(500).Always());

        ErrorRecord error = _studio.Run("Get-LsRestream -Name evening").OneError();

        Assert.Contains("The list of re-streams could not be read", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_gone_is_not_asked_for_its_relays()
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE");
        _studio.Run($"Remove-LsRestream {id} -Force").Quiet();
        _studio.Emulator.ClearRequests();

        Assert.Equal(ChannelStatus.Deleted, Assert.Single(_studio.Run("Get-LsRestream").Quiet().Of<RestreamChannel>()).ChannelStatus);
        Assert.Single(_studio.Calls);
    }

    [Fact]
    public void Relays_are_chosen_by_number_name_and_state()
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE", "CHZZK", "CUSTOM");
        IReadOnlyList<long> numbers = _studio.Emulator.Restream.PlatformIds(id);
        _studio.Shell.Set("id", id);
        _studio.Emulator.Restream.Break(numbers[2]);
        _studio.Emulator.Restream.StartPublishing(id);

        Assert.Equal(numbers, Numbers("Get-LsRestreamPlatform $id"));
        Assert.Equal([numbers[0], numbers[1]], Numbers("Get-LsRestreamPlatform $id -TargetName you*, chzzk"));
        Assert.Equal([numbers[2]], Numbers("Get-LsRestreamPlatform $id -Status FAIL"));
        Assert.Equal([numbers[1]], Numbers($"Get-LsRestreamPlatform $id -PlatformId {numbers[1]}"));
        Assert.Equal([numbers[1]], Numbers($"(Get-LsRestreamPlatform $id)[1] | Get-LsRestreamPlatform"));
        Assert.Equal([numbers[2]], Numbers("Get-LsRestream | ForEach-Object { $_.Platforms } | Where-Object Status -eq Fail"));
        ErrorRecord error = _studio.Run("Get-LsRestreamPlatform $id -PlatformId 1").OneError();
        Assert.StartsWith("RestreamPlatformNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_several_goes_on_after_one_that_is_not_there()
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE", "CHZZK");
        IReadOnlyList<long> numbers = _studio.Emulator.Restream.PlatformIds(id);

        Outcome outcome = _studio.Run($"Set-LsRestreamPlatform {id} {numbers[0]}, 1, {numbers[1]}, {numbers[0]} -StreamKey $key -PassThru");

        Assert.Equal(numbers, outcome.Of<RestreamPlatform>().Select(platform => platform.PlatId!.Value));
        Assert.Equal($"{id}/1", outcome.OneError().TargetObject);
        Assert.Equal(2, _studio.Writes.Count);
    }

    [Fact]
    public void A_change_sends_what_stays_again_and_nothing_that_was_masked()
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE");

        _studio.Run($"Get-LsRestreamPlatform {id} | Set-LsRestreamPlatform -RtmpUrl rtmp://new.example/x").Quiet();

        Assert.Equal("""{"rtmpUrl":"rtmp://new.example/x","streamKey":"made-up-key"}""", _studio.Writes[0].Body);
    }

    // No page says what a change does with a login that it leaves out, and the service never tells the password.
    [Fact]
    public void A_target_with_a_login_is_changed_with_its_login_only()
    {
        string id = Assert.Single(_studio.Run("New-LsRestream evening (New-LsRestreamTarget CUSTOM rtmp://b.example $key -Credential $login)").Quiet().Of<RestreamChannel>()).ChannelId!;
        _studio.Emulator.ClearRequests();

        ErrorRecord error = _studio.Run($"Get-LsRestreamPlatform {id} | Set-LsRestreamPlatform -StreamKey $key").OneError();

        Assert.StartsWith("RestreamValueNeeded,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Credential", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_studio.Writes);
        _studio.Run($"Get-LsRestreamPlatform {id} | Set-LsRestreamPlatform -StreamKey $key -Credential $login").Quiet();
        Assert.Equal("user", (string?)Studio.Body(Assert.Single(_studio.Writes))["streamId"]);
    }

    [Fact]
    public void A_hidden_key_of_a_channel_serves_as_the_key_of_a_target()
    {
        _studio.Shell.Set("live", new StreamKey("its-key"));

        Assert.Equal("its-key", _studio.Run("(New-LsRestreamTarget LIVESTATION rtmp://a.example $live).StreamKey.Reveal()").Quiet().Texts()[0]);
    }

    [Fact]
    public void One_on_air_cannot_be_removed_and_the_advice_is_about_re_streams()
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE");
        _studio.Emulator.Restream.StartPublishing(id);

        ErrorRecord error = _studio.Run($"Remove-LsRestream {id} -Force").OneError();

        Assert.StartsWith("ChannelNotReady,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Get-LsRestream shows Ready", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal([id], _studio.Emulator.Restream.Ids);
    }

    [Fact]
    public void Objects_and_their_parts_go_to_the_account_that_they_came_from()
    {
        using Studio other = new();
        string id = other.Emulator.Restream.Add("evening", "YOUTUBE", "CHZZK");
        _studio.Shell.Set("other", other.Context);
        _studio.Run("$PSDefaultParameterValues.Clear(); $null = Connect-LsAccount -Context $ctx; $it = Get-LsRestream -Context $other").Quiet();

        _studio.Run("$it.Platforms | Set-LsRestreamPlatform -StreamKey $key; $it | Remove-LsRestream -Force").Quiet();

        Assert.Equal(3, other.Writes.Count);
        Assert.DoesNotContain(id, other.Emulator.Restream.Ids);
        Assert.Empty(_studio.Emulator.Requests);
    }

    [Fact]
    public void A_wait_ends_when_it_is_ready()
    {
        using Studio slow = new(Studio.AtOnce with { ChannelCreation = TimeSpan.FromMinutes(2) });
        slow.Shell.Set("key", new NetworkCredential("", "a-key").SecurePassword);
        slow.Run("$target = New-LsRestreamTarget YOUTUBE rtmp://a.example/live2 $key").Quiet();

        Assert.Equal(ChannelStatus.Creating, Assert.Single(slow.Run("New-LsRestream evening $target").Quiet().Of<RestreamChannel>()).ChannelStatus);
        Outcome outcome = slow.Run("New-LsRestream evening $target -Wait");

        Assert.Equal(ChannelStatus.Ready, Assert.Single(outcome.Of<RestreamChannel>()).ChannelStatus);
        Assert.Contains(outcome.Progress, progress => progress.StatusDescription.Contains("CREATING", StringComparison.Ordinal));
    }

    [Fact]
    public void Stop_ends_a_wait_and_the_re_stream_is_made_all_the_same()
    {
        using EndlessTime time = new();
        using Studio slow = new(Studio.AtOnce with { ChannelCreation = TimeSpan.FromHours(1) }, time: time);
        slow.Shell.Set("key", new NetworkCredential("", "a-key").SecurePassword);
        using Running running = slow.Shell.Start("New-LsRestream evening (New-LsRestreamTarget YOUTUBE rtmp://a.example/live2 $key) -Wait");
        time.AwaitWait(TestContext.Current.CancellationToken);

        Outcome outcome = running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.State);
        Assert.Empty(outcome.Errors);
        Assert.Equal(0, slow.Line.Open);
        Assert.Single(slow.Emulator.Restream.Ids);
    }

    [Fact]
    public void A_copy_keeps_targets_and_relays()
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE", "CHZZK");
        _studio.Shell.Set("id", id);

        RestreamChannel copy = Assert.Single(_studio.Run("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LsRestream $id)))").Quiet().Of<RestreamChannel>());

        Assert.Equal("YOUTUBE Ready, CHZZK Ready", copy.Relay);
        Assert.Equal(["YOUTUBE", "CHZZK"], copy.Restream.Select(target => target.TargetName));
    }

    [Fact]
    public void Within_a_re_stream_targets_and_relays_show_by_their_names()
    {
        string id = _studio.Emulator.Restream.Add("evening", "YOUTUBE");

        Assert.Equal(["TargetName", "TargetName"], _studio.Run($"$made = Get-LsRestream {id}; $made.Restream, $made.Platforms | ForEach-Object {{ $_[0].PSStandardMembers.DefaultDisplayProperty }}").Quiet().Texts());
    }

    private IEnumerable<long> Numbers(string script) => _studio.Run(script).Quiet().Of<RestreamPlatform>().Select(platform => platform.PlatId!.Value);
}
