using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace LiveStation.Core.Tests.Support;

/// <summary>One request at the server, and the way to answer it.</summary>
internal sealed class RawExchange
{
    private readonly TcpClient _connection;
    private readonly Stream _stream;

    public RawExchange(TcpClient connection, Stream stream, RawRequest request)
    {
        _connection = connection;
        _stream = stream;
        Request = request;
    }

    public RawRequest Request { get; }

    public bool IsClosed { get; private set; }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes, 0, bytes.Length);
    }

    /// <summary>Ends the connection in order.</summary>
    public void Close()
    {
        IsClosed = true;
        _connection.Close();
    }

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        _connection.Client.LingerState = new LingerOption(true, 0);
        Close();
    }

    /// <summary>As a proxy does: says that the connection is made, and hands bytes on in both directions.</summary>
    public async Task TunnelAsync(Uri target)
    {
        using TcpClient onward = new();
        await onward.ConnectAsync(target.Host, target.Port);
        await SendAsync("HTTP/1.1 200 Connection established\r\n\r\n");
        await Task.WhenAny(_stream.CopyToAsync(onward.GetStream()), onward.GetStream().CopyToAsync(_stream));
        Close();
    }

    /// <summary>Takes whatever still comes, until the client goes.</summary>
    public async Task DrainAsync()
    {
        await _stream.CopyToAsync(Stream.Null);
        Close();
    }

    /// <summary>Waits until the client ends the connection.</summary>
    public async Task UntilClientGoesAsync()
    {
        try
        {
            byte[] one = new byte[1];
            if (await _stream.ReadAsync(one, 0, 1) > 0)
            {
                throw new InvalidOperationException("The client sent more, before it had its answer.");
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // A reset ends it too.
        }

        Close();
    }
}
