using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.ShortClips;

public class SnapshotTests
{
    [Fact]
    public void A_snapshot_is_made_of_each_channel_once()
    {
        using Studio studio = new();
        (string first, string second) = (studio.Recorded("one"), studio.Recorded("two"));

        Outcome outcome = studio.Run($"'{first}', '{second}', '{first}' | New-LsSnapshot -LimitedDuration 10m").Quiet();

        Assert.Equal([first, second], outcome.Of<Snapshot>().Select(snapshot => snapshot.ChannelId));
        Assert.All(outcome.Of<Snapshot>(), snapshot => Assert.Equal(TimeSpan.FromMinutes(10), snapshot.Duration));
        Assert.Equal([$"POST /channels/{first}/snapshot?limitedDuration=10", $"POST /channels/{second}/snapshot?limitedDuration=10"], studio.Calls);
    }

    [Theory]
    [InlineData("90s", "1.5")]
    [InlineData("99h", "5940")]
    [InlineData("0s", "0")]
    public void A_length_that_is_no_1_to_240_minutes_is_refused_in_words(string span, string minutes)
    {
        using Studio studio = new();

        ErrorRecord error = studio.Shell.Terminating($"New-LsSnapshot {studio.Recorded()} {span} -WhatIf");

        Assert.Equal("SnapshotLengthForm,LiveStation.PowerShell.NewLsSnapshotCommand", error.FullyQualifiedErrorId);
        Assert.Contains($"1 to 240 whole minutes back, and {minutes} min were asked for", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Fact]
    public void A_channel_without_a_time_machine_is_one_error_and_the_rest_goes_on()
    {
        using Studio studio = new();
        (string bad, string good) = (studio.OnAir(), studio.Recorded());

        Outcome outcome = studio.Run($"New-LsSnapshot {bad}, {good}");

        Assert.Equal("DvrNotEnabled,LiveStation.PowerShell.NewLsSnapshotCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Equal(good, Assert.Single(outcome.Of<Snapshot>()).ChannelId);
    }

    [Fact]
    public void WhatIf_says_what_would_be_made_and_sends_nothing()
    {
        using Studio studio = new();

        studio.Run($"New-LsSnapshot {studio.Recorded()} 3m -WhatIf");

        Assert.Contains("Make a snapshot of the last 3 min", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Theory]
    [InlineData("Get-LsSnapshot $id 7526")]
    [InlineData("Get-LsSnapshot $id")]
    [InlineData("$snapshot | Get-LsSnapshot")]
    [InlineData("Get-LsSnapshot $snapshot")]
    [InlineData("$clip | Get-LsSnapshot")]
    [InlineData("Get-LsChannel $id | Get-LsSnapshot")]
    [InlineData("[pscustomobject]@{ ChannelId = $id; SnapshotId = '7526' } | Get-LsSnapshot")]
    [InlineData("[pscustomobject]@{ ChannelId = $id; SnapshotId = '' } | Get-LsSnapshot")]
    [InlineData("Get-LsSnapshot -InputObject ([pscustomobject]@{ ChannelId = $id; SnapshotId = 7526 })")]
    public void A_snapshot_is_found_by_its_ids_its_channel_its_clip_and_rows(string script)
    {
        using Studio studio = new();
        studio.Shell.Set("id", studio.Recorded());
        studio.Run("$snapshot = New-LsSnapshot $id; $clip = New-LsShortClip $snapshot -EndTime 1s -BucketName b").Quiet();

        Snapshot snapshot = Assert.Single(studio.Run(script).Quiet().Of<Snapshot>());

        Assert.Equal($"{studio.Shell.Get("id")} 7526", $"{snapshot.ChannelId} {snapshot.SnapshotId}");
        Assert.EndsWith("/snapshot/7526", studio.Calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_names_no_snapshot_is_an_error_that_says_where_it_comes_from()
    {
        using Studio studio = new();
        string id = studio.Recorded();

        ErrorRecord error = studio.Run($"Get-LsSnapshot {id}").OneError();

        Assert.Equal("SnapshotNotFound,LiveStation.PowerShell.GetLsSnapshotCommand", error.FullyQualifiedErrorId);
        Assert.Equal((ErrorCategory.ObjectNotFound, id), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Contains("New-LsSnapshot", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_snapshot_is_not_looked_for_among_recordings()
    {
        using Studio studio = new();

        ErrorRecord error = studio.Run($"Get-LsSnapshot {studio.Recorded()} 1").OneError();

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("Get-LsSnapshot", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("Recording", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_ends_when_the_snapshot_can_be_played()
    {
        using Studio studio = new(Studio.AtOnce with { SnapshotPreparation = TimeSpan.FromMinutes(1) });

        Outcome outcome = studio.Run($"$made = New-LsSnapshot {studio.Recorded()}; $made.SnapshotUrl; $made, $made | Wait-LsSnapshot");

        Assert.Empty(outcome.Errors);
        Assert.NotNull(Assert.IsType<Snapshot>(outcome.Output[^1].BaseObject).SnapshotUrl);
        Assert.Contains("without an address", outcome.Progress[0].StatusDescription, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_that_takes_too_long_says_that_clips_need_no_address()
    {
        using Studio studio = new(Studio.AtOnce with { SnapshotPreparation = TimeSpan.FromHours(1) });

        ErrorRecord error = studio.Shell.Terminating($"$ProgressPreference = 'SilentlyContinue'; New-LsSnapshot {studio.Recorded()} | Wait-LsSnapshot -TimeoutSec 1");

        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Matches("^Waited 1 s for the address of a snapshot, and .*/7526 is without an address\\.$", error.ToString());
        Assert.Contains("New-LsShortClip", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_expires_before_it_can_be_played_ends_its_wait()
    {
        using Studio studio = new();
        studio.Line.Answer = "{\"content\":{\"snapshot\":{\"snapshotId\":7526,\"expireTime\":1755590100000}}}";

        Outcome outcome = studio.Run("Wait-LsSnapshot ls-1 7526");

        ErrorRecord error = outcome.OneError();
        Assert.StartsWith("WaitFailedState,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("/7526 is expired: what was waited for cannot be reached from there.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("A snapshot is kept for an hour; make another one with New-LsSnapshot.", error.ErrorDetails.RecommendedAction);
        Assert.Single(outcome.Of<Snapshot>());
    }

    [Fact]
    public void The_view_shows_how_long_it_is_and_how_long_it_is_kept()
    {
        using Studio studio = new();

        studio.Run($"New-LsSnapshot {studio.Recorded()} 8m | Out-Default").Quiet();

        Assert.Matches(@"7526 +0:08:00 \d\d-\d\d \d\d:\d\d +0h 59m https://", studio.Shell.Host.Text);
    }
}
