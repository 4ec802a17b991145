using System;
using System.Linq;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Recordings;

public class BadDayTests
{
    [Fact]
    public void A_body_that_breaks_off_gives_what_came_and_then_one_error()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.CutBodyAtFraction(0.5));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run($"Get-LsRecording {Service.Weekly} 2>&1").Quiet();

        Assert.InRange(outcome.Output.Count, 4, 7);
        Assert.All(outcome.Output.SkipLast(1), item => Assert.IsType<Recording>(item.BaseObject));
        ErrorRecord error = Assert.IsType<ErrorRecord>(outcome.Output[^1].BaseObject);
        Assert.Equal("InvalidResponse,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ParserError, error.CategoryInfo.Category);
        Assert.Equal(Service.Weekly, error.TargetObject);
        Assert.Single(service.Requests);
        Assert.Equal(0, service.Line.Open);
    }

    [Fact]
    public void A_body_that_breaks_off_before_the_first_object_is_read_anew()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.CutBody(10));
        using Shell shell = Shell.On(service);

        Assert.Equal(10, shell.Run($"Get-LsRecording {Service.Weekly}").Quiet().Output.Count);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public void A_body_that_stops_ends_in_a_time_out_after_what_came()
    {
        Service service = new(timeoutSec: 3, maxAttempts: 1);
        service.Emulator.Faults.Add(Fault.StalledBody(3000));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run($"Get-LsRecording {Service.Weekly}");

        Assert.NotEmpty(outcome.Output);
        ErrorRecord error = outcome.OneError();
        Assert.Equal("RequestTimeout,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("-TimeoutSec", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(0, service.Line.Open);
    }

    [Fact]
    public void Headers_that_do_not_come_end_in_a_time_out()
    {
        Service service = new(timeoutSec: 1, maxAttempts: 1);
        service.Emulator.Faults.Add(Fault.SlowHeaders(TimeSpan.FromMinutes(5)));
        using Shell shell = Shell.On(service);

        ErrorRecord error = shell.Run($"Get-LsRecording {Service.Weekly}").OneError();

        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Equal(Service.Weekly, error.TargetObject);
    }

    [Fact]
    public void Throttling_is_waited_for_and_told_in_one_verbose_line()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(7)));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run($"Get-LsRecording {Service.Weekly} -Verbose");

        Assert.Equal(10, outcome.Output.Count);
        Assert.Empty(outcome.Errors);
        Assert.Equal(2, service.Requests.Count);
        string retry = Assert.Single(outcome.Verbose, line => line.Contains("attempt", StringComparison.Ordinal));
        Assert.Contains("RateLimited", retry, StringComparison.Ordinal);
        Assert.Contains("attempt 2 of 3 in 7.0 s", retry, StringComparison.Ordinal);
        Assert.Single(outcome.Verbose, line => line.StartsWith("pace: the gateway refuses calls (RateLimited); all pause 7.0 s", StringComparison.Ordinal));
        Assert.Equal(5, outcome.Verbose.Count);
    }

    [Fact]
    public void A_long_silence_shows_why_and_how_long_and_goes_when_it_is_over()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(7)));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run($"Get-LsRecording {Service.Weekly}");

        Assert.Equal(2, outcome.Progress.Count);
        Assert.Contains("RateLimited; attempt 2 of 3 in 7.0 s", outcome.Progress[0].StatusDescription, StringComparison.Ordinal);
        Assert.Equal(7, outcome.Progress[0].SecondsRemaining);
        Assert.Equal(ProgressRecordType.Completed, outcome.Progress[1].RecordType);
    }

    [Fact]
    public void A_short_pause_shows_nothing()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(1)));
        using Shell shell = Shell.On(service);

        Assert.Empty(shell.Run($"Get-LsRecording {Service.Weekly}").Progress);
    }

    [Fact]
    public void Throttling_that_does_not_end_is_an_error_after_all_attempts()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.Throttle(TimeSpan.Zero).Always());
        using Shell shell = Shell.On(service);

        ErrorRecord error = shell.Run($"Get-LsRecording {Service.Weekly}").OneError();

        Assert.Equal("RateLimited,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.EmptyError)]
    [InlineData(FaultKind.Error)]
    [InlineData(FaultKind.Reset)]
    public void One_bad_answer_is_tried_again(FaultKind kind)
    {
        Service service = new();
        service.Emulator.Faults.Add(kind switch
        {
            FaultKind.Html => Fault.Html(),
            FaultKind.EmptyError => Fault.EmptyError(503),
            FaultKind.Error => Fault.Error(500),
            _ => Fault.Reset(),
        });
        using Shell shell = Shell.On(service);

        Assert.Equal(10, shell.Run($"Get-LsRecording {Service.Weekly}").Quiet().Output.Count);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public void The_page_of_a_proxy_is_an_error_that_says_so_without_its_markup()
    {
        Service service = new(maxAttempts: 1);
        service.Emulator.Faults.Add(Fault.Html(502));
        using Shell shell = Shell.On(service);

        ErrorRecord error = shell.Run($"Get-LsRecording {Service.Weekly}").OneError();

        Assert.Contains("502", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", error.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(ErrorCategory.NotSpecified, error.CategoryInfo.Category);
    }

    [Fact]
    public void Broken_json_gives_the_entries_before_it_and_then_one_error()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.BadJsonInEntry(4));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run($"Get-LsRecording {Service.Weekly}");

        Assert.Equal(3, outcome.Output.Count);
        Assert.Equal("InvalidResponse,LiveStation.PowerShell.GetLsRecordingCommand", outcome.OneError().FullyQualifiedErrorId);
    }

    [Fact]
    public void An_error_after_the_content_comes_after_the_objects()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.ErrorInside200(250005, afterContent: true));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run($"Get-LsRecording {Service.Weekly}");

        Assert.Equal(10, outcome.Output.Count);
        Assert.Equal(ErrorCategory.ResourceUnavailable, outcome.OneError().CategoryInfo.Category);
    }

    [Fact]
    public void A_wrong_secret_is_refused_once_and_not_tried_again()
    {
        Service service = new();
        LsContext wrong = new(
            new LiveStationClientOptions(new AccessKeyCredential(service.Emulator.AccessKeyId, "wrong")) { Endpoint = service.Context.Endpoint, Handler = service.Line },
            "test",
            service.Emulator);
        using Shell shell = new();
        shell.Set("ctx", wrong);

        ErrorRecord error = shell.Run($"Get-LsRecording {Service.Weekly} -Context $ctx").OneError();

        Assert.Equal("AuthenticationFailed,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Single(service.Requests);
    }

    [Fact]
    public void A_clock_ten_minutes_off_works_with_one_warning()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(10)));
        using Shell shell = Shell.On(service);

        Outcome first = shell.Run("Get-LsRecording");
        Outcome second = shell.Run("Get-LsRecording");

        Assert.Empty(first.Errors);
        Assert.Equal(16, first.Output.Count);
        Assert.Contains("10 min behind", Assert.Single(first.Warnings), StringComparison.Ordinal);
        Assert.Equal(16, second.Quiet().Output.Count);
        Assert.Equal(10, Math.Round(service.Context.ClockOffset.TotalMinutes));
    }

    [Fact]
    public void Parallel_calls_that_meet_the_wrong_clock_together_warn_once()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(-10)));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run($"Get-LsRecording {Service.PageExample}, {Service.News}, {Service.Weekly}");

        Assert.Empty(outcome.Errors);
        Assert.Equal(16, outcome.Output.Count);
        Assert.Contains("10 min ahead", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }
}
