using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Metrics;

public sealed class MetricTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("livestation-metrics-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Figures_say_what_the_account_is_like()
    {
        using Studio studio = new(seed: true);
        studio.Emulator.Channels.SetStream(Service.News, 400_000, 12.5);

        IReadOnlyList<Metric> metrics = studio.Run("Get-LsMetric").Quiet().Of<Metric>();

        Assert.Equal(1, Of("livestation_up"));
        Assert.Equal(0, Of("livestation_read_errors"));
        Assert.Equal((1, 2, 1), (Of("livestation_channels", status: "publishing"), Of("livestation_channels", status: "ready"), Of("livestation_channels", status: "block")));
        Assert.Equal((1, 0), (Of("livestation_channel_on_air", Service.News), Of("livestation_channel_on_air", Service.Weekly)));
        Assert.Equal((1, 0), (Of("livestation_channel_status", Service.Event, "block"), Of("livestation_channel_status", Service.Event, "ready")));
        Assert.Equal((50_000, 250_000), (Of("livestation_stream_video_bytes_per_second", Service.News), Of("livestation_quality_video_bytes_per_second", Service.News)));
        Assert.Equal((12.5, 30, 1), (Of("livestation_stream_video_frames_per_second", Service.News), Of("livestation_quality_video_frames_per_second", Service.News), Of("livestation_stream_weak", Service.News)));
        Assert.Equal((1, 4, 2, 0), (Of("livestation_recordings", Service.Weekly, "transfer_fail"), Of("livestation_recordings", Service.Weekly, "transfer_ready"), Of("livestation_recordings", Service.Weekly, "transfer_finish"), Of("livestation_recordings", Service.Weekly, "recording")));
        Assert.InRange(Of("livestation_recordings_expiry_time_seconds", Service.Weekly) - DateTimeOffset.UtcNow.ToUnixTimeSeconds(), 4.9 * 3600, 5.1 * 3600);
        Assert.InRange(Of("livestation_channel_on_air_seconds_total", Service.News), 42 * 60, 43 * 60);
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - Of("livestation_channel_on_air_start_time_seconds", Service.News), (42 * 60) - 1, 43 * 60);
        Assert.DoesNotContain(metrics, metric => metric.ChannelId == Service.Weekly && metric.Name!.StartsWith("livestation_stream", StringComparison.Ordinal));
        Assert.Empty(studio.Writes);

        double Of(string name, string? channelId = null, string? status = null) =>
            Assert.Single(metrics, metric => metric.Name == name && metric.ChannelId == channelId && (status is null || metric.Status == status)).Value;
    }

    [Fact]
    public void Only_the_channels_of_the_pipeline_are_read_and_none_of_them_is_not_all()
    {
        using Studio studio = new(seed: true);

        Assert.Equal([Service.News], Channels($"Get-LsChannel {Service.News} | Get-LsMetric"));
        Assert.Equal([Service.News], Channels($"Get-LsMetric {Service.News}, {Service.News}"));
        Assert.Empty(Channels("Get-LsChannel -Status Creating | Get-LsMetric"));
        Assert.Equal(4, Channels("Get-LsMetric").Count());

        IEnumerable<string> Channels(string script) => studio.Run(script).Quiet().Of<Metric>().Select(metric => metric.ChannelId).OfType<string>().Distinct();
    }

    [Fact]
    public void What_cannot_be_read_is_an_error_and_a_figure_and_the_rest_is_there()
    {
        using Studio studio = new(seed: true);
        studio.Emulator.Faults.Add(Fault.Error(500, 900).On("GET", "/streamMetadata").Always());

        Outcome outcome = studio.Run("Get-LsMetric");

        Assert.Equal(Service.News, outcome.OneError().TargetObject);
        IReadOnlyList<Metric> metrics = outcome.Of<Metric>();
        Assert.Equal((1, 1), (Value(metrics, "livestation_up"), Value(metrics, "livestation_read_errors")));
        Assert.Contains(metrics, metric => metric.ChannelId == Service.News && metric.Name == "livestation_recordings");
    }

    // Whoever watches the file has to see that nothing could be read, instead of yesterday's figures.
    [Theory]
    [InlineData(500, 900, "GatewayFailure")]
    [InlineData(401, 200, "AuthenticationFailed")]
    public void A_service_that_is_down_is_written_down_before_it_is_an_error(int status, int code, string errorId)
    {
        using Studio studio = new(seed: true);
        string file = Path.Combine(_folder, "down.prom");
        studio.Emulator.Faults.Add(Fault.Error(status, code).Always());

        Assert.Equal(errorId, studio.Run($"Export-LsMetric '{file}'").OneError().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("\nlivestation_up 0\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_what_the_collector_reads()
    {
        using Studio studio = new(seed: true);
        studio.OnAir("say \"a\\b\"\u001b[2J");
        string file = Path.Combine(_folder, "livestation.prom");
        File.WriteAllText(file, "old");

        Assert.Empty(studio.Run($"Export-LsMetric '{file}'").Quiet().Output);

        byte[] bytes = File.ReadAllBytes(file);
        string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
        Assert.NotEqual(0xEF, bytes[0]);
        Exposition read = Exposition.Parse(text);
        Assert.Equal("counter", read.Types["livestation_channel_on_air_seconds_total"]);
        Assert.All(read.Types, type => Assert.Equal(type.Key.EndsWith("_total", StringComparison.Ordinal), type.Value == "counter"));
        Assert.Contains(read.Samples, sample => sample.Name == "livestation_channel_on_air" && sample.Labels["channel_name"] == "say \"a\\b\" [2J" && sample.Value == 1);
        Assert.Contains(read.Samples, sample => sample.Labels.TryGetValue("channel_name", out string? name) && name == "아침뉴스");
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Promtool_finds_nothing_to_say_where_it_is_installed()
    {
        using Studio studio = new(seed: true);
        string file = Path.Combine(_folder, "livestation.prom");
        studio.Run($"Export-LsMetric '{file}'").Quiet();
        Process promtool;
        try
        {
            promtool = Process.Start(new ProcessStartInfo("promtool", "check metrics") { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("promtool is not installed (Debian: prometheus).");
            return;
        }

        using (promtool)
        {
            await promtool.StandardInput.WriteAsync(File.ReadAllText(file));
            promtool.StandardInput.Close();
            string said = await promtool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken) + await promtool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await promtool.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal((0, ""), (promtool.ExitCode, said));
        }
    }

    [Fact]
    public void WhatIf_reads_and_writes_nothing_down_and_PassThru_gives_the_file()
    {
        using Studio studio = new(seed: true);
        string file = Path.Combine(_folder, "livestation.prom");

        studio.Run($"Export-LsMetric '{file}' -WhatIf").Quiet();
        Assert.False(File.Exists(file));
        Assert.Equal(file, Assert.Single(studio.Run($"Export-LsMetric '{file}' -PassThru").Quiet().Of<FileInfo>()).FullName);
    }

    [Fact]
    public void What_cannot_be_written_is_one_error_and_the_old_file_stays()
    {
        using Studio studio = new(seed: true);
        string file = Path.Combine(_folder, "none", "livestation.prom");

        ErrorRecord error = studio.Shell.Terminating($"Export-LsMetric '{file}'");
        Assert.Equal("FolderNotFound", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("there is no folder " + Path.GetDirectoryName(file), error.ToString(), StringComparison.Ordinal);
        Assert.Equal("TargetIsFolder", studio.Shell.Terminating($"Export-LsMetric '{_folder}'").FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(studio.Calls);
        Assert.Equal("PathNotInFileSystem", studio.Shell.Terminating("Export-LsMetric Variable:x.prom").FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(".prom", Assert.Single(studio.Run($"Export-LsMetric '{Path.Combine(_folder, "livestation.txt")}'").Warnings), StringComparison.Ordinal);
    }

    private static double Value(IReadOnlyList<Metric> metrics, string name) => Assert.Single(metrics, metric => metric.Name == name).Value;
}
