using System;
using System.Threading.Tasks;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.Emulator.Tests;

/// <summary>A caller and a service, in one process or with a socket between them.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly EmulatorServer? _server;

    private Line(Caller caller, WatchedTime time, EmulatorServer? server)
    {
        Caller = caller;
        Time = time;
        _server = server;
    }

    public Caller Caller { get; }

    public WatchedTime Time { get; }

    public FaultPlan Faults => Caller.Emulator.Faults;

    public Uri Address => _server!.BaseAddress;

    public static async Task<Line> OpenAsync(bool socket)
    {
        WatchedTime time = new();
        LiveStationEmulator emulator = new(new EmulatorOptions { TimeProvider = time });
        EmulatorServer? server = socket ? await EmulatorServer.StartAsync(emulator, cancellationToken: TestContext.Current.CancellationToken) : null;
        return new Line(new Caller(emulator, time, server?.BaseAddress), time, server);
    }

    public async ValueTask DisposeAsync()
    {
        Caller.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Time.Dispose();
    }
}
