using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Runtime;

public partial class StreamTests
{
    private static readonly string[] ShownHeaders = ["Date", "Content-Type", "Content-Length", "Content-Encoding", "Retry-After", "Server", "x-ncp-trace-id", "x-ncp-request-id"];

    [Fact]
    public void Verbose_names_host_and_account_once_and_then_each_request()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run($"Get-LsRecording {Service.Weekly}, {Service.News} -Verbose");

        Assert.Equal(3, outcome.Verbose.Count);
        Assert.StartsWith(service.Context.Endpoint + ", access key " + service.Context.AccessKeyId, outcome.Verbose[0], StringComparison.Ordinal);
        Assert.All(outcome.Verbose.Skip(1), line => Assert.Matches(RequestLine(), line));
        Assert.Contains(outcome.Verbose, line => line.StartsWith($"GET /channels/{Service.Weekly}/records -> 200, ", StringComparison.Ordinal));
        Assert.Empty(outcome.Debug);
        Assert.Empty(outcome.Warnings);
        Assert.Empty(outcome.Information);
        Assert.Empty(outcome.Progress);
    }

    [Fact]
    public void Verbose_shows_the_query_and_masks_what_is_secret_in_it()
    {
        using Shell shell = Shell.On(new Service());

        Assert.Matches("^GET /channels[?](.*&)?channelStatus=READY(&.*)? -> 200, ", shell.Run("Get-LsChannel -Status Ready -Verbose").Verbose[^1]);
        string line = shell.Run("Invoke-LsRestMethod /channels -Query @{ streamKey = 'marker' } -Verbose").Verbose[^1];
        Assert.StartsWith("GET /channels?streamKey=… -> 200, ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_names_a_failed_call_with_its_status_and_trace()
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run("Get-LsRecording nope -Verbose");

        LiveStationApiException failure = Assert.IsType<LiveStationApiException>(outcome.OneError().Exception);
        string line = outcome.Verbose[^1];
        Assert.Contains($"-> {failure.HttpStatus},", line, StringComparison.Ordinal);
        Assert.EndsWith("trace " + failure.TraceId, line, StringComparison.Ordinal);
    }

    // The sample of the vendor's page counts six and prints two.
    [Fact]
    public void Verbose_tells_when_the_service_counts_otherwise()
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run($"Get-LsRecording {Service.PageExample} -Verbose");

        Assert.Equal($"{Service.PageExample}: 2 recordings arrived, the service counts 6", outcome.Verbose[^1]);
        Assert.Equal(3, outcome.Verbose.Count);
    }

    // The engine turns verbose lines into questions there; a prompt that cannot ask would fail.
    [Fact]
    public void Debug_alone_asks_nothing()
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run($"Get-LsRecording {Service.Weekly} -Debug");

        Assert.Equal(10, outcome.Output.Count);
        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Verbose);
        Assert.Contains(outcome.Debug, line => line.StartsWith("GET /channels/", StringComparison.Ordinal));
    }

    [Fact]
    public void Debug_shows_headers_of_the_answer_by_list_and_nothing_of_the_request()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        IReadOnlyList<string> debug = shell.Run($"$DebugPreference = 'Continue'; Get-LsRecording {Service.Weekly}").Debug;

        Assert.NotEmpty(debug);
        Assert.All(debug, line => Assert.Contains(line.Split(':')[0], ShownHeaders));
        Assert.Contains(debug, line => line.StartsWith("x-ncp-trace-id: ", StringComparison.Ordinal));
        Assert.Contains("x-ncp-apigw-signature-v2", service.Emulator.Requests[0].HeaderNames);
    }

    [Fact]
    public void Without_preferences_nothing_is_written_but_objects()
    {
        using Shell shell = Shell.On(new Service());

        shell.Run("Get-LsChannel; Get-LsRecording; Test-LsConnection; Get-LsContext; Resolve-LsError 250507; Connect-LsAccount -Emulator; Disconnect-LsAccount").Quiet();

        Assert.Equal("", shell.Host.Text);
    }

    [Fact]
    public void A_command_that_is_not_asked_to_tell_sends_the_same()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromHours(5)));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run("Get-LsRecording -WarningAction SilentlyContinue -WarningVariable told");

        Assert.Empty(outcome.Warnings);
        Assert.Equal(16, outcome.Output.Count);
        Assert.Contains("5 h behind", Assert.Single(((System.Collections.IEnumerable)shell.Get("told")!).Cast<object>()).ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^GET /[^ ?]+ -> 200, \d+ ms, trace \S+$")]
    private static partial Regex RequestLine();
}
