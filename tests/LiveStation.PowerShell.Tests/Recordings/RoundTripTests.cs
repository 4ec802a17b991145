using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace LiveStation.PowerShell.Tests.Recordings;

public class RoundTripTests
{
    private const string Copy = "function Copy-It([int]$Depth) { foreach ($i in $input) { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($i, $Depth)) } }; ";

    // A job and a remote session write at depth 1, and hand out bags with the name of the type behind "Deserialized.".
    private const string Bag = Copy + "function Get-Bag { foreach ($i in $input) { $t = 'Deserialized.' + $i.psobject.TypeNames[0]; $x = [System.Management.Automation.PSSerializer]::Serialize($i, 1); $x = $x.Replace('<T>LiveStation.', '<T>Bag.LiveStation.'); $b = [System.Management.Automation.PSSerializer]::Deserialize($x); $b.psobject.TypeNames.Clear(); $b.psobject.TypeNames.Add($t); $b } }; ";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_recording_comes_back_as_what_it_was(int depth)
    {
        using Shell shell = Shell.On(new Service());

        IReadOnlyList<Recording> pairs = shell.Run(Copy + $"Get-LsRecording | ForEach-Object {{ $_; $_ | Copy-It -Depth {depth} }}").Quiet().Of<Recording>();

        Assert.Equal(32, pairs.Count);
        for (int i = 0; i < pairs.Count; i += 2)
        {
            Assert.NotSame(pairs[i], pairs[i + 1]);
            SameValues(pairs[i], pairs[i + 1]);
        }
    }

    [Fact]
    public void A_status_that_is_new_keeps_its_text()
    {
        Service service = new();
        service.Emulator.Faults.Add(LiveStation.Emulator.Fault.UnknownValues("SOMETHING_NEW"));
        using Shell shell = Shell.On(service);

        Recording copy = shell.Run(Copy + $"Get-LsRecording {Service.Weekly} | Copy-It -Depth 1").Quiet().Of<Recording>()[0];

        Assert.Equal(RecordStatus.Unknown, copy.Status);
        Assert.Equal("SOMETHING_NEW", copy.StatusText);
    }

    [Fact]
    public void Times_come_back_local_and_at_the_same_instant()
    {
        using Shell shell = Shell.On(new Service());

        Recording copy = shell.Run(Copy + $"Get-LsRecording {Service.PageExample} | Copy-It -Depth 1").Quiet().Of<Recording>()[0];

        Assert.Equal(DateTimeKind.Local, copy.RecordBeginTime!.Value.Kind);
        Assert.Equal(1584952615000, new DateTimeOffset(copy.RecordBeginTime.Value).ToUnixTimeMilliseconds());
        Assert.Equal(DateTimeKind.Local, copy.ShouldDeleteTime!.Value.Kind);
        Assert.Equal(DateTimeKind.Local, copy.CreatedTime!.Value.Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_channel_comes_back_as_what_it_was_but_for_its_keys(int depth)
    {
        using Shell shell = Shell.On(new Service());

        IReadOnlyList<Channel> pairs = shell.Run(Copy + $"Get-LsChannel | ForEach-Object {{ $_; $_ | Copy-It -Depth {depth} }}").Quiet().Of<Channel>();

        Assert.Equal(8, pairs.Count);
        for (int i = 0; i < pairs.Count; i += 2)
        {
            SameValues(pairs[i], pairs[i + 1], nameof(Channel.StreamKey), nameof(Channel.BackupStreamKey));
            Assert.NotNull(pairs[i].StreamKey);
            Assert.Null(pairs[i + 1].StreamKey);
        }
    }

    [Fact]
    public void Bags_filter_and_bind()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        Outcome outcome = shell.Run(Bag + $"$bags = Get-LsRecording {Service.Weekly} | Get-Bag; $bags").Quiet();
        Assert.Equal(10, outcome.Output.Count);
        Assert.All(outcome.Output, bag => Assert.IsType<PSCustomObject>(bag.BaseObject, exactMatch: false));
        Assert.All(outcome.Output, bag => Assert.Equal("Deserialized.LiveStation.Recording", bag.TypeNames[0]));

        Assert.Equal(4, shell.Run("$bags | Where-Object Status -eq TransferReady").Quiet().Output.Count);
        Assert.Equal(4, shell.Run("$bags | Where-Object StatusText -eq TRANSFER_READY").Quiet().Output.Count);
        Assert.NotEmpty(shell.Run("$bags | Where-Object { $_.ShouldDeleteTime -gt [datetime]::Now }").Quiet().Output);
        service.Emulator.ClearRequests();
        Assert.Equal(2, shell.Run("$bags[0, 2] | Get-LsRecording").Quiet().Of<Recording>().Count);
        Assert.All(service.Paths, path => Assert.StartsWith($"/channels/{Service.Weekly}/records/", path, StringComparison.Ordinal));
        Assert.Equal(Service.Weekly, Assert.Single(shell.Run("$bags[0] | Get-LsChannel").Quiet().Of<Channel>()).ChannelId);
    }

    [Fact]
    public void Bags_of_channels_bind()
    {
        using Shell shell = Shell.On(new Service());

        shell.Run(Bag + $"$bags = Get-LsChannel {Service.Weekly}, {Service.News} | Get-Bag").Quiet();

        Assert.Equal(14, shell.Run("$bags | Get-LsRecording").Quiet().Of<Recording>().Count);
        Assert.Equal(14, shell.Run("Get-LsRecording -ChannelId $bags").Quiet().Of<Recording>().Count);
        Assert.Equal(2, shell.Run("$bags | Get-LsChannel").Quiet().Of<Channel>().Count);
    }

    [Fact]
    public void A_cast_rebuilds_a_bag()
    {
        using Shell shell = Shell.On(new Service());

        IReadOnlyList<Recording> pairs = shell.Run(Bag + "Get-LsRecording | ForEach-Object { $_; [LiveStation.Recording]($_ | Get-Bag) }").Quiet().Of<Recording>();

        Assert.Equal(32, pairs.Count);
        for (int i = 0; i < pairs.Count; i += 2)
        {
            SameValues(pairs[i], pairs[i + 1]);
        }
    }

    [Fact]
    public void A_cast_refuses_what_is_no_copy_of_a_record()
    {
        using Shell shell = new();

        Assert.Contains("InvalidCast", shell.Terminating("[LiveStation.Recording][pscustomobject]@{ RecordId = 1; Nonsense = 2 }").FullyQualifiedErrorId + shell.Terminating("[LiveStation.Recording]'text'").FullyQualifiedErrorId, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_context_and_a_test_of_a_connection_survive_as_bags_without_harm()
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run(Copy + "$ctx | Copy-It -Depth 1; Test-LsConnection | Copy-It -Depth 2; Resolve-LsError 250507 | Copy-It -Depth 1").Quiet();

        Assert.Equal("Deserialized.LiveStation.PowerShell.LsContext", outcome.Output[0].TypeNames[0]);
        Assert.Equal(true, outcome.Output[1].Properties["Authenticated"].Value);
        Assert.Equal(250507, outcome.Output[2].Properties["Code"].Value);
        ErrorRecord error = shell.Terminating(Copy + "Get-LsChannel -Context ($ctx | Copy-It -Depth 2)");
        Assert.StartsWith("ParameterArgumentTransformationError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Run Connect-LsAccount inside the job", error.ToString(), StringComparison.Ordinal);
    }

    private static void SameValues<T>(T expected, T actual, params string[] but)
    {
        foreach (PropertyInfo property in typeof(T).GetProperties().Where(property => !but.Contains(property.Name)))
        {
            object? one = property.GetValue(expected);
            object? other = property.GetValue(actual);
            if (property.Name == nameof(Recording.TimeLeft) && one is TimeSpan left)
            {
                // Counts down.
                Assert.InRange(Assert.IsType<TimeSpan>(other), left - TimeSpan.FromMinutes(1), left);
                continue;
            }

            Assert.True(Equals(one, other), $"{property.Name}: {one} became {other}");
        }
    }
}
