using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Recordings;

/// <summary>Wait-LsRecording and Wait-LsChannel.</summary>
public class WaitLsRecordingTests
{
    private const string Quick = "$ProgressPreference = 'SilentlyContinue'; ";

    private static readonly Pace Slow = Studio.AtOnce with { ChannelCreation = TimeSpan.FromHours(1), Processing = TimeSpan.FromHours(1), Transfer = TimeSpan.FromHours(1) };

    [Fact]
    public void What_is_reached_already_costs_one_call_of_the_list()
    {
        using Studio studio = new();
        (_, IReadOnlyList<long> all) = studio.Channel(3);

        Outcome outcome = studio.Run("$all = Get-LsRecording; $all | Wait-LsRecording").Quiet();

        Assert.Equal(all, outcome.Of<Recording>().Select(recording => recording.RecordId));
        Assert.Equal(2, studio.Emulator.Requests.Count(request => request.PathAndQuery.EndsWith("/records", StringComparison.Ordinal)));
        Assert.DoesNotContain(studio.Emulator.Requests, request => request.PathAndQuery.Contains("/records/", StringComparison.Ordinal));
    }

    [Fact]
    public void One_of_a_channel_is_asked_for_alone_and_several_by_their_list_once_a_round()
    {
        using Studio studio = new(Slow with { Transfer = TimeSpan.FromSeconds(5) });
        (string several, _) = studio.Channel(20);
        (string one, _) = studio.Channel(1);
        studio.Run("$all = Get-LsRecording; $null = $all | Export-LsRecording archive").Quiet();
        int before = studio.Emulator.Requests.Count;

        Outcome outcome = studio.Run(Quick + "$all | Wait-LsRecording -Status TransferFinish");

        Assert.Equal(21, outcome.Quiet().Of<Recording>().Count(recording => recording.Status == RecordStatus.TransferFinish));
        string[] asked = [.. studio.Emulator.Requests.Skip(before).Select(request => request.PathAndQuery)];
        int rounds = asked.Count(path => path.EndsWith(several + "/records", StringComparison.Ordinal));
        Assert.InRange(rounds, 2, 20);
        Assert.Equal(rounds, asked.Count(path => path.Contains(one + "/records/", StringComparison.Ordinal)));
        Assert.Equal(2 * rounds, asked.Length);
    }

    [Fact]
    public void What_the_list_leaves_out_is_asked_for_alone()
    {
        using Studio studio = new();
        (string id, IReadOnlyList<long> all) = studio.Channel(2);

        Outcome outcome = studio.Run($"Wait-LsRecording {id} {all[0]}, 999");

        Assert.Equal(all[0], Assert.Single(outcome.Of<Recording>()).RecordId);
        Assert.Equal($"{id}/999", outcome.OneError().TargetObject);
        Assert.Contains(studio.Calls, call => call.EndsWith("/records/999", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_that_is_refused_is_no_end_of_the_wait()
    {
        using Studio studio = new();
        (string id, IReadOnlyList<long> all) = studio.Channel(2);
        studio.Emulator.Faults.Add(Fault.Error(403, 300).On("GET", "/records").Repeat(1));

        Outcome outcome = studio.Run($"Wait-LsRecording {id} {all[0]}, {all[1]}");

        Assert.Equal(all, outcome.Quiet().Of<Recording>().Select(recording => recording.RecordId));
    }

    [Theory]
    [InlineData("TransferReady")]
    [InlineData("TRANSFER_READY")]
    [InlineData("TransferFinish, TransferReady")]
    public void The_last_state_is_written_when_it_is_reached(string status)
    {
        using Studio studio = new(Studio.AtOnce with { Processing = TimeSpan.FromMilliseconds(100) });
        string id = studio.OnAir();

        Outcome outcome = studio.Run(Quick + $"$null = Start-LsRecording {id}; Stop-LsRecording {id} | Wait-LsRecording -Status {status}");

        Assert.Empty(outcome.Errors);
        Assert.Equal(RecordStatus.TransferReady, Assert.Single(outcome.Of<Recording>()).Status);
    }

    [Fact]
    public void The_bar_says_how_many_of_how_many_how_long_and_what_is_left()
    {
        using Studio studio = new(Studio.AtOnce with { ChannelCreation = TimeSpan.FromMilliseconds(100) });

        Outcome outcome = studio.Run("'one', 'two' | ForEach-Object { New-LsChannel \"show_$_\" 3 -ProfileId 1 } | Wait-LsChannel -TimeoutSec 120");

        Assert.StartsWith("0 of 2, 0:00; ", outcome.Progress[0].StatusDescription, StringComparison.Ordinal);
        Assert.InRange(outcome.Progress[0].SecondsRemaining, 100, 120);
    }

    [Fact]
    public void A_wait_for_many_names_a_few_and_counts_the_others()
    {
        using Studio studio = new();
        string[] ids = [.. Enumerable.Range(0, 7).Select(number => studio.Emulator.Channels.Add("c" + number.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        studio.Shell.Set("ids", ids);

        Outcome outcome = studio.Run("$ids | Wait-LsChannel -Status Publishing -TimeoutSec 7200");

        string[] bars = [.. outcome.Progress.Select(bar => bar.StatusDescription)];
        Assert.All(outcome.Progress, static bar => Assert.Equal("Waiting for Publishing", bar.Activity));
        Assert.Matches($"^0 of 7, 0:00; {ids[0]}: READY, {ids[1]}: READY, {ids[2]}: READY and 4 more$", bars[0]);
        Assert.Matches("^0 of 7, 1:[0-5][0-9]:[0-5][0-9]; ", bars[^2]);
        Assert.Equal("done", bars[^1]);
        Assert.StartsWith("Waited 7200 s for Publishing, and " + string.Join(", ", ids.Take(5).Select(static id => id + " is READY")) + ", and 2 more.", Assert.Single(outcome.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_is_waited_for_with_a_progress_bar_that_names_its_state()
    {
        using Studio studio = new(Studio.AtOnce with { ChannelCreation = TimeSpan.FromMilliseconds(100) });

        Outcome outcome = studio.Run("$made = New-LsChannel abc 3 -ProfileId 1; $made | Wait-LsChannel");

        Assert.Equal(ChannelStatus.Ready, Assert.Single(outcome.Of<Channel>()).ChannelStatus);
        Assert.Contains("CREATING", outcome.Progress[0].StatusDescription, StringComparison.Ordinal);
        Assert.Contains("Ready", outcome.Progress[0].Activity, StringComparison.Ordinal);
        Assert.Equal(ProgressRecordType.Completed, outcome.Progress[^1].RecordType);
    }

    [Fact]
    public void A_channel_that_is_on_air_can_be_waited_for()
    {
        using Studio studio = new(Slow);
        string id = studio.Emulator.Channels.Add("news");
        int asked = 0;
        studio.Emulator.RequestReceived += (_, _) =>
        {
            if (++asked == 2)
            {
                studio.Emulator.Channels.StartPublishing(id);
            }
        };

        Outcome outcome = studio.Run(Quick + $"Wait-LsChannel {id} -Status PUBLISHING");

        Assert.Equal(ChannelStatus.Publishing, Assert.Single(outcome.Of<Channel>()).ChannelStatus);
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData("PROCESSING_FAIL")]
    [InlineData("TRANSFER_FAIL")]
    [InlineData("DELETED")]
    public void A_failed_state_ends_the_wait_at_once_with_an_error_beside_the_object(string status)
    {
        using Studio studio = new(Slow);
        studio.Channel(1, status);

        Outcome outcome = studio.Run("$all = Get-LsRecording; $all | Wait-LsRecording -Status TransferFinish");

        ErrorRecord error = outcome.OneError();
        Assert.Equal("WaitFailedState,LiveStation.PowerShell.WaitLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Contains(status, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(status, Assert.IsType<Recording>(error.TargetObject).StatusText);
        Assert.Equal(status, Assert.Single(outcome.Of<Recording>()).StatusText);
    }

    [Fact]
    public void A_failed_state_that_is_waited_for_is_no_failure()
    {
        using Studio studio = new(Slow);
        studio.Channel(1, "TRANSFER_FAIL");

        Assert.Single(studio.Run("$all = Get-LsRecording; $all | Wait-LsRecording -Status TransferFail, TransferFinish").Quiet().Of<Recording>());
    }

    [Fact]
    public void A_blocked_channel_will_not_become_ready_by_waiting()
    {
        using Studio studio = new(Slow, seed: true);

        Outcome outcome = studio.Run($"Wait-LsChannel {Service.Event}");

        Assert.StartsWith("WaitFailedState,", outcome.OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ChannelStatus.Block, Assert.Single(outcome.Of<Channel>()).ChannelStatus);
    }

    [Fact]
    public void A_wait_that_takes_too_long_ends_with_the_last_state()
    {
        using Studio studio = new(Slow);
        string id = studio.OnAir();

        ErrorRecord error = studio.Shell.Terminating(Quick + $"$null = Start-LsRecording {id}; Stop-LsRecording {id} | Wait-LsRecording -TimeoutSec 1");

        Assert.Equal("WaitTimeout,LiveStation.PowerShell.WaitLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Equal(RecordStatus.Processing, Assert.IsType<Recording>(error.TargetObject).Status);
        Assert.Matches("^Waited [0-9]+ s for TransferReady or TransferFinish, and .* is PROCESSING", error.ToString());
        Assert.Contains("-TimeoutSec", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_pipeline_does_meanwhile_is_no_waiting()
    {
        LeapingTime time = new();
        using Studio studio = new(time: time);
        string ready = studio.Emulator.Channels.Add("ready");
        string onAir = studio.OnAir();
        studio.Shell.Set("work", (Action)(() => time.Leap(TimeSpan.FromHours(1))));

        ErrorRecord error = studio.Shell.Terminating($"Wait-LsChannel {ready}, {onAir} -TimeoutSec 20 | ForEach-Object {{ $work.Invoke() }}");

        Assert.Matches($"^Waited 2[0-9] s for Ready, and {onAir} is PUBLISHING", error.ToString());
    }

    [Theory]
    [InlineData(0, "not known yet")]
    [InlineData(1, "READY")]
    public void A_wait_that_heard_nothing_says_so_and_why(int answers, string state)
    {
        using Studio studio = new();
        string id = studio.Emulator.Channels.Add("news");
        int asked = 0;
        studio.Emulator.RequestReceived += (_, _) =>
        {
            if (asked++ == answers)
            {
                studio.Emulator.Faults.Add(Fault.Throttle().Always());
            }
        };

        ErrorRecord error = studio.Shell.Terminating(Quick + $"Wait-LsChannel {id} -Status Publishing -TimeoutSec 3");

        Assert.Equal("WaitTimeout,LiveStation.PowerShell.WaitLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Contains($"{id} is {state}. The service was asked last without success: ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Rate Limited", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_stays_in_the_making_times_out_as_well()
    {
        using Studio studio = new(Slow);

        ErrorRecord error = studio.Shell.Terminating(Quick + "New-LsChannel abc 3 -ProfileId 1 -Wait -TimeoutSec 1");

        Assert.Equal("WaitTimeout,LiveStation.PowerShell.NewLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ChannelStatus.Creating, Assert.IsType<Channel>(error.TargetObject).ChannelStatus);
    }

    [Fact]
    public void A_service_that_does_not_answer_cannot_make_a_wait_longer_than_it_may_be()
    {
        using Studio studio = new(Slow);
        studio.Line.Before = static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        Stopwatch watch = Stopwatch.StartNew();

        ErrorRecord error = studio.Shell.Terminating(Quick + "Wait-LsChannel ls-1 -TimeoutSec 1");

        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("not known yet", error.ToString(), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 1, 10);
        Assert.Equal(0, studio.Line.Open);
    }

    [Theory]
    [InlineData("Wait-LsRecording $id $one -Status TransferFinish")]
    [InlineData("Wait-LsChannel $id -Status Publishing")]
    [InlineData("Export-LsRecording $one b -ChannelId $id -Wait")]
    public void Ctrl_C_in_a_pause_is_back_at_once_with_nothing_pending(string script)
    {
        using EndlessTime time = new();
        using Studio studio = new(Slow, time: time);
        (string id, IReadOnlyList<long> all) = studio.Channel(1);
        studio.Shell.Set("id", id);
        studio.Shell.Set("one", all[0]);
        using Running running = studio.Shell.Start(script);
        time.AwaitWait(TestContext.Current.CancellationToken);

        Outcome outcome = running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.State);
        Assert.Equal(0, studio.Line.Open);
        Assert.Empty(outcome.Errors);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public void A_failure_that_passes_does_not_end_a_wait(string kind)
    {
        using Studio studio = new();
        (string id, IReadOnlyList<long> all) = studio.Channel(1);
        studio.Emulator.Faults.Add(Transient[kind]);

        Outcome outcome = studio.Run(Quick + $"Wait-LsRecording {id} {all[0]} -Verbose");

        Assert.Empty(outcome.Errors);
        Assert.Single(outcome.Of<Recording>());
        Assert.Contains(outcome.Verbose, line => line.StartsWith($"{id}/{all[0]}: ", StringComparison.Ordinal));
        Assert.Equal(2, studio.Emulator.Requests.Count);
    }

    [Theory]
    [InlineData("Wait-LsRecording $id 999999")]
    [InlineData("Wait-LsChannel nope")]
    public void What_does_not_exist_is_an_error_at_once(string script)
    {
        using Studio studio = new();
        (string id, _) = studio.Channel(1);
        studio.Shell.Set("id", id);

        ErrorRecord error = studio.Run(script).OneError();

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Single(studio.Emulator.Requests);
    }

    [Fact]
    public void Keys_that_are_refused_end_the_wait_of_each_at_once()
    {
        using Studio studio = new();
        studio.Emulator.Faults.Add(Fault.Error(401, 200).Always());

        Assert.Equal(ErrorCategory.AuthenticationError, studio.Run("Wait-LsChannel a").OneError().CategoryInfo.Category);
    }

    [Fact]
    public void Many_are_asked_about_a_few_at_a_time()
    {
        using Studio studio = new();
        studio.Channel(30);

        studio.Run("$all = Get-LsRecording; $all | Wait-LsRecording").Quiet();

        Assert.InRange(studio.Line.Peak, 1, 8);
    }

    public static TheoryData<string> Passing => [.. Transient.Keys];

    private static Dictionary<string, Fault> Transient { get; } = new()
    {
        ["reset"] = Fault.Reset(),
        ["503"] = Fault.EmptyError(503),
        ["500"] = Fault.Error(500),
        ["502 page"] = Fault.Html(),
        ["throttle"] = Fault.Throttle(),
        ["cut"] = Fault.CutBody(10),
    };
}
