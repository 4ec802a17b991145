using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Recordings;

public class FanOutTests
{
    [Fact]
    public void A_list_of_channels_that_breaks_off_is_one_error_and_the_channels_before_are_asked()
    {
        Service service = new(seed: false);
        string[] ids = [.. Enumerable.Range(0, 120).Select(_ => service.Emulator.Channels.Add("c"))];
        Array.ForEach(ids, id => service.Emulator.Recordings.Add(id, 1));
        service.Emulator.Faults.Add(Fault.Error(503).On("GET", "pageNo=2").Always());
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run("Get-LsRecording");

        ErrorRecord error = outcome.OneError();
        Assert.StartsWith("The list of channels broke off after 100 of 120; the other 20 were not looked at. ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ids.Take(100), outcome.Of<Recording>().Select(recording => recording.ChannelId).Distinct());
    }

    [Theory]
    [InlineData("Get-LsRecording -ChannelId $ids -ThrottleLimit 3", 3)]
    [InlineData("$ids | Get-LsRecording -ThrottleLimit 3", 3)]
    [InlineData("$ids | Get-LsRecording -ThrottleLimit 1", 1)]
    [InlineData("Get-LsRecording -ChannelId $ids", 8)]
    [InlineData("Get-LsRecording -ThrottleLimit 3", 3)]
    [InlineData("Get-LsChannel -ChannelId $ids -ThrottleLimit 3", 3)]
    public void At_most_the_limit_is_asked_at_once(string script, int limit)
    {
        Service service = new(seed: false);
        AddChannels(service, 20, out string[] ids);
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Line.Before = (request, cancellationToken) => request.RequestUri!.Query.Length > 0 ? Task.CompletedTask : open.Task.WaitAsync(cancellationToken);
        using Shell shell = Shell.On(service);
        shell.Set("ids", ids);

        using Running running = shell.Start(script);
        int lists = script.Contains("$ids", StringComparison.Ordinal) ? 0 : 1;
        for (int i = 0; i < limit + lists; i++)
        {
            service.Line.AwaitArrival(TestContext.Current.CancellationToken);
        }

        open.SetResult();
        Outcome outcome = running.End().Quiet();

        Assert.Equal(20 + lists, service.Line.Sent);
        Assert.Equal(limit, service.Line.Peak - (service.Line.Peak > limit ? lists : 0));
        Assert.Equal(ids, outcome.Output.Select(item => (string)item.Properties["ChannelId"].Value));

        static void AddChannels(Service service, int count, out string[] ids)
        {
            ids = Enumerable.Range(0, count).Select(_ => service.Emulator.Channels.Add("c")).ToArray();
            foreach (string id in ids)
            {
                service.Emulator.Recordings.Add(id, 1);
            }
        }
    }

    [Fact]
    public void Answers_that_come_late_keep_their_place()
    {
        Service service = new();
        TaskCompletionSource second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Line.Before = async (request, cancellationToken) =>
        {
            if (request.RequestUri!.AbsolutePath.Contains(Service.Weekly, StringComparison.Ordinal))
            {
                await second.Task.WaitAsync(cancellationToken);
            }
            else
            {
                second.TrySetResult();
            }
        };
        using Shell shell = Shell.On(service);

        IEnumerable<string?> order = shell.Run($"Get-LsRecording {Service.Weekly}, {Service.News}").Quiet().Of<Recording>().Select(recording => recording.ChannelId);

        Assert.Equal([Service.Weekly, Service.News], order.Distinct());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void One_channel_that_fails_is_one_error_in_its_place_and_the_rest_goes_on(int limit)
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run($"Get-LsRecording {Service.PageExample}, nope, {Service.News} -ThrottleLimit {limit} 2>&1").Quiet();

        Assert.Equal(2 + 1 + 4, outcome.Output.Count);
        ErrorRecord error = Assert.IsType<ErrorRecord>(outcome.Output[2].BaseObject);
        Assert.Equal("nope", error.TargetObject);
        Assert.All(outcome.Output.Where((_, i) => i != 2), item => Assert.IsType<Recording>(item.BaseObject));
    }

    [Fact]
    public void One_channel_of_all_that_fails_is_one_error_about_its_id()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.Error(400, 250005).On("GET", Service.News + "/records"));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run("Get-LsRecording");

        Assert.Equal(Service.News, outcome.OneError().TargetObject);
        Assert.Equal(2 + 10, outcome.Output.Count);
    }

    [Fact]
    public void A_list_of_channels_that_fails_is_one_error()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.Error(403, 210).On("GET", "/channels?"));
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run("Get-LsRecording");

        Assert.Equal("PermissionDenied,LiveStation.PowerShell.GetLsRecordingCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void ErrorAction_Stop_ends_it_at_the_first_error_and_leaves_nothing_open()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        ErrorRecord error = shell.Terminating($"$global:got = @(); Get-LsRecording {Service.PageExample}, nope, {Service.News} -ErrorAction Stop | ForEach-Object {{ $global:got += $_ }}");

        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(2, ((object[])shell.Get("got")!).Length);
        Assert.Equal(0, service.Line.Open);
    }

    [Fact]
    public void ErrorAction_SilentlyContinue_is_silent_and_ErrorVariable_gets_it()
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run($"Get-LsRecording nope, {Service.News} -ErrorAction SilentlyContinue -ErrorVariable failed");

        Assert.Equal(4, outcome.Output.Count);
        Assert.Empty(outcome.Errors);
        Assert.Single(Assert.IsAssignableFrom<System.Collections.IList>(shell.Get("failed")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void A_limit_out_of_range_is_refused(int limit)
    {
        using Shell shell = Shell.On(new Service());

        Assert.StartsWith("ParameterArgumentValidationError", shell.Terminating($"Get-LsRecording -ThrottleLimit {limit}").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_channels_with_one_answer_each_are_all_let_go()
    {
        Service service = new(seed: false);
        string[] ids = Enumerable.Range(0, 100).Select(_ => service.Emulator.Channels.Add("c")).ToArray();
        foreach (string id in ids)
        {
            service.Emulator.Recordings.Add(id, 3);
        }

        using Shell shell = Shell.On(service);

        Assert.Equal(300, shell.Run("Get-LsRecording").Quiet().Output.Count);
        Assert.Equal(0, service.Line.Open);
    }

    [Fact]
    public void A_long_list_arrives_whole_and_in_order()
    {
        Service service = new(seed: false);
        string id = service.Emulator.Channels.Add("long");
        IReadOnlyList<long> ids = service.Emulator.Recordings.Add(id, 20_000);
        using Shell shell = Shell.On(service);

        Assert.Equal(ids, shell.Run($"Get-LsRecording {id}").Quiet().Of<Recording>().Select(recording => recording.RecordId));
    }

    [Fact]
    public void The_first_object_leaves_before_the_last_byte_has_come()
    {
        Service service = new(seed: false);
        string id = service.Emulator.Channels.Add("long");
        service.Emulator.Recordings.Add(id, 200);
        service.Emulator.Faults.Add(Fault.StalledBody(50_000));
        using Shell shell = Shell.On(service);
        using ManualResetEventSlim first = new();
        shell.Set("first", first);

        using Running running = shell.Start($"Get-LsRecording {id} | ForEach-Object {{ $first.Set() }}");

        Assert.True(first.Wait(Running.Patience, TestContext.Current.CancellationToken));
        Assert.Equal(PSInvocationState.Running, running.State);
        running.Stop();
    }

    [Fact]
    public void With_a_limit_of_one_the_pipeline_variable_is_the_input_of_what_is_written()
    {
        using Shell shell = Shell.On(new Service());

        IReadOnlyList<string> pairs = shell.Run("Get-LsChannel -PipelineVariable channel | Get-LsRecording -ThrottleLimit 1 | ForEach-Object { \"$($channel.ChannelId) $($_.ChannelId)\" }").Quiet().Of<string>();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Equal(pair.Split(' ')[0], pair.Split(' ')[1]));
    }
}
