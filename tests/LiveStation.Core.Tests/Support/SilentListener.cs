using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace LiveStation.Core.Tests.Support;

/// <summary>Takes a connection and never says a word: a TLS handshake does not end.</summary>
internal sealed class SilentListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private TcpClient? _connection;

    public SilentListener(TaskCompletionSource<bool> connected)
    {
        _listener.Start();
        Address = new Uri("https://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port);
        _ = AcceptAsync(connected);
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _listener.Stop();
        _connection?.Dispose();
    }

    private async Task AcceptAsync(TaskCompletionSource<bool> connected)
    {
        _connection = await _listener.AcceptTcpClientAsync();
        connected.SetResult(true);
    }
}
