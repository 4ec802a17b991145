using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace LiveStation.PowerShell.Tests;

/// <summary>A socket that says what it was given to say, then nothing, and notices when the caller goes.</summary>
internal sealed class HangingServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _beginning;

    /// <param name="beginning">The beginning of an answer; empty for silence.</param>
    public HangingServer(string beginning = "")
    {
        _beginning = beginning;
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Done when a request has come, and the beginning of the answer has gone out.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Done when the caller has closed its connection.</summary>
    public Task Gone => _gone.Task;

    /// <summary>The beginning of a recording list that would go on.</summary>
    public static string FirstRecording(string channelId)
    {
        string json = $$"""{"content":{"recordList":{"1":{"channelId":"{{channelId}}","recordType":"MP4","status":"TRANSFER_READY"},""";
        return $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(json):x}\r\n{json}\r\n";
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        using Socket socket = await _listener.AcceptSocketAsync();
        byte[] buffer = new byte[8192];
        await socket.ReceiveAsync(buffer);
        await socket.SendAsync(Encoding.UTF8.GetBytes(_beginning));
        _asked.SetResult();
        try
        {
            while (await socket.ReceiveAsync(buffer) > 0)
            {
                // The rest of the request.
            }
        }
        catch (SocketException)
        {
            // A reset is a way to go as well.
        }

        _gone.SetResult();
    }
}
