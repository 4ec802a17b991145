using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Runtime;

/// <summary>Whatever ends a command, its requests end with it. Nothing here waits for a time-out: they are minutes away.</summary>
public class StopTests
{
    [Theory]
    [InlineData("Get-LsRecording")]
    [InlineData("Get-LsRecording -ChannelId a, b, c")]
    [InlineData("Get-LsChannel")]
    [InlineData("Test-LsConnection")]
    public void Stop_ends_a_wait_for_headers(string script)
    {
        Service service = new();
        service.Line.Before = static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        using Shell shell = Shell.On(service);
        using Running running = shell.Start(script);
        service.Line.AwaitArrival(TestContext.Current.CancellationToken);

        Outcome outcome = running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.State);
        Assert.Equal(0, service.Line.Open);
        Assert.Empty(outcome.Output);
        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Warnings);
    }

    [Fact]
    public void Stop_ends_a_wait_in_the_body()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.StalledBody(3000));
        using Shell shell = Shell.On(service);
        using ManualResetEventSlim first = new();
        shell.Set("first", first);
        using Running running = shell.Start($"Get-LsRecording {Service.Weekly} | ForEach-Object {{ $first.Set(); $_ }}");
        Assert.True(first.Wait(Running.Patience, TestContext.Current.CancellationToken));

        Outcome outcome = running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.State);
        Assert.Equal(0, service.Line.Open);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void Stop_ends_a_wait_for_the_gateway()
    {
        using EndlessTime time = new();
        Service service = new(time: time);
        service.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(50)).Always());
        using Shell shell = Shell.On(service);
        using Running running = shell.Start("Get-LsRecording -ThrottleLimit 32");
        time.AwaitWait(TestContext.Current.CancellationToken);

        Outcome outcome = running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.State);
        Assert.Equal(0, service.Line.Open);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void Stop_ends_a_pause_between_attempts()
    {
        using EndlessTime time = new();
        Service service = new(time: time);
        service.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(50)));
        using Shell shell = Shell.On(service);
        using Running running = shell.Start($"Get-LsRecording {Service.Weekly}");
        time.AwaitWait(TestContext.Current.CancellationToken);

        Outcome outcome = running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.State);
        Assert.Single(service.Requests);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void A_stopped_session_goes_on_with_the_next_command()
    {
        Service service = new();
        service.Line.Before = static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        using Shell shell = Shell.On(service);
        using (Running running = shell.Start("Get-LsRecording"))
        {
            service.Line.AwaitArrival(TestContext.Current.CancellationToken);
            running.Stop();
        }

        service.Line.Before = static (_, _) => Task.CompletedTask;

        Assert.Equal(16, shell.Run("Get-LsRecording").Quiet().Output.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_closes_the_socket(bool inTheBody)
    {
        using HangingServer server = new(inTheBody ? HangingServer.FirstRecording("c") : "");
        Service service = new(endpoint: server.Address);
        using Shell shell = Shell.On(service);
        using Running running = shell.Start("Get-LsRecording c");
        await server.Asked.WaitAsync(TestContext.Current.CancellationToken);

        Outcome outcome = running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.State);
        Assert.Empty(outcome.Errors);
        await server.Gone.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("do { Get-LsRecording $id | ForEach-Object { break } } while ($false)")]
    [InlineData("try { Get-LsRecording $id | ForEach-Object { throw 'downstream' } } catch { }")]
    [InlineData("foreach ($r in 1) { Get-LsRecording $id | ForEach-Object { continue } }")]
    [InlineData("try { Get-LsRecording $id, other | ForEach-Object { throw 'downstream' } } catch { }")]
    [InlineData("try { $id, 'other', 'third' | Get-LsRecording -ThrottleLimit 3 | ForEach-Object { throw 'downstream' } } catch { }")]
    public void An_end_downstream_leaves_no_request(string script)
    {
        Service service = new(seed: false);
        string id = service.Emulator.Channels.Add("long");
        service.Emulator.Recordings.Add(id, 100);
        service.Emulator.Faults.Add(Fault.StalledBody(20_000).On("GET", id));
        using Shell shell = Shell.On(service);
        shell.Set("id", id);

        shell.Run(script).Quiet();

        Assert.Contains(service.Paths, path => path == $"/channels/{id}/records");
        Assert.Equal(0, service.Line.Open);
    }

    [Fact]
    public async Task An_end_downstream_closes_the_socket()
    {
        using HangingServer server = new(HangingServer.FirstRecording("c"));
        Service service = new(endpoint: server.Address);
        using Shell shell = Shell.On(service);

        shell.Run("do { Get-LsRecording c | ForEach-Object { break } } while ($false)").Quiet();

        await server.Gone.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Break_asks_for_no_further_page()
    {
        Service service = new(seed: false);
        for (int i = 0; i < 150; i++)
        {
            service.Emulator.Channels.Add("c");
        }

        using Shell shell = Shell.On(service);

        shell.Run("do { Get-LsChannel | ForEach-Object { break } } while ($false)").Quiet();

        Assert.Single(service.Requests);
    }

    [Fact]
    public void A_terminating_error_keeps_its_id_and_category()
    {
        using Shell shell = new();

        ErrorRecord error = shell.Terminating("Get-LsRecording x");

        Assert.Equal("NotConnected,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
    }

    [Fact]
    public void Sessions_side_by_side_do_not_disturb_each_other()
    {
        List<(Service Service, Shell Shell, Running Running)> sessions = [];
        for (int i = 0; i < 4; i++)
        {
            Service service = new();
            Shell shell = Shell.On(service);
            sessions.Add((service, shell, shell.Start("1..5 | ForEach-Object { Get-LsRecording }")));
        }

        foreach ((Service service, Shell shell, Running running) in sessions)
        {
            Assert.Equal(5 * 16, running.End().Quiet().Output.Count);
            Assert.Equal(5 * 5, service.Requests.Count);
            running.Dispose();
            shell.Dispose();
        }
    }
}
