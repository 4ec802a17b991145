using System;
using System.Collections.Generic;
using System.Linq;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Reports;

public class GetLsRecordingGapTests
{
    private const string Copies = "function Again($it) { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it)) }; ";

    [Theory]
    [InlineData("Get-LsRecordingGap")]
    [InlineData("Get-LsRecordingGap $ids")]
    [InlineData("Get-LsChannel | Get-LsRecordingGap -ThrottleLimit 1")]
    [InlineData("Get-LsRecording | Get-LsRecordingGap; Get-LsRecordingGap $bare")]
    [InlineData("Get-LsChannel | Get-LsPublishLog | Get-LsRecordingGap")]
    [InlineData("@(Get-LsRecording) + @(Get-LsChannel | Get-LsPublishLog) | Get-LsRecordingGap")]
    [InlineData("Get-LsRecordingGap (@(Get-LsEvent) + @(Get-LsChannel | Get-LsPublishLog) + @(Get-LsRecording))")]
    [InlineData("Again (@(Get-LsRecording) + @(Get-LsEvent)) | Get-LsRecordingGap")]
    public void An_evening_has_the_gaps_that_it_was_made_with(string script)
    {
        using Evening evening = new();

        IReadOnlyList<RecordingGap> gaps = evening.Studio.Run(Copies + script).Quiet().Of<RecordingGap>();

        Assert.Equal(
            [
                $"{evening.Main} Gap Beginning 0:02",
                $"{evening.Main} Gap Middle 0:10",
                $"{evening.Main} Failed Unknown 0:20",
                $"{evening.Main} Gap End 0:05",
                $"{evening.Bare} Gap Whole 0:15",
                $"{evening.Bare} Gap Whole 0:30 now",
            ],
            gaps.Select(Evening.Row).OrderBy(row => row.StartsWith(evening.Bare, StringComparison.Ordinal)));
        Assert.Equal((evening.Failed, RecordStatus.TransferFail), gaps.Where(gap => gap.Kind == GapKind.Failed).Select(gap => (gap.RecordId!.Value, gap.Status)).Single());
    }

    [Theory]
    [InlineData("-Kind Failed", 1)]
    [InlineData("-Kind GAP, Failed", 6)]
    [InlineData("-Kind Overlap", 0)]
    [InlineData("-MinimumGap 6m", 4)]
    [InlineData("-MinimumGap 0s", 6)]
    [InlineData("-Until '2020-01-01'", 0)]
    [InlineData("-Since '2020-01-01'", 6)]
    [InlineData("-Since '2020-01-01' -Until ([datetime]::Now.AddDays(2))", 6)]
    [InlineData("-Until 1s", 0)]
    public void What_is_asked_for_is_picked(string parameters, int count)
    {
        using Evening evening = new();

        Assert.Equal(count, evening.Studio.Run($"Get-LsRecordingGap {parameters}").Quiet().Output.Count);
    }

    // What is given is not asked again; what is not given of a channel is.
    [Theory]
    [InlineData("@(Get-LsRecording $main) + @(Get-LsPublishLog $main)", "")]
    [InlineData("Get-LsRecording $main", "GET /channels/{id}/publish-log")]
    [InlineData("Get-LsPublishLog $main", "GET /channels/{id}/records")]
    [InlineData("Get-LsEvent $main -Event OnAirStart", "GET /channels/{id}/records, GET /channels/{id}/publish-log")]
    public void Only_what_was_not_given_is_asked_for(string input, string calls)
    {
        using Evening evening = new();
        evening.Studio.Run($"$given = @({input})").Quiet();
        evening.Studio.Emulator.ClearRequests();

        Assert.Equal(4, evening.Studio.Run("$given | Get-LsRecordingGap").Quiet().Output.Count);
        Assert.Equal(calls.Replace("{id}", evening.Main, StringComparison.Ordinal), string.Join(", ", evening.Studio.Calls));
    }

    // They go on air too, and nothing records them.
    [Fact]
    public void Events_of_other_channels_are_no_gaps()
    {
        using Studio studio = new(seed: true);

        IReadOnlyList<RecordingGap> gaps = studio.Run("Get-LsEvent | Get-LsRecordingGap").Quiet().Of<RecordingGap>();

        string[] live = [.. studio.Run("(Get-LsChannel).ChannelId").Texts()];
        Assert.NotEmpty(gaps);
        Assert.All(gaps, gap => Assert.Contains(gap.ChannelId, live));
    }

    [Fact]
    public void One_channel_that_is_not_there_is_one_error_and_none_is_asked_twice()
    {
        using Evening evening = new();
        evening.Studio.Emulator.ClearRequests();

        Outcome outcome = evening.Studio.Run("Get-LsRecordingGap ls-none, $main, $main");

        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.GetLsRecordingGapCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Equal(4, outcome.Output.Count);
        Assert.Equal(3, evening.Studio.Calls.Count);
    }

    // Half a list would make gaps of what it leaves out.
    [Fact]
    public void A_list_that_breaks_off_gives_no_gaps_but_an_error()
    {
        using Evening evening = new();
        evening.Studio.Emulator.Faults.Add(Fault.CutBodyAtFraction(0.6).On("GET", "records").Always());

        Outcome outcome = evening.Studio.Run("Get-LsRecordingGap $main");

        Assert.Equal(evening.Main, outcome.OneError().TargetObject);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_recording_without_its_channel_is_an_error_and_the_rest_is_judged()
    {
        using Evening evening = new();

        Outcome outcome = evening.Studio.Run("@([LiveStation.Recording] @{ RecordId = 7 }) + @(Get-LsRecording $main) | Get-LsRecordingGap");

        Assert.StartsWith("ChannelIdMissing,", outcome.OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(4, outcome.Output.Count);
    }

    // These name a recording and tell nothing of its time: a judgement of them would be an invention.
    [Theory]
    [InlineData("Get-LsRecordingGap $main -Kind Failed")]
    [InlineData("[LiveStation.RecordingUpload] @{ ChannelId = $main; RecordId = 1 }")]
    [InlineData("[pscustomobject] @{ ChannelId = $main; RecordId = 1 }")]
    [InlineData("Get-LsQualitySet")]
    public void What_tells_no_time_is_refused(string input)
    {
        using Evening evening = new();

        Outcome outcome = evening.Studio.Run($"@({input})[0] | Get-LsRecordingGap");

        Assert.StartsWith("ParameterArgumentTransformationError,", outcome.OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("-Since 1h -Until 2h", "TimesReversed")]
    [InlineData("-Kind Gpa", "CannotConvertArgumentNoMessage")]
    [InlineData("-MinimumGap 10", "ParameterArgumentTransformationError")]
    [InlineData("-Since soon", "ParameterArgumentTransformationError")]
    public void A_slip_is_refused_before_anything_is_sent(string parameters, string errorId)
    {
        using Studio studio = new();

        Assert.StartsWith(errorId, studio.Shell.Terminating($"Get-LsRecordingGap {parameters}").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Fact]
    public void Ctrl_C_ends_it()
    {
        using Evening evening = new();
        evening.Studio.Line.Before = static (_, token) => System.Threading.Tasks.Task.Delay(System.Threading.Timeout.Infinite, token);

        using Running running = evening.Studio.Shell.Start("Get-LsRecordingGap");
        evening.Studio.Line.AwaitArrival(TestContext.Current.CancellationToken);
        running.Stop();

        Assert.Equal(0, evening.Studio.Line.Open);
    }

    [Fact]
    public void A_gap_leads_to_what_it_is_about()
    {
        using Evening evening = new();

        Assert.Equal(evening.Failed, Assert.Single(evening.Studio.Run("Get-LsRecordingGap $main -Kind Failed | Get-LsRecording").Quiet().Of<Recording>()).RecordId);
        Assert.Equal(evening.Failed, Assert.Single(evening.Studio.Run("Get-LsRecordingGap $main -Kind Failed | Export-LsRecording archive -Wait").Quiet().Of<RecordingUpload>()).RecordId);
        Assert.Empty(evening.Studio.Run("Get-LsRecordingGap $main -Kind Failed").Quiet().Output);
    }
}
