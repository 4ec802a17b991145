using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Recordings;

/// <summary>Start-LsRecording and Stop-LsRecording.</summary>
public class RecordingSwitchTests
{
    [Fact]
    public void A_recording_starts_and_stops_and_both_return_it()
    {
        using Studio studio = new();
        string id = studio.OnAir();

        Recording started = Assert.Single(studio.Run($"Start-LsRecording {id}").Quiet().Of<Recording>());
        Recording stopped = Assert.Single(studio.Run($"Get-LsChannel {id} | Stop-LsRecording").Quiet().Of<Recording>());

        Assert.Equal((id, RecordStatus.Recording), (started.ChannelId, started.Status));
        Assert.Equal((started.RecordId, RecordStatus.Processing), (stopped.RecordId, stopped.Status));
        Assert.Equal([$"PUT /channels/{id}/startRecord", $"PUT /channels/{id}/stopRecord"], studio.Writes.Select(Studio.Call));
    }

    [Fact]
    public void A_channel_that_records_two_kinds_returns_both()
    {
        using Studio studio = new();
        string id = studio.OnAir(recordFormat: "ALL");

        Assert.Equal([RecordType.Mp4, RecordType.Hls], studio.Run($"Start-LsRecording {id}").Quiet().Of<Recording>().Select(recording => recording.RecordType));
    }

    [Fact]
    public void Each_channel_that_refuses_is_an_error_and_the_rest_goes_on()
    {
        using Studio studio = new(seed: true);
        string good = studio.OnAir();

        Outcome outcome = studio.Run($"'{Service.Weekly}', '{Service.News}', 'nope', '{good}' | Start-LsRecording");

        Assert.Equal(good, Assert.Single(outcome.Of<Recording>()).ChannelId);
        Assert.Equal([Service.Weekly, Service.News, "nope"], outcome.Errors.Select(error => (string)error.TargetObject));
        Assert.Equal([250134, 250135, 250123], outcome.Errors.Select(error => Assert.IsType<LiveStationApiException>(error.Exception).Code));
    }

    [Fact]
    public void To_stop_what_does_not_run_is_an_error()
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run($"Stop-LsRecording {Service.Weekly}").OneError();

        Assert.Equal(250137, Assert.IsType<LiveStationApiException>(error.Exception).Code);
        Assert.EndsWith(",LiveStation.PowerShell.StopLsRecordingCommand", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
