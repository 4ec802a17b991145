using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;

namespace LiveStation.Core.Tests.Support;

/// <summary>
/// A socket on loopback that answers scripted bytes and keeps every request as it came over the wire. The first request
/// plays the first step of the script, and so on; the last step serves all further ones.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<RawExchange, Task>[] _script;
    private readonly List<RawRequest> _requests = [];
    private readonly List<TcpClient> _connections = [];
    private Exception? _fault;
    private volatile bool _stopped;

    private readonly X509Certificate2? _certificate;

    public RawServer(params Func<RawExchange, Task>[] script)
        : this(null, script)
    {
    }

    /// <param name="certificate">What it speaks TLS with; null for plain http.</param>
    /// <param name="script">Its answers.</param>
    public RawServer(X509Certificate2? certificate, params Func<RawExchange, Task>[] script)
    {
        _certificate = certificate;
        _script = script;
        _listener.Start();
        Address = new Uri("http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port);
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<RawRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return _requests.ToArray();
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_connections)
        {
            _stopped = true;
            foreach (TcpClient connection in _connections)
            {
                connection.Dispose();
            }
        }

        _listener.Stop();
        return _fault is null ? default : throw new InvalidOperationException("A step of the server's script failed.", _fault);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient connection = await _listener.AcceptTcpClientAsync();
                lock (_connections)
                {
                    if (_stopped)
                    {
                        connection.Dispose();
                        return;
                    }

                    _connections.Add(connection);
                }

                _ = Task.Run(() => ServeAsync(connection));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task<Stream> OpenAsync(TcpClient connection)
    {
        if (_certificate is null)
        {
            return connection.GetStream();
        }

        SslStream secured = new(connection.GetStream());
        await secured.AuthenticateAsServerAsync(_certificate);
        return secured;
    }

    private async Task ServeAsync(TcpClient connection)
    {
        try
        {
            using (connection)
            {
                connection.NoDelay = true;
                using Stream stream = await OpenAsync(connection);
                while (await RawRequest.ReadAsync(stream) is { } request)
                {
                    int number;
                    lock (_requests)
                    {
                        number = _requests.Count;
                        _requests.Add(request);
                    }

                    RawExchange exchange = new(connection, stream, request);
                    await _script[Math.Min(number, _script.Length - 1)](exchange);
                    if (exchange.IsClosed)
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception e) when (_stopped || e is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client went, or the test is over.
        }
        catch (Exception e)
        {
            _fault = e;
            throw;
        }
    }
}
