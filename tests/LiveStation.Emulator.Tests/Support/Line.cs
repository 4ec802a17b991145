using System;
using System.Net.Http;
using System.Text;
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

    /// <summary>A control call: its status, and what it says.</summary>
    public async Task<(int Status, string Text)> ControlAsync(string method, string path, string body = "")
    {
        using HttpClient client = new() { BaseAddress = Address };
        using HttpRequestMessage request = new(new HttpMethod(method), "_emulator/" + path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
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
