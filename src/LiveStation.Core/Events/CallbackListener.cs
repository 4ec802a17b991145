using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Receives callbacks at an address of this machine: plain HTTP/1.1, one request a connection. Every request is answered at once, whatever
/// becomes of the event. HttpListener asks for reservations on Windows, and the shell has no Kestrel; see docs/design/events.md.
/// </summary>
internal sealed class CallbackListener : IDisposable
{
    /// <summary>How many connections are open at once; where there are more, the oldest goes: it had its time.</summary>
    public const int Most = 256;

    // A request is one packet; who needs longer than this holds a place that others need.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    // What was refused before it was read is read so far, or else the refusal is lost with the connection.
    private const int ReadAfterwards = 256 * 1024;

    private readonly TcpListener _listener;
    private readonly CallbackInbox _inbox;
    private readonly string _secret;
    private readonly TimeSpan _patience;
    private readonly object _gate = new();
    private readonly LinkedList<Connection> _open = new();
    private bool _isClosed;

    private CallbackListener(TcpListener listener, string secret, CallbackInbox inbox, TimeSpan patience)
    {
        _listener = listener;
        _secret = secret;
        _inbox = inbox;
        _patience = patience;
        Address = new Uri($"http://{listener.LocalEndpoint}/");
        _ = AcceptAsync();
    }

    /// <summary>Where it listens, without the secret.</summary>
    public Uri Address { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="address">An address of this machine.</param>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="secret">The last part of the path that is posted to.</param>
    /// <param name="inbox">Where the events go.</param>
    /// <param name="patience">How long a request may take; ten seconds where nothing is given.</param>
    /// <exception cref="LiveStationListenException">It cannot.</exception>
    public static CallbackListener Start(IPAddress address, int port, string secret, CallbackInbox inbox, TimeSpan? patience = null)
    {
        TcpListener listener = new(address, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start(512);
            return new CallbackListener(listener, secret, inbox, patience ?? Usual);
        }
        catch (SocketException e)
        {
            throw Failure(e, address, port);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            _listener.Stop();
            foreach (Connection connection in _open)
            {
                connection.Dispose();
            }
        }
    }

    private static LiveStationListenException Failure(SocketException e, IPAddress address, int port) => e.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => new("PortInUse", ErrorKind.Busy, $"Another program listens at port {port} of {address} already.", "Give another -Port, or 0 for any free one; or end the other program.", e),
        SocketError.AddressNotAvailable => new("AddressNotHere", ErrorKind.InvalidArgument, $"{address} is no address of this machine.", "Give -Address one of this machine, or 0.0.0.0 for all of them; without it only this machine itself can post, which is right behind a reverse proxy.", e),
        SocketError.AccessDenied => new("PortNotAllowed", ErrorKind.Forbidden, $"This user may not listen at port {port} of {address}.", "Give a -Port of 1024 or more.", e),
        _ => new("ListenFailed", ErrorKind.Connection, $"Nothing can listen at port {port} of {address}. {Text.Clean(e.Message)}", "Give another -Address or -Port.", e),
    };

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                Add(await _listener.AcceptSocketAsync().ConfigureAwait(false));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                lock (_gate)
                {
                    if (_isClosed)
                    {
                        return;
                    }
                }

                // Who was gone before being let in; or no more handles, of which some are back soon.
                await Task.Delay(50).ConfigureAwait(false);
            }
        }
    }

    private void Add(Socket socket)
    {
        Connection connection = new(socket, _patience);
        lock (_gate)
        {
            if (_isClosed)
            {
                connection.Dispose();
                return;
            }

            if (_open.Count >= Most)
            {
                _open.First!.Value.End(CallbackRefusal.TooMany);
                _open.RemoveFirst();
            }

            _open.AddLast(connection.Place);
        }

        _ = Task.Run(() => ServeAsync(connection));
    }

    private async Task ServeAsync(Connection connection)
    {
        try
        {
            string? status = await AnswerAsync(connection).ConfigureAwait(false);
            if (status is not null)
            {
                byte[] answer = Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                await connection.Stream.WriteAsync(answer, 0, answer.Length).ConfigureAwait(false);
                connection.Socket.Shutdown(SocketShutdown.Send);
                await DrainAsync(connection.Stream).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            // Whoever it was is gone.
        }

        connection.Dispose();
        lock (_gate)
        {
            if (connection.Place.List is not null)
            {
                _open.Remove(connection.Place);
            }
        }
    }

    /// <summary>Reads the request, and hands its event on.</summary>
    /// <returns>The status line; null where nothing is answered.</returns>
    private async Task<string?> AnswerAsync(Connection connection)
    {
        CallbackRefusal refusal;
        CallbackRequest request = new(connection.Stream);
        try
        {
            string body = await request.ReadAsync(IsRight).ConfigureAwait(false);
            if (Event.TryParse(body, out Event? item))
            {
                if (_inbox.TryPut(item!))
                {
                    return "200 OK";
                }

                refusal = CallbackRefusal.Full;
            }
            else
            {
                refusal = CallbackRefusal.NoEvent;
            }
        }
        catch (CallbackRefusedException e)
        {
            refusal = e.Refusal;
        }
        catch (EndOfStreamException) when (request.IsEmpty)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            refusal = connection.Why;
        }

        _inbox.Refuse(refusal);
        return CallbackRefusals.Status(refusal);
    }

    // A proxy may have a path of its own before the secret. How far a guess is right must not show in the time that it takes.
    private bool IsRight(string target)
    {
        string path = target.Split('?')[0];
        string last = path.Substring(path.LastIndexOf('/') + 1);
        int difference = last.Length ^ _secret.Length;
        for (int i = 0; i < last.Length; i++)
        {
            difference |= last[i] ^ _secret[i % _secret.Length];
        }

        return difference == 0;
    }

    private static async Task DrainAsync(Stream stream)
    {
        byte[] buffer = new byte[4096];
        for (int all = 0, count; all < ReadAfterwards && (count = await stream.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false)) > 0; all += count)
        {
        }
    }

    /// <summary>A connection, which ends by itself when its time is over: no read on a socket of .NET Framework can be called off.</summary>
    private sealed class Connection : IDisposable
    {
        private readonly Timer _timer;

        public Connection(Socket socket, TimeSpan patience)
        {
            Socket = socket;
            Stream = new NetworkStream(socket, ownsSocket: true);
            Place = new LinkedListNode<Connection>(this);
            _timer = new Timer(static connection => ((Connection)connection!).End(CallbackRefusal.TooSlow), this, patience, Timeout.InfiniteTimeSpan);
        }

        public Socket Socket { get; }

        public NetworkStream Stream { get; }

        public LinkedListNode<Connection> Place { get; }

        /// <summary>Why it ended before its request was read.</summary>
        public CallbackRefusal Why { get; private set; } = CallbackRefusal.TooSlow;

        public void End(CallbackRefusal why)
        {
            Why = why;
            Dispose();
        }

        public void Dispose()
        {
            _timer.Dispose();
            Stream.Dispose();
        }
    }
}
