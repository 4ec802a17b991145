using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Tests.Support;

/// <summary>A plain web server on loopback that keeps what is posted to it, as somebody's own receiver of callbacks would.</summary>
internal sealed class CallbackListener : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<string> _bodies = [];
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly Task _work;

    public CallbackListener()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/live/events");
        _listener.Prefixes.Add(Address.GetLeftPart(UriPartial.Authority) + "/");
        _listener.Start();
        _work = Task.Run(ListenAsync);
    }

    public Uri Address { get; }

    /// <summary>The bodies so far, in the order of their arrival.</summary>
    public IReadOnlyList<string> Bodies
    {
        get
        {
            lock (_bodies)
            {
                return _bodies.ToArray();
            }
        }
    }

    /// <summary>The headers of the last request.</summary>
    public WebHeaderCollection Headers { get; private set; } = [];

    /// <summary>Method and path of the last request.</summary>
    public string Request { get; private set; } = "";

    /// <summary>What is answered.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Waits until one more has arrived.</summary>
    public async Task ArrivalAsync(CancellationToken cancellationToken)
    {
        if (!await _arrivals.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken))
        {
            throw new TimeoutException("No callback came.");
        }
    }

    /// <summary>Closes it, and gives the address at which nobody listens any more.</summary>
    public Uri Closed()
    {
        Dispose();
        return Address;
    }

    public void Dispose()
    {
        _listener.Close();
        _work.Wait();
        _arrivals.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                using StreamReader reader = new(context.Request.InputStream);
                string body = await reader.ReadToEndAsync();
                Headers = (WebHeaderCollection)context.Request.Headers;
                Request = $"{context.Request.HttpMethod} {context.Request.Url!.PathAndQuery}";
                lock (_bodies)
                {
                    _bodies.Add(body);
                }

                context.Response.StatusCode = Status;
                context.Response.Close();
                _arrivals.Release();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed.
        }
    }

    private static int FreePort()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        try
        {
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        finally
        {
            listener.Stop();
        }
    }
}
