using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace LiveStation.Emulator.Server;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (ServerArguments.Parse(arguments) is not ServerArguments settings)
        {
            await Console.Error.WriteLineAsync(ServerArguments.Usage).ConfigureAwait(false);
            return 2;
        }

        LiveStationEmulator emulator = new(settings.ToOptions());
        try
        {
            EmulatorServer server = await EmulatorServer.StartAsync(emulator, settings.Port).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable _ = server.ConfigureAwait(false);
            await Console.Out.WriteLineAsync($"""
                {emulator}, listening on {server.BaseAddress} (Ctrl+C ends it)

                The keys below are made up by this server and open nothing else. Paste them where the client runs:
                  NCLOUD_ACCESS_KEY_ID={emulator.AccessKeyId}
                  NCLOUD_SECRET_ACCESS_KEY={emulator.GetSecretKey()}
                In PowerShell:
                  $env:NCLOUD_ACCESS_KEY_ID = '{emulator.AccessKeyId}'; $env:NCLOUD_SECRET_ACCESS_KEY = '{emulator.GetSecretKey()}'
                  Connect-LsAccount -Endpoint {server.BaseAddress} -StorageEndpoint {server.BaseAddress}
                """).ConfigureAwait(false);
            await server.WaitForShutdownAsync().ConfigureAwait(false);
            return 0;
        }
        catch (IOException exception)
        {
            // The port is taken.
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return 1;
        }
    }
}
