using System;
using System.Diagnostics;
using System.Net.Http;
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

    [Theory]
    [InlineData("--rate-limit")]
    [InlineData("--rate-limit 0")]
    [InlineData("--rate-limit -1")]
    [InlineData("--rate-limit NaN")]
    [InlineData("--rate-limit 1000001")]
    [InlineData("--rate-limit 5 --burst 0")]
    [InlineData("--rate-limit 5 --burst 2147483648")]
    [InlineData("--rate-limit 5 --retry-after maybe")]
    [InlineData("--numbers-as-text yes")]
    [InlineData("--burst 5")]
    [InlineData("--retry-after off")]
    [InlineData("--port 65536")]
    [InlineData("--host 0.0.0.0")]
    public async Task What_cannot_be_understood_ends_with_the_usage(string arguments)
    {
        using Process server = Start(arguments);
        string error = await server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, server.ExitCode);
        Assert.StartsWith("Usage:", error, StringComparison.Ordinal);
    }

    private static Process Start(string arguments)
    {
        string program = typeof(EmulatorServer).Assembly.Location;
        return Process.Start(new ProcessStartInfo("dotnet", $"\"{program}\" {arguments}") { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
