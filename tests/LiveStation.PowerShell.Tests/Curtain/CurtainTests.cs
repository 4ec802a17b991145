using System;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Xunit;

namespace LiveStation.PowerShell.Tests.Curtains;

/// <summary>Start-LsCurtain and Stop-LsCurtain.</summary>
public class CurtainTests
{
    [Fact]
    public void A_curtain_covers_a_broadcast_and_is_taken_away()
    {
        using Studio studio = OnAir();

        Curtain on = Assert.Single(studio.Run("$curtain = Start-LsCurtain $id 413 -InsertTime 5m; $curtain").Quiet().Of<Curtain>());

        Assert.True(studio.Emulator.Curtain.IsOn(on.ChannelId!));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"contentId":[413],"insertTime":5}"""), Studio.Body(studio.Writes[^1])));
        Assert.Equal(TimeSpan.FromMinutes(5), on.Until - on.ResponseTime);
        Curtain off = Assert.Single(studio.Run("$curtain | Stop-LsCurtain").Quiet().Of<Curtain>());
        Assert.Equal(("False", on.ChannelId, null), ($"{off.IsLiveCurtain}", off.ChannelId, off.Until));
        Assert.False(studio.Emulator.Curtain.IsOn(on.ChannelId!));
    }

    [Fact]
    public void Without_a_time_none_is_sent_and_contents_are_taken_as_objects()
    {
        using Studio studio = OnAir();
        studio.Emulator.Curtain.Add();

        studio.Run("$contents = Get-LsCurtainContent -Status Ready; Start-LsCurtain $id $contents > $null").Quiet();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"contentId":[413,414]}"""), Studio.Body(studio.Writes[^1])));
    }

    [Fact]
    public void Each_channel_is_covered_once_and_one_that_is_off_air_is_one_error()
    {
        using Studio studio = OnAir();
        studio.Shell.Set("off", studio.Emulator.Channels.Add("off"));

        Outcome outcome = studio.Run("$off, $id, $id | Start-LsCurtain -ContentId 413");

        Assert.Equal("ChannelNotPublishing,LiveStation.PowerShell.StartLsCurtainCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Single(outcome.Of<Curtain>());
        Assert.Equal(2, studio.Writes.Count);
    }

    [Theory]
    [InlineData("30s", "0.5")]
    [InlineData("90s", "1.5")]
    [InlineData("1d", "1440")]
    public void A_time_that_is_no_1_to_10_minutes_is_refused_in_words(string span, string minutes)
    {
        using Studio studio = OnAir();

        ErrorRecord error = studio.Shell.Terminating($"Start-LsCurtain $id 413 {span} -WhatIf");

        Assert.Equal("CurtainTimeForm,LiveStation.PowerShell.StartLsCurtainCommand", error.FullyQualifiedErrorId);
        Assert.Contains($"1 to 10 whole minutes, and {minutes} min were asked for", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Theory]
    [InlineData("Start-LsCurtain $recording 413")]
    [InlineData("$recording | Start-LsCurtain -ContentId 413")]
    [InlineData("Start-LsCurtain $id $recording")]
    [InlineData("Get-LsCurtainContent 413 | Start-LsCurtain -ContentId 413")]
    [InlineData("Start-LsCurtain $id notice.png")]
    public void What_is_no_channel_or_no_content_covers_nothing(string script)
    {
        using Studio studio = OnAir();
        studio.Emulator.Recordings.Add((string)studio.Shell.Get("id")!, 1);

        Outcome outcome = studio.Run("$recording = @(Get-LsRecording $id)[0]; " + script);

        Assert.True(outcome.Errors.Count == 1 || outcome.Thrown is not null);
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void WhatIf_names_what_is_shown_and_for_how_long()
    {
        using Studio studio = OnAir();

        studio.Run("Get-LsCurtainContent > $null; Start-LsCurtain $id 413 -WhatIf; Stop-LsCurtain $id -WhatIf");

        string said = studio.Shell.Host.Text.ReplaceLineEndings(" ");
        Assert.Contains("Cover the broadcast with 413 notice.png (READY) for 3 min", said, StringComparison.Ordinal);
        Assert.Contains("Take the curtain away", said, StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void An_unknown_content_is_looked_for_among_contents()
    {
        using Studio studio = OnAir();

        Assert.Contains("Get-LsCurtainContent", studio.Run("Start-LsCurtain $id 7").OneError().ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_none_is_on_nobody_is_sent_to_a_cmdlet_that_does_not_exist()
    {
        using Studio studio = OnAir();

        ErrorRecord error = studio.Run("Stop-LsCurtain $id").OneError();

        Assert.Equal("ResourceNotAvailable,LiveStation.PowerShell.StopLsCurtainCommand", error.FullyQualifiedErrorId);
        Assert.DoesNotContain("Get cmdlet of the same noun", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("no curtain is on", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void The_view_shows_until_when_it_is_on()
    {
        using Studio studio = OnAir();

        studio.Run("Start-LsCurtain $id 413 2m | Out-Default; Stop-LsCurtain $id | Out-Default").Quiet();

        Assert.Matches(@"ls-\S+ yes \d\d:\d\d:\d\d 413", studio.Shell.Host.Text);
    }

    // $id is a channel that is on air; 413 is content that is ready.
    private static Studio OnAir()
    {
        Studio studio = new();
        studio.Shell.Set("id", studio.OnAir());
        studio.Emulator.Curtain.Add();
        return studio;
    }
}
