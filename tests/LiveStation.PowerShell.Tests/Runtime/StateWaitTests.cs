using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Runtime;

/// <summary>What all waits have in common; the areas hold what is their own.</summary>
public sealed class StateWaitTests
{
    private const string Quick = "$ProgressPreference = 'SilentlyContinue'; ";

    [Theory]
    [InlineData(1, "^0:00; {0}: READY$", "^Waited 20 s for Publishing, and {0} is READY\\.$")]
    [InlineData(3, "^0 of 3, 0:00; {0}: READY, {1}: READY, {2}: READY$", "^Waited 20 s for Publishing, and {0} is READY, {1} is READY, {2} is READY\\.$")]
    [InlineData(4, "^0 of 4, 0:00; {0}: READY, {1}: READY, {2}: READY and 1 more$", "{3} is READY\\.$")]
    [InlineData(5, " and 2 more$", "{3} is READY, {4} is READY\\.$")]
    [InlineData(6, " and 3 more$", "{4} is READY, and 1 more\\.$")]
    public void The_bar_names_three_and_the_end_names_five(int count, string bar, string end)
    {
        using Studio studio = new();
        string[] ids = Channels(studio, count);

        ErrorRecord error = studio.Shell.Terminating("$ids | Wait-LsChannel -Status Publishing -TimeoutSec 20 -ProgressAction SilentlyContinue");
        Outcome outcome = studio.Run("$ids | Wait-LsChannel -Status Publishing -TimeoutSec 20");

        Assert.Matches(string.Format(CultureInfo.InvariantCulture, end, ids), error.ToString());
        Assert.Equal("Wait again, with a larger -TimeoutSec; nothing was changed by waiting.", error.ErrorDetails.RecommendedAction);
        Assert.Matches(string.Format(CultureInfo.InvariantCulture, bar, ids), outcome.Progress[0].StatusDescription);
        Assert.Equal((ProgressRecordType.Completed, "done"), (outcome.Progress[^1].RecordType, outcome.Progress[^1].StatusDescription));
    }

    [Fact]
    public void One_refusal_by_the_gateway_is_told_of_one_thing_and_waited_out_for_many()
    {
        using Studio studio = new();
        string[] ids = Channels(studio, 2);
        studio.Emulator.Faults.Add(Fault.Throttle().Repeat(2));

        Outcome many = studio.Run(Quick + "$ids | Wait-LsChannel -Verbose");
        studio.Emulator.Faults.Add(Fault.Throttle());
        Outcome one = studio.Run(Quick + "$ids[0] | Wait-LsChannel -Verbose");

        Assert.Equal(2, many.Of<Channel>().Count);
        Assert.DoesNotContain(many.Verbose, line => ids.Any(id => line.StartsWith(id + ": ", StringComparison.Ordinal)));
        Assert.Contains(one.Verbose, line => line.StartsWith(ids[0] + ": ", StringComparison.Ordinal));
        Assert.Single(one.Of<Channel>());
    }

    // The gateway lets nothing through for longer than -ThrottleTimeoutSec: the round is lost, the wait is not.
    [Fact]
    public void A_round_that_was_given_up_is_no_end_of_the_wait()
    {
        using Studio studio = new();
        Channels(studio, 2);
        studio.Emulator.Faults.Add(Fault.Throttle().Always());
        DateTimeOffset begun = studio.Context.Options.TimeProvider.GetUtcNow();
        studio.Emulator.RequestReceived += (_, _) =>
        {
            if (studio.Context.Options.TimeProvider.GetUtcNow() - begun > TimeSpan.FromMinutes(10))
            {
                studio.Emulator.Faults.Clear();
            }
        };

        Outcome outcome = studio.Run(Quick + "$ids | Wait-LsChannel -TimeoutSec 3600");

        Assert.Equal(2, outcome.Of<Channel>().Count);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void A_service_that_falls_silent_near_the_end_gets_a_second()
    {
        LeapingTime time = new();
        using Studio studio = new(time: time);
        Channels(studio, 1);
        studio.Line.Before = (_, token) =>
        {
            if (studio.Line.Sent == 1)
            {
                time.Leap(TimeSpan.FromSeconds(19));
                return Task.CompletedTask;
            }

            return Task.Delay(System.Threading.Timeout.Infinite, token);
        };
        Stopwatch watch = Stopwatch.StartNew();

        ErrorRecord error = studio.Shell.Terminating(Quick + "$ids | Wait-LsChannel -Status Publishing -TimeoutSec 20");

        Assert.EndsWith(" is READY. The service was asked last without success: no answer in the time that was left.", error.ToString(), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 20);
    }

    [Fact]
    public void An_answer_a_little_after_the_end_of_the_wait_still_counts()
    {
        LeapingTime time = new();
        using Studio studio = new(time: time);
        string id = Channels(studio, 1)[0];
        studio.Line.Before = async (_, token) =>
        {
            if (studio.Line.Sent == 1)
            {
                time.Leap(TimeSpan.FromSeconds(19.99));
                return;
            }

            studio.Emulator.Channels.StartPublishing(id);
            await Task.Delay(TimeSpan.FromMilliseconds(100), token);
        };

        Assert.Single(studio.Run(Quick + "$ids | Wait-LsChannel -Status Publishing -TimeoutSec 20").Quiet().Of<Channel>());
    }

    [Fact]
    public void A_slow_answer_has_the_time_that_is_left()
    {
        using Studio studio = new();
        Channels(studio, 1);
        studio.Line.Before = static (_, token) => Task.Delay(TimeSpan.FromSeconds(1.2), token);

        studio.Run(Quick + "$ids | Wait-LsChannel -TimeoutSec 60").Quiet();

        Assert.Equal(1, studio.Line.Sent);
    }

    [Fact]
    public void What_a_list_leaves_out_is_asked_for_without_a_pause()
    {
        using Studio studio = new();
        (string id, IReadOnlyList<long> all) = studio.Channel(2);

        Outcome outcome = studio.Run($"Wait-LsRecording {id} {all[0]}, 999");

        Assert.Equal($"{id}/999", outcome.OneError().TargetObject);
        Assert.Empty(outcome.Progress);
    }

    [Fact]
    public void A_list_that_is_lost_is_told_by_the_name_of_its_channel()
    {
        using Studio studio = new();
        (string id, IReadOnlyList<long> all) = studio.Channel(2);
        studio.Emulator.Faults.Add(Fault.Reset());

        Outcome outcome = studio.Run(Quick + $"Wait-LsRecording {id} {all[0]}, {all[1]} -Verbose");

        Assert.Equal(2, outcome.Of<Recording>().Count);
        Assert.Contains(outcome.Verbose, line => line.StartsWith(id + ": ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_recording_of_which_the_service_says_nothing_is_an_error_at_once()
    {
        using Studio studio = new();
        studio.Line.Answer = "{\"content\":null}";

        Outcome outcome = studio.Run("Wait-LsRecording ls-1 7");

        Assert.Equal("RecordingNotFound,LiveStation.PowerShell.WaitLsRecordingCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Equal(1, studio.Line.Sent);
    }

    [Theory]
    [InlineData("Wait-LsChannel ls-1", "{}", "Ready, and ls-1 is")]
    [InlineData("Wait-LsVodChannel ls-1 Block, Deleted", "{}", "Block or Deleted, and ls-1 is")]
    [InlineData("Wait-LsCurtainContent 7 Ready, Deleted", "{\"id\":7}", "Ready or Deleted, and 7 is")]
    [InlineData("Wait-LsShortClip ls-1 7 Completed, Creating", "{\"shortclip\":{\"id\":7}}", "Completed or Creating, and ls-1/7 is")]
    [InlineData("Wait-LsRecording ls-1 7", "{\"7\":{\"recordType\":\"MP4\"}}", "TransferReady or TransferFinish, and ls-1/7 is")]
    public void Something_of_unknown_state_is_waited_for_and_said_to_be_without_one(string wait, string content, string words)
    {
        using Studio studio = new();
        studio.Line.Answer = $"{{\"content\":{content}}}";

        ErrorRecord error = studio.Shell.Terminating($"{Quick}{wait} -TimeoutSec 2");

        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal($"Waited 2 s for {words} without a state.", error.ToString());
    }

    [Fact]
    public void What_was_waited_for_goes_back_to_its_account()
    {
        using Studio studio = new(seed: true);
        using Studio other = new(seed: true);
        string id = studio.Emulator.Channels.Add("only_here");
        studio.Shell.Set("other", other.Context);

        studio.Run($"$mine = Wait-LsChannel {id}; $PSDefaultParameterValues.Clear(); $null = Connect-LsAccount -Context $other; $mine | Get-LsChannel").Quiet();

        Assert.Empty(other.Emulator.Requests);
    }

    // Objects of an account are waited for there; of two accounts they cannot be.
    [Theory]
    [InlineData("Wait-LsChannel", "Get-LsChannel ls-20200313162828-G60tN")]
    [InlineData("Wait-LsVodChannel", "Get-LsVodChannel ls-20250820000000-FdJkJ")]
    [InlineData("Wait-LsRecording -Status TransferReady, TransferFinish, Deleted", "Get-LsRecording ls-20200313162828-G60tN")]
    [InlineData("Wait-LsCurtainContent", "Get-LsCurtainContent 413")]
    [InlineData("Wait-LsShortClip", "Get-LsShortClip ls-20260105060000-Nw5aK -ShortClipId 101")]
    [InlineData("Wait-LsSnapshot", "Get-LsSnapshot ls-20260105060000-Nw5aK 7526")]
    public void A_wait_is_for_one_account_which_is_that_of_its_objects(string wait, string get)
    {
        using Studio studio = new(seed: true);
        using Studio other = new(seed: true);
        studio.Shell.Set("other", other.Context);
        studio.Run($"$here = @({get})[0]; $there = @({get} -Context $other)[0]; $PSDefaultParameterValues.Clear(); $null = Connect-LsAccount -Context $ctx");
        (int before, int there) = (studio.Emulator.Requests.Count, other.Emulator.Requests.Count);

        Assert.StartsWith("SeveralContexts,", studio.Shell.Terminating($"$here, $there | {wait}").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((before, there), (studio.Emulator.Requests.Count, other.Emulator.Requests.Count));
        Assert.Single(studio.Run($"$there | {wait}").Quiet().Output);
        Assert.Equal((before, there + 1), (studio.Emulator.Requests.Count, other.Emulator.Requests.Count));
    }

    private static string[] Channels(Studio studio, int count)
    {
        string[] ids = [.. Enumerable.Range(0, count).Select(number => studio.Emulator.Channels.Add("c" + number.ToString(CultureInfo.InvariantCulture)))];
        studio.Shell.Set("ids", ids);
        return ids;
    }
}
