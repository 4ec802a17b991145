using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.ShortClips;

public class ShortClipTests
{
    private const string Copy = "function Copy-It($it) { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it, 1)) }; ";

    private static readonly Pace Slow = Studio.AtOnce with { ShortClipCreation = TimeSpan.FromHours(1) };

    [Fact]
    public void A_clip_is_cut_where_it_was_asked_for()
    {
        using Studio studio = With7526();

        ShortClip clip = Assert.Single(studio.Run("New-LsShortClip $snapshot -StartTime 10s -EndTime 0:00:40.5 -BucketName archive -FilePath /clips -AccessControl PublicRead").Quiet().Of<ShortClip>());

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"startTime":10000,"endTime":40500,"shortclip":{"output":{"accessControl":"PUBLIC_READ","bucketName":"archive","filePath":"/clips"}}}"""),
            Studio.Body(studio.Writes[^1])));
        Assert.Equal((101, 7526, "archive"), (clip.ShortClipId, clip.SnapshotId, clip.BucketName));
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40.5)), (clip.StartTime, clip.EndTime));
    }

    [Fact]
    public void Two_clips_are_cut_and_waited_for()
    {
        using Studio studio = With7526(Studio.AtOnce with { ShortClipCreation = TimeSpan.FromMilliseconds(100) });

        Outcome outcome = studio.Run("$(New-LsShortClip $snapshot -EndTime 30s -BucketName b; New-LsShortClip $snapshot -StartTime 30s -EndTime 1m -BucketName b) | Wait-LsShortClip");

        Assert.Empty(outcome.Errors);
        Assert.Equal([101, 102], outcome.Of<ShortClip>().Select(clip => clip.ShortClipId));
        Assert.All(outcome.Of<ShortClip>(), clip => Assert.Equal((ShortClipStatus.Completed, TimeSpan.FromSeconds(30)), (clip.Status, clip.Duration)));
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)], outcome.Of<ShortClip>().Select(clip => clip.EndTime));
    }

    [Fact]
    public void The_same_snapshot_given_three_times_is_one_clip()
    {
        using Studio studio = With7526();

        Assert.Single(studio.Run("$snapshot, $snapshot, $snapshot | New-LsShortClip -EndTime 1s -BucketName b").Quiet().Output);
        Assert.Single(studio.Run("New-LsShortClip $id 7526, 7526 -EndTime 1s -BucketName b").Quiet().Output);
        Assert.Equal(3, studio.Writes.Count);
    }

    [Theory]
    [InlineData("-StartTime 40s -EndTime 10s -BucketName b", "ClipEndBeforeStart", "is no length")]
    [InlineData("-EndTime 0.05s -BucketName b", "ClipTooShort", "100 milliseconds")]
    [InlineData("-StartTime 3h -EndTime 5h -BucketName b", "ClipTooLong", "four hours")]
    [InlineData("-EndTime 10s -BucketName b -FilePath clips", "FilePathForm", "short clip: -FilePath is a folder in the bucket and begins with a slash")]
    public void What_cannot_be_cut_is_refused_before_anything_is_sent(string parameters, string errorId, string words)
    {
        using Studio studio = With7526();
        int before = studio.Calls.Count;

        ErrorRecord error = studio.Shell.Terminating($"New-LsShortClip $snapshot {parameters} -WhatIf");

        Assert.Equal($"{errorId},LiveStation.PowerShell.NewLsShortClipCommand", error.FullyQualifiedErrorId);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, studio.Calls.Count);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("'10'")]
    public void A_bare_number_is_no_time(string end)
    {
        using Studio studio = With7526();

        Assert.Contains("with a unit", studio.Shell.Terminating($"New-LsShortClip $snapshot -EndTime {end} -BucketName b").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_behind_the_snapshot_is_the_services_own_refusal_and_the_next_goes_on()
    {
        using Studio studio = With7526();

        Outcome outcome = studio.Run("$long = New-LsSnapshot $id 8m; $snapshot, $long | New-LsShortClip -EndTime 7m -BucketName b");

        Assert.Equal("InvalidFormat,LiveStation.PowerShell.NewLsShortClipCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Equal(7527, Assert.Single(outcome.Of<ShortClip>()).SnapshotId);
    }

    [Fact]
    public void WhatIf_says_span_and_place_and_sends_nothing()
    {
        using Studio studio = With7526();
        int before = studio.Writes.Count;

        studio.Run("New-LsShortClip $snapshot -StartTime 10s -EndTime 40s -BucketName archive -FilePath /clips -WhatIf");

        Assert.Contains("Cut a short clip: 0:00:10 to 0:00:40, to archive/clips (Private)", studio.Shell.Host.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(before, studio.Writes.Count);
    }

    [Theory]
    [InlineData("Get-LsShortClip $id 7526")]
    [InlineData("Get-LsShortClip $id")]
    [InlineData("$snapshot | Get-LsShortClip")]
    [InlineData("Get-LsShortClip $snapshot")]
    [InlineData("Get-LsChannel $id | Get-LsShortClip")]
    [InlineData("$clips | Get-LsShortClip")]
    [InlineData("Get-LsShortClip $id -ShortClipId 101, 102")]
    [InlineData("[pscustomobject]@{ ChannelId = $id; SnapshotId = '7526' } | Get-LsShortClip")]
    [InlineData("$clips | ForEach-Object { [pscustomobject]@{ ChannelId = $id; ShortClipId = \"$($_.ShortClipId)\" } } | Get-LsShortClip")]
    [InlineData("Copy-It $clips | Get-LsShortClip")]
    public void Clips_are_found_by_their_snapshot_their_channel_their_ids_and_rows_and_their_spans_are_remembered(string script)
    {
        using Studio studio = With7526();
        studio.Run("$clips = @(New-LsShortClip $snapshot -EndTime 30s -BucketName b; New-LsShortClip $snapshot -StartTime 30s -EndTime 1m -BucketName b)").Quiet();

        IReadOnlyList<ShortClip> clips = studio.Run(Copy + script).Quiet().Of<ShortClip>();

        Assert.Equal([101, 102], clips.Select(clip => clip.ShortClipId));
        Assert.All(clips, clip => Assert.Equal($"{studio.Shell.Get("id")} 7526 Completed", $"{clip.ChannelId} {clip.SnapshotId} {clip.Status}"));
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)], clips.Select(clip => clip.EndTime));
    }

    [Fact]
    public void One_state_is_asked_for_and_several_are_picked_here()
    {
        using Studio studio = new(seed: true);

        Assert.Equal([103], studio.Run($"Get-LsShortClip {Service.News} 7526 -ShortClipStatus UPLOAD_FAIL").Quiet().Of<ShortClip>().Select(clip => clip.ShortClipId));
        Assert.Equal([101, 102, 103], studio.Run($"Get-LsShortClip {Service.News} 7526 -Status Completed, UploadFail").Quiet().Of<ShortClip>().Select(clip => clip.ShortClipId));
        Assert.Equal([$"GET /channels/{Service.News}/7526/shortclips?shortclipStatus=UPLOAD_FAIL", $"GET /channels/{Service.News}/7526/shortclips"], studio.Calls);
    }

    [Fact]
    public void One_bad_id_of_several_is_one_error()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run($"Get-LsShortClip {Service.News} -ShortClipId 101, 7, 102");

        Assert.Equal($"{Service.News}/7", outcome.OneError().TargetObject);
        Assert.Equal([101, 102], outcome.Of<ShortClip>().Select(clip => clip.ShortClipId));
    }

    [Theory]
    [InlineData("PROCESSING_FAIL")]
    [InlineData("UPLOAD_FAIL")]
    public void A_clip_that_fails_ends_its_wait_with_an_error_beside_the_object(string status)
    {
        using Studio studio = With7526(Slow);
        studio.Run("$clip = New-LsShortClip $snapshot -EndTime 30s -BucketName b").Quiet();
        studio.Emulator.ShortClips.Fail(101, status);

        Outcome outcome = studio.Run("$clip | Wait-LsShortClip");

        ErrorRecord error = outcome.OneError();
        Assert.Equal("WaitFailedState,LiveStation.PowerShell.WaitLsShortClipCommand", error.FullyQualifiedErrorId);
        Assert.Contains(status, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("New-LsShortClip", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(status, Assert.Single(outcome.Of<ShortClip>()).StatusText);
        Assert.Single(studio.Run("$clip | Wait-LsShortClip -ShortClipStatus ProcessingFail, UploadFail").Quiet().Output);
    }

    [Fact]
    public void A_clip_without_an_id_cannot_be_waited_for()
    {
        using Studio studio = new();

        ErrorRecord error = studio.Run("[LiveStation.ShortClip] @{ ChannelId = 'ls-1'; SnapshotId = 7 } | Wait-LsShortClip").OneError();

        Assert.StartsWith("ShortClipIdMissing,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith(": the answer to its creation named no id to ask for it by. Nothing was sent.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("Run Get-LsShortClip with the channel and the snapshot to find it.", error.ErrorDetails.RecommendedAction);
        Assert.Empty(studio.Calls);
    }

    [Fact]
    public void A_clip_without_an_id_needs_no_account_to_be_told()
    {
        using Shell shell = new();

        ErrorRecord error = shell.Run("[LiveStation.ShortClip] @{ ChannelId = 'ls-1'; SnapshotId = 7 } | Wait-LsShortClip").OneError();

        Assert.StartsWith("ShortClipIdMissing,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_without_its_channel_is_one_error_and_the_others_are_waited_for()
    {
        using Studio studio = With7526();

        Outcome outcome = studio.Run("$clip = New-LsShortClip $snapshot -EndTime 30s -BucketName b; [LiveStation.ShortClip] @{ ShortClipId = 7 }, $clip | Wait-LsShortClip");

        Assert.Equal("ChannelIdMissing,LiveStation.PowerShell.WaitLsShortClipCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.StartsWith("The short clip 7 was given without its channel", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(101, Assert.Single(outcome.Of<ShortClip>()).ShortClipId);
    }

    [Fact]
    public void Clips_are_waited_for_by_their_ids()
    {
        using Studio studio = With7526(Studio.AtOnce with { ShortClipCreation = TimeSpan.FromMinutes(1) });
        studio.Run("$null = New-LsShortClip $snapshot -EndTime 30s -BucketName b; $null = New-LsShortClip $snapshot -EndTime 1m -BucketName b").Quiet();

        Outcome outcome = studio.Run("Wait-LsShortClip $id 101, 102, 101 Completed");

        Assert.Equal([101, 102], outcome.Of<ShortClip>().Select(clip => clip.ShortClipId));
        Assert.Equal("Waiting for Completed", outcome.Progress[0].Activity);
        Assert.Equal($"{studio.Shell.Get("id")}/7", studio.Run("Wait-LsShortClip $id 7").OneError().TargetObject);
    }

    [Fact]
    public void A_clip_is_waited_for_where_its_channel_came_from()
    {
        using Studio studio = With7526();
        using Studio other = new();
        studio.Shell.Set("other", other.Context);

        Assert.Single(studio.Run("$channel = Get-LsChannel $id; $null = New-LsShortClip $snapshot -EndTime 30s -BucketName b; $PSDefaultParameterValues.Clear(); $null = Connect-LsAccount -Context $other; Wait-LsShortClip $channel 101").Quiet().Output);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public void Ctrl_C_in_a_pause_is_back_at_once_with_nothing_pending()
    {
        using EndlessTime time = new();
        using Studio studio = With7526(Slow, time);
        studio.Run("$clip = New-LsShortClip $snapshot -EndTime 30s -BucketName b").Quiet();
        using Running running = studio.Shell.Start("Wait-LsShortClip $clip");
        time.AwaitWait(TestContext.Current.CancellationToken);

        Outcome outcome = running.Stop();

        Assert.Equal(0, studio.Line.Open);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void The_view_shows_span_and_state()
    {
        using Studio studio = With7526();

        studio.Run("New-LsShortClip $snapshot -StartTime 10s -EndTime 0:00:40.5 -BucketName archive | Wait-LsShortClip | Out-Default").Quiet();

        Assert.Matches(@"101 Completed +0:00:10 +0:00:40\.5", studio.Shell.Host.Text);
    }

    [Fact]
    public void Ids_complete_with_what_they_are_beside_them()
    {
        using Studio studio = With7526();
        studio.Run("New-LsShortClip $snapshot -StartTime 10s -EndTime 40s -BucketName archive > $null").Quiet();

        Assert.Contains("0:01:00, until", Complete(studio, "Get-LsShortClip -Context $ctx -SnapshotId ").ToolTip, StringComparison.Ordinal);
        Assert.Contains("0:00:10 to 0:00:40 (CREATING)", Complete(studio, "Wait-LsShortClip -Context $ctx -ShortClipId ").ToolTip, StringComparison.Ordinal);
        Assert.Equal("archive", Complete(studio, "New-LsShortClip -Context $ctx -BucketName ").CompletionText);
    }

    private static CompletionResult Complete(Studio studio, string line)
    {
        studio.Shell.Set("line", line);
        return Assert.Single(studio.Run("(TabExpansion2 $line $line.Length).CompletionMatches").Quiet().Of<CompletionResult>());
    }

    // $id is a channel that is being recorded, $snapshot its snapshot of one minute, number 7526.
    private static Studio With7526(Pace? pace = null, TimeProvider? time = null)
    {
        Studio studio = new(pace, time: time);
        studio.Shell.Set("id", studio.Recorded());
        studio.Run("$snapshot = New-LsSnapshot $id").Quiet();
        return studio;
    }
}
