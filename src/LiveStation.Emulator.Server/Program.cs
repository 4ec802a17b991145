using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace LiveStation.Emulator.Server;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments.Any(static one => one is "--help" or "-h" or "-?"))
        {
            await Console.Out.WriteLineAsync(ServerArguments.Usage).ConfigureAwait(false);
            return 0;
        }

        if (arguments is ["--version"])
        {
            await Console.Out.WriteLineAsync($"{ServerArguments.Tool} {typeof(Program).Assembly.GetName().Version!.ToString(3)}").ConfigureAwait(false);
            return 0;
        }

        if (ServerArguments.Parse(arguments, out string fault) is not ServerArguments settings)
        {
            await Console.Error.WriteLineAsync($"{fault}\n{ServerArguments.Tool} --help tells all options.").ConfigureAwait(false);
            return 2;
        }

        LiveStationEmulator emulator = new(settings.ToOptions());
        try
        {
            if (settings.Play is string play)
            {
                if (play != ServerArguments.Evening && !File.Exists(play))
                {
                    await Console.Error.WriteLineAsync($"--play {play}: there is no such file. Give evening, the play that is ready, or the file of a script.").ConfigureAwait(false);
                    return 1;
                }

                string? script = play == ServerArguments.Evening ? null : await File.ReadAllTextAsync(play).ConfigureAwait(false);
                emulator.Play(script, speed: settings.PlaySpeed ?? 1);
            }

            EmulatorServer server = await EmulatorServer.StartAsync(emulator, settings.Port).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable _ = server.ConfigureAwait(false);
            await Console.Out.WriteLineAsync($"""
                {emulator}, listening on {server.BaseAddress} (Ctrl+C ends it)

                The keys below are made up by this server and open nothing else. Paste them where the client runs:
                  NCLOUD_ACCESS_KEY_ID={emulator.AccessKeyId}
                  NCLOUD_SECRET_ACCESS_KEY={emulator.GetSecretKey()}
                In PowerShell:
                  $env:NCLOUD_ACCESS_KEY_ID = '{emulator.AccessKeyId}'; $env:NCLOUD_SECRET_ACCESS_KEY = '{emulator.GetSecretKey()}'
                  Connect-LsAccount -Endpoint {server.BaseAddress} -StorageEndpoint {server.BaseAddress}{(emulator.Performance is Performance given ? $"\n\nThe play ends at {given.End.ToLocalTime():T}; GET {server.BaseAddress}_emulator/play tells how far it is." : "")}
                """).ConfigureAwait(false);
            await server.WaitForShutdownAsync().ConfigureAwait(false);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The port is taken, or the script cannot be read or understood.
            await Console.Error.WriteLineAsync(PlainWords.Of(exception)).ConfigureAwait(false);
            return 1;
        }
    }
}
