using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Runtime;

/// <summary>An account behind a gateway that limits calls.</summary>
public sealed class PaceTests : IDisposable
{
    private const int Channels = 150;

    private readonly Service _service = new(seed: false);
    private readonly string[] _ids;
    private readonly Shell _shell;

    public PaceTests()
    {
        _ids = [.. Enumerable.Range(0, Channels).Select(_ => _service.Emulator.Channels.Add("c"))];
        Array.ForEach(_ids, id => _service.Emulator.Recordings.Add(id, 1));
        _shell = Shell.On(_service);
    }

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("Get-LsRecording", true)]
    [InlineData("Get-LsRecording", false)]
    [InlineData("Get-LsRecording -ThrottleLimit 32", false)]
    [InlineData("Get-LsChannel | Get-LsRecording", false)]
    [InlineData("Get-LsRecording -ChannelId (Get-LsChannel).ChannelId", true)]
    public void Every_channel_comes_out(string script, bool sendsRetryAfter)
    {
        _service.Emulator.RateLimit = new RateLimit(10, 10, sendsRetryAfter);

        Outcome outcome = _shell.Run(script);

        Assert.Empty(outcome.Errors);
        Assert.Equal(_ids.Order(), outcome.Of<Recording>().Select(recording => recording.ChannelId!).Order());
        Assert.Contains(_service.Emulator.Requests, request => request.StatusCode == 429);
    }

    [Theory]
    [InlineData("Disable-LsChannel $ids -Force")]
    [InlineData("$ids | Disable-LsChannel -Force")]
    [InlineData("Get-LsChannel | Disable-LsChannel -Force")]
    public void What_goes_one_after_another_is_done_for_all_too(string script)
    {
        _service.Emulator.RateLimit = new RateLimit(2, 1, sendsRetryAfter: false);
        _shell.Set("ids", _ids);

        Assert.Empty(_shell.Run(script).Errors);

        Assert.Equal(Channels, _service.Emulator.Requests.Count(request => request.Method == "PUT" && request.StatusCode == 200));
    }

    [Fact]
    public void A_gateway_that_lets_nothing_through_is_one_error_that_names_what_was_not_asked()
    {
        string[] asked = _ids[..40];
        _shell.Set("ids", asked);
        _service.Emulator.Faults.Add(Fault.Throttle().Always());

        ErrorRecord error = _shell.Run("$ids | Get-LsRecording").OneError();

        Assert.Equal("ThrottleLimited,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
        Assert.Equal(asked, Assert.IsType<string[]>(error.TargetObject));
        Assert.StartsWith($"Not carried out for 40 ({string.Join(", ", asked[..5])}, …). The gateway has let nothing through for 1", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-ThrottleTimeoutSec", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gateway_that_closes_on_the_way_leaves_what_came_before()
    {
        int answered = 0;
        _service.Line.Before = (request, _) =>
        {
            if (++answered == 30)
            {
                _service.Emulator.Faults.Add(Fault.Throttle().Always());
            }

            return System.Threading.Tasks.Task.CompletedTask;
        };

        Outcome outcome = _shell.Run("Get-LsRecording");

        ErrorRecord error = outcome.OneError();
        string[] left = Assert.IsType<string[]>(error.TargetObject);
        Assert.Equal(_ids.Order(), outcome.Of<Recording>().Select(recording => recording.ChannelId!).Concat(left).Order().Distinct().Concat(_ids).Distinct().Order());
        Assert.StartsWith("The list of channels broke off after 100 of 150; the other 50 were not looked at. Not carried out for ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-LsRecording")]
    [InlineData("Get-LsVodSchedule")]
    [InlineData("Get-LsRestream")]
    public void The_list_of_what_is_to_be_asked_belongs_to_the_many(string script)
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.Throttle().Repeat(5));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run(script);

        Assert.Empty(outcome.Errors);
        Assert.NotEmpty(outcome.Output);
    }

    [Fact]
    public void One_call_has_its_three_attempts()
    {
        _service.Emulator.Faults.Add(Fault.Throttle().Always());

        Assert.Equal(_ids[0], _shell.Run($"Get-LsRecording {_ids[0]}").OneError().TargetObject);
        Assert.Equal(3, _service.Requests.Count);
    }

    [Fact]
    public void One_object_of_a_pipeline_is_one_call_as_well()
    {
        Service service = new(maxAttempts: 1, time: TimeProvider.System);
        service.Emulator.Faults.Add(Fault.Throttle(TimeSpan.Zero).Always());
        using Shell shell = Shell.On(service);

        ErrorRecord error = shell.Run($"'{Service.Weekly}' | Get-LsRecording").OneError();

        Assert.Equal("RateLimited,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(Service.Weekly, error.TargetObject);
    }

    [Fact]
    public void The_time_is_a_parameter_of_the_connection()
    {
        _service.Emulator.Faults.Add(Fault.Throttle().Always());

        Outcome outcome = _shell.Run("(Connect-LsAccount -Emulator -ThrottleTimeoutSec 7).ThrottleTimeoutSec; (Connect-LsAccount -Emulator).ThrottleTimeoutSec; Disconnect-LsAccount");

        Assert.Equal(["7", "120"], outcome.Texts());
        Assert.StartsWith("ParameterArgumentValidationError", _shell.Run("Connect-LsAccount -Emulator -ThrottleTimeoutSec 0").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_context_tells_the_pace_in_words()
    {
        Assert.Equal("free, nothing was refused", _service.Context.Pace);
        _service.Emulator.RateLimit = new RateLimit(10, 10);

        _shell.Run("Get-LsRecording | Out-Null");

        Assert.Matches("^[0-9.]+ calls a second; refused [0-9]+ times?, last [0-9.]+ s ago$", _shell.Run("$ctx.Pace").Texts()[0]);
    }

    [Fact]
    public void Verbose_tells_each_change_of_the_pace_once()
    {
        _service.Emulator.RateLimit = new RateLimit(10, 10);

        Outcome outcome = _shell.Run("Get-LsRecording -Verbose | Out-Null");

        List<string> pace = [.. outcome.Verbose.Where(line => line.StartsWith("pace: ", StringComparison.Ordinal))];
        int refused = _service.Emulator.Requests.Count(request => request.StatusCode == 429);
        Assert.InRange(pace.Count(line => line.Contains("refuses", StringComparison.Ordinal)), 1, refused);
        Assert.True(pace.Count < refused + 20, string.Join(Environment.NewLine, pace));
    }

    [Fact]
    public void A_command_that_failed_is_no_end_for_the_next_one()
    {
        _service.Emulator.Faults.Add(Fault.Throttle().Always());
        _shell.Run("Get-LsRecording").OneError();
        _service.Emulator.Faults.Clear();

        Assert.Equal(Channels, _shell.Run("Get-LsRecording").Quiet().Output.Count);
    }
}
