using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Curtains;

public class CurtainContentTests
{
    private static readonly Pace Slow = Studio.AtOnce with { CurtainCreation = TimeSpan.FromHours(1) };

    [Theory]
    [InlineData("New-LsCurtainContent archive /curtain/notice.png, /curtain/music.mp3")]
    [InlineData("'/curtain/notice.png', '/curtain/music.mp3' | New-LsCurtainContent archive")]
    public void All_files_of_a_command_go_in_one_call(string script)
    {
        using Studio studio = new();

        CurtainContent content = Assert.Single(studio.Run(script).Quiet().Of<CurtainContent>());

        Assert.Equal((413, "notice.png, music.mp3"), (content.ContentId, content.FileName));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"content":[{"bucketName":"archive","filePath":"/curtain/notice.png"},{"bucketName":"archive","filePath":"/curtain/music.mp3"}]}"""),
            Studio.Body(Assert.Single(studio.Writes))));
    }

    [Theory]
    [InlineData("/music.mp3", "CurtainSoundAlone", "with a picture")]
    [InlineData("notice.png", "FilePathForm", "slash")]
    [InlineData("(1..11 | ForEach-Object { \"/$_.mp4\" })", "CurtainFilesTooMany", "ten files")]
    public void What_cannot_be_a_curtain_is_refused_before_anything_is_sent(string files, string errorId, string words)
    {
        using Studio studio = new();

        ErrorRecord error = studio.Shell.Terminating($"New-LsCurtainContent archive {files} -WhatIf");

        Assert.Equal($"{errorId},LiveStation.PowerShell.NewLsCurtainContentCommand", error.FullyQualifiedErrorId);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Theory]
    [InlineData("Get-LsChannel | New-LsCurtainContent archive")]
    [InlineData("@() | New-LsCurtainContent archive")]
    public void What_is_no_path_makes_nothing(string script)
    {
        using Studio studio = new();
        studio.Emulator.Channels.Add("one");

        studio.Run(script);

        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void WhatIf_names_the_files_and_sends_nothing()
    {
        using Studio studio = new();

        studio.Run("New-LsCurtainContent archive /a.mp4, /b.mp4 -WhatIf");

        Assert.Contains("\"Make curtain content\" on target \"archive/a.mp4, archive/b.mp4\"", studio.Shell.Host.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Fact]
    public void The_eleventh_content_is_the_services_own_refusal()
    {
        using Studio studio = new();
        studio.Emulator.Curtain.Add(10);

        Assert.Contains("can not exceed 10", studio.Run("New-LsCurtainContent archive /a.mp4").OneError().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_pages_come_and_filters_pick()
    {
        using Studio studio = new();
        studio.Emulator.Curtain.Add(120);
        studio.Emulator.Curtain.Add(1, "PROCESSING_FAIL", "b/broken.mp4");

        Assert.Equal(121, studio.Run("Get-LsCurtainContent").Quiet().Output.Count);
        Assert.Single(studio.Run("Get-LsCurtainContent -Status ProcessingFail").Quiet().Output);
        Assert.Contains("status=PROCESSING_FAIL", studio.Calls[^1], StringComparison.Ordinal);
        Assert.Single(studio.Run("Get-LsCurtainContent -Name brok*").Quiet().Output);
        Assert.Equal(121, studio.Run("Get-LsCurtainContent -Status Ready, ProcessingFail").Quiet().Output.Count);
        Assert.Equal("CurtainContentNotFound,LiveStation.PowerShell.GetLsCurtainContentCommand", studio.Run("Get-LsCurtainContent -Name notise.png").OneError().FullyQualifiedErrorId);
    }

    [Fact]
    public void One_bad_id_of_several_is_one_error()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run("Get-LsCurtainContent 413, 7, 414");

        Assert.Equal("7", outcome.OneError().TargetObject);
        Assert.Contains("Run Get-LsCurtainContent", outcome.Errors[0].ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal([413, 414], outcome.Of<CurtainContent>().Select(content => content.ContentId));
    }

    [Theory]
    [InlineData("Get-LsCurtainContent notice.png")]
    [InlineData("Remove-LsCurtainContent notice.png -Force")]
    [InlineData("Wait-LsCurtainContent notice.png")]
    public void A_name_where_an_id_belongs_is_said_so(string script)
    {
        using Studio studio = new(seed: true);

        Assert.Contains("Get-LsCurtainContent", studio.Shell.Terminating(script).ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Fact]
    public void Contents_are_deleted_once_each_after_a_question_that_names_them()
    {
        using Studio studio = new(seed: true);
        AskingHost host = new("No");

        host.Run(studio, "Get-LsCurtainContent > $null; Remove-LsCurtainContent 413").Quiet();

        Assert.Contains("413 notice.png (READY)", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
        Assert.Empty(studio.Run("Get-LsCurtainContent 413, 414, 413 | Remove-LsCurtainContent -Force").Quiet().Output);
        Assert.Equal(["DELETE /curtainContents/413", "DELETE /curtainContents/414"], studio.Writes.Select(Studio.Call));
        Assert.Equal(["Deleted", "Deleted"], studio.Run("(Get-LsCurtainContent 413, 414).Status").Quiet().Texts());
    }

    [Fact]
    public void Content_is_waited_for()
    {
        using Studio studio = new(Studio.AtOnce with { CurtainCreation = TimeSpan.FromMinutes(1) });

        Outcome outcome = studio.Run("New-LsCurtainContent archive /a.mp4 | Wait-LsCurtainContent");

        Assert.Empty(outcome.Errors);
        Assert.Equal(CurtainContentStatus.Ready, Assert.Single(outcome.Of<CurtainContent>()).Status);
        Assert.Contains("413: CREATING", outcome.Progress[0].StatusDescription, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_fails_ends_its_wait_with_an_error_beside_the_object()
    {
        using Studio studio = new(Slow);
        studio.Run("$content = New-LsCurtainContent archive /a.mp4").Quiet();
        studio.Emulator.Curtain.Fail(413);

        Outcome outcome = studio.Run("$content | Wait-LsCurtainContent");

        ErrorRecord error = outcome.OneError();
        Assert.Equal("WaitFailedState,LiveStation.PowerShell.WaitLsCurtainContentCommand", error.FullyQualifiedErrorId);
        Assert.Contains("100 MB", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("PROCESSING_FAIL", Assert.Single(outcome.Of<CurtainContent>()).StatusText);
        Assert.Single(studio.Run("$content | Wait-LsCurtainContent -Status PROCESSING_FAIL").Quiet().Output);
    }

    [Fact]
    public void Ctrl_C_in_a_pause_is_back_at_once_with_nothing_pending()
    {
        using EndlessTime time = new();
        using Studio studio = new(Slow, time: time);
        studio.Run("$content = New-LsCurtainContent archive /a.mp4").Quiet();
        using Running running = studio.Shell.Start("Wait-LsCurtainContent $content");
        time.AwaitWait(TestContext.Current.CancellationToken);

        Outcome outcome = running.Stop();

        Assert.Equal(0, studio.Line.Open);
        Assert.Empty(outcome.Errors);
    }

    [Theory]
    [InlineData("Get-LsCurtainContent -Context $ctx ", "413 414 415")]
    [InlineData("Start-LsCurtain -Context $ctx -ContentId ", "413 414 415")]
    [InlineData("Start-LsCurtain -Context $ctx -ContentId pause", "414")]
    [InlineData("Get-LsCurtainContent -Context $ctx -Name notice", "notice.png")]
    [InlineData("Wait-LsCurtainContent 1 -Status PROC", "ProcessingFail")]
    public void Ids_names_and_states_complete_and_what_is_deleted_does_not(string line, string expected)
    {
        using Studio studio = new(seed: true);
        studio.Emulator.Curtain.Add(1, "DELETED");
        studio.Shell.Set("line", line);

        Assert.Equal(expected, string.Join(' ', studio.Run("(TabExpansion2 $line $line.Length).CompletionMatches").Quiet().Of<CompletionResult>().Select(result => result.CompletionText).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_bucket_of_its_files_is_remembered_and_the_view_shows_them()
    {
        using Studio studio = new(seed: true);

        studio.Run("Get-LsCurtainContent | Out-Default").Quiet();
        studio.Shell.Set("line", "New-LsCurtainContent -Context $ctx -BucketName ");

        Assert.Equal("show-archive", Assert.Single(studio.Run("(TabExpansion2 $line $line.Length).CompletionMatches").Quiet().Of<CompletionResult>()).CompletionText);
        Assert.Matches(@"414 Ready +0:05:00 +2097152 \S+ \S+ pause\.jpg, pause\.mp3", studio.Shell.Host.Text);
    }
}
