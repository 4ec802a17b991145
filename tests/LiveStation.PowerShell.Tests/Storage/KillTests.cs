using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Emulator;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.PowerShell.Tests.Storage;

/// <summary>A shell that saves is killed, as kill -9 does it, at twenty moments; then the same command ends with the right bytes.</summary>
public class KillTests
{
    private const int Kills = 20;
    private const int Mebi = 1024 * 1024;

    [Fact]
    public async Task Killed_twenty_times_it_ends_with_the_right_bytes()
    {
        string? shell = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "pwsh")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(shell is null, "PowerShell 7 (pwsh) is not on the PATH: a process of its own is what is killed here.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ls-");
        LiveStationEmulator emulator = new(new EmulatorOptions { Seed = false, Pace = Studio.AtOnce });
        string id = emulator.Channels.Add("show");
        long recordId = emulator.Recordings.Add(id, 1, "TRANSFER_FINISH")[0];
        string key = emulator.Storage.Keys("show-archive")[0];
        emulator.Storage.PutNoise("show-archive", key, 160L * Mebi);
        await using EmulatorServer server = await EmulatorServer.StartAsync(emulator, cancellationToken: TestContext.Current.CancellationToken);

        // Four ranges side by side, each 64 KiB every 50 ms: more seconds than all kills leave it.
        emulator.Faults.Add(Fault.SlowBody(TimeSpan.FromMilliseconds(50), 65_536).On("GET", ".mp4").Always());
        Random random = new(20_260_105);
        int named = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process process = Start();
            int before = emulator.Requests.Count;
            while (!process.HasExited && !emulator.Requests.Skip(before).Any(request => request.Method == "GET" && request.Range is not null))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await Task.Delay(random.Next(0, 1200), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            named += Directory.GetFiles(folder.FullName, "*.mp4", SearchOption.AllDirectories).Length;
        }

        // A kill that came too late would have proved nothing.
        Assert.Equal(0, named);
        emulator.Faults.Clear();
        using Process last = Start();
        string said = await last.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await last.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await last.WaitForExitAsync(TestContext.Current.CancellationToken);

        string file = Assert.Single(Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories));
        Assert.True(emulator.Storage.Read("show-archive", key).AsSpan().SequenceEqual(File.ReadAllBytes(file)), said);
        folder.Delete(recursive: true);

        Process Start()
        {
            ProcessStartInfo start = new(shell!, ["-NoProfile", "-NonInteractive", "-Command", $"Import-Module '{Path.Combine(Shell.Root, "LiveStation.psd1")}'; $null = Connect-LsAccount -Endpoint {server.BaseAddress} -StorageEndpoint {server.BaseAddress}; Save-LsRecording -ChannelId {id} -RecordId {recordId} -Path '{folder.FullName}' -PartSizeMB 1 | Format-List Status, Resumed, HowVerified, Elapsed"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["NCLOUD_ACCESS_KEY_ID"] = emulator.AccessKeyId;
            start.Environment["NCLOUD_SECRET_ACCESS_KEY"] = emulator.GetSecretKey();
            return Process.Start(start)!;
        }
    }
}
