using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LiveStation.Emulator.Server;

/// <summary>The offline service behind a socket of this machine: for any client, and for tests that need real connections.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private EmulatorServer(WebApplication application, LiveStationEmulator emulator, Uri baseAddress)
    {
        _application = application;
        Emulator = emulator;
        BaseAddress = baseAddress;
    }

    /// <summary>The service that answers.</summary>
    public LiveStationEmulator Emulator { get; }

    /// <summary>Where it listens, such as http://127.0.0.1:40123/.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts to listen on 127.0.0.1.</summary>
    /// <param name="emulator">The service that answers.</param>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<EmulatorServer> StartAsync(LiveStationEmulator emulator, int port = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(emulator);

        // An empty builder reads no settings from files or the environment and logs nothing: nobody can widen the address.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Bodies are read with a limit of their own, and refused in the words of the service. Kestrel's own refusal has no body.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        WebApplication application = builder.Build();
        SocketTransport transport = new(emulator, application.Lifetime.ApplicationStopping);
        ControlCalls control = new(emulator);
        application.Run(context =>
            LocalCallers.Refuse(context.Request) is string reason ? context.SayAsync(StatusCodes.Status403Forbidden, reason)
            : ControlCalls.IsControl(context) ? control.HandleAsync(context)
            : transport.HandleAsync(context));
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        string address = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new EmulatorServer(application, emulator, new Uri(address));
    }

    /// <summary>Waits until Ctrl+C, or until the token is cancelled.</summary>
    /// <param name="cancellationToken">Ends the wait and stops the server.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _application.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops to listen; answers that still run are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }
}
