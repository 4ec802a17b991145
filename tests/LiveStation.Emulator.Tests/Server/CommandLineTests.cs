using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.Emulator.Tests;

/// <summary>The server as a program of its own.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("--rate-limit 2.5 --burst 7 --retry-after off", """{"requestsPerSecond":2.5,"burst":7,"sendsRetryAfter":false}""")]
    [InlineData("--rate-limit 50 --retry-after on", """{"requestsPerSecond":50,"burst":50,"sendsRetryAfter":true}""")]
    [InlineData("--port 0 --access-key ME", "null")]
    public async Task The_command_line_sets_the_rate_limit(string arguments, string limit)
    {
        using Process server = Start(arguments);
        try
        {
            string first = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            Uri address = new(Regex.Match(first, "http://127\\.0\\.0\\.1:[0-9]+/").Value);
            using HttpClient control = new() { BaseAddress = address };

            Assert.Equal(limit, await control.GetStringAsync(new Uri("_emulator/rate-limit", UriKind.Relative), TestContext.Current.CancellationToken));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("--numbers-as-text on", 200)]
    [InlineData("--numbers-as-text off", 400)]
    [InlineData("", 400)]
    public async Task The_command_line_asks_for_the_liberal_kind_and_the_keys_are_printed(string arguments, int status)
    {
        using Process server = Start("--access-key ME " + arguments);
        try
        {
            string printed = "";
            while (!printed.Contains("NCLOUD_SECRET_ACCESS_KEY", StringComparison.Ordinal))
            {
                printed += await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) + "\n";
            }

            LiveStationEmulator keys = new(new EmulatorOptions { AccessKeyId = "ME", SecretKey = Regex.Match(printed, "NCLOUD_SECRET_ACCESS_KEY=(.*)").Groups[1].Value });
            using Caller caller = new(keys, TimeProvider.System, new Uri(Regex.Match(printed, "http://127\\.0\\.0\\.1:[0-9]+/").Value));

            Assert.Equal(status, (int)(await caller.SendAsync("POST", "/channels", Bodies.With(Bodies.Create, "qualitySetId=\"3\""))).Status);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_command_line_begins_a_play_and_control_calls_steer_it()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "0:00 rehearsal channel\n0:00 rehearsal on-air\n2:00 rehearsal off-air", TestContext.Current.CancellationToken);
        using Process server = Start($"--play \"{file}\" --play-speed 2");
        try
        {
            string first = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            using HttpClient control = new() { BaseAddress = new Uri(Regex.Match(first, "http://127\\.0\\.0\\.1:[0-9]+/").Value) };
            Uri play = new("_emulator/play", UriKind.Relative);

            JsonNode shown = JsonNode.Parse(await control.GetStringAsync(play, TestContext.Current.CancellationToken))!;
            Assert.Equal(["channel", "on-air"], shown["log"]!.AsArray().Select(it => it!["what"]!.ToString()));
            Assert.Equal(TimeSpan.FromHours(1), (DateTimeOffset)shown["end"]! - (DateTimeOffset)shown["start"]!);
            Assert.False((bool)shown["isOver"]!);
            using HttpResponseMessage stopped = await control.DeleteAsync(play, TestContext.Current.CancellationToken);
            using StringContent wrong = new("""{"script":"0:00 nobody on-air"}""");
            using HttpResponseMessage refused = await control.PostAsync(play, wrong, TestContext.Current.CancellationToken);
            using StringContent evening = new("""{"start":"2026-11-01T18:00:00+09:00"}""");
            using HttpResponseMessage begun = await control.PostAsync(play, evening, TestContext.Current.CancellationToken);

            Assert.Equal((204, 400, 204), ((int)stopped.StatusCode, (int)refused.StatusCode, (int)begun.StatusCode));
            shown = JsonNode.Parse(await control.GetStringAsync(play, TestContext.Current.CancellationToken))!;
            Assert.True((bool)shown["isOver"]!);
            Assert.Equal(4, shown["channelIds"]!.AsObject().Count);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_play_that_cannot_be_read_is_said_before_anybody_is_served()
    {
        using Process server = Start("--play no-such-file.txt");
        string error = await server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, server.ExitCode);
        Assert.StartsWith("--play no-such-file.txt: there is no such file.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "Usage: livestation-offline ")]
    [InlineData("--port 1 -h", "Usage: livestation-offline ")]
    [InlineData("--version", "livestation-offline ")]
    public async Task What_is_asked_for_is_no_failure(string arguments, string said)
    {
        using Process server = Start(arguments);
        string output = await server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, server.ExitCode);
        Assert.StartsWith(said, output, StringComparison.Ordinal);
        Assert.Equal(arguments == "--version", Regex.IsMatch(output, @"^livestation-offline [0-9]+\.[0-9]+\.[0-9]+\s*$"));
    }

    // As somebody types them who has the page open.
    [Fact]
    public async Task The_lines_of_the_page_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The lines are for a POSIX shell.");
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "curl"))), "There is no curl here.");
        string page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "offline-service.md"), TestContext.Current.CancellationToken);
        string[] lines = [.. Regex.Matches(page, "(?m)^curl .*$").Select(static match => match.Value)];
        Assert.Equal(3, lines.Length);
        using Process server = Start("");
        try
        {
            string first = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            string address = Regex.Match(first, "http://127\\.0\\.0\\.1:[0-9]+").Value;
            foreach (string line in lines)
            {
                using Process curl = Process.Start(new ProcessStartInfo("sh", ["-c", line.Replace("curl ", "curl --silent --fail ", StringComparison.Ordinal).Replace("http://127.0.0.1:8080", address, StringComparison.Ordinal)]) { RedirectStandardOutput = true })!;
                await curl.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.Equal((line, 0), (line, curl.ExitCode));
            }

            using HttpClient control = new() { BaseAddress = new Uri(address) };
            Assert.Equal(4, JsonNode.Parse(await control.GetStringAsync(new Uri("_emulator/play", UriKind.Relative), TestContext.Current.CancellationToken))!["channelIds"]!.AsObject().Count);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("--play-speed 5", "--play-speed needs a --play.")]
    [InlineData("--play evening --play-speed 0", "--play-speed 0: a number above 0 and up to 1000000 is needed.")]
    [InlineData("--prot 8080", "There is no option --prot.")]
    [InlineData("8080", "There is no option 8080.")]
    [InlineData("--rate-limit", "--rate-limit: a number from 0.001 to 1000000 is needed.")]
    [InlineData("--rate-limit 0")]
    [InlineData("--rate-limit -1")]
    [InlineData("--rate-limit NaN")]
    [InlineData("--rate-limit 1000001")]
    [InlineData("--rate-limit 5 --burst 0")]
    [InlineData("--rate-limit 5 --burst 2147483648")]
    [InlineData("--rate-limit 5 --retry-after maybe")]
    [InlineData("--numbers-as-text yes")]
    [InlineData("--burst 5", "--burst and --retry-after need a --rate-limit.")]
    [InlineData("--retry-after off", "--burst and --retry-after need a --rate-limit.")]
    [InlineData("--port 65536", "--port 65536: a whole number from 0 to 65535 is needed.")]
    [InlineData("--host 0.0.0.0", "There is no option --host.")]
    public async Task What_cannot_be_understood_is_said(string arguments, string? said = null)
    {
        using Process server = Start(arguments);
        string error = await server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, server.ExitCode);
        Assert.StartsWith(said ?? arguments.Split(' ')[^2], error, StringComparison.Ordinal);
        Assert.EndsWith("livestation-offline --help tells all options.", error.TrimEnd(), StringComparison.Ordinal);
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LiveStation.psd1")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static Process Start(string arguments)
    {
        string program = typeof(EmulatorServer).Assembly.Location;
        return Process.Start(new ProcessStartInfo("dotnet", $"\"{program}\" {arguments}") { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
