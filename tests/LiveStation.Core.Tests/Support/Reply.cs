using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading.Tasks;

namespace LiveStation.Core.Tests.Support;

/// <summary>Steps for the script of a <see cref="RawServer"/>.</summary>
internal static class Reply
{
    public static Func<RawExchange, Task> Json(string body, int status = 200, params string[] headers) =>
        Bytes(Encoding.UTF8.GetBytes(body), status, ["Content-Type: application/json;charset=UTF-8", .. headers]);

    public static Func<RawExchange, Task> Empty(int status, params string[] headers) => Bytes([], status, headers);

    public static Func<RawExchange, Task> Bytes(byte[] body, int status, params string[] headers) => async exchange =>
    {
        await exchange.SendAsync(Head(body.Length, status, headers));
        await exchange.SendAsync(body);
    };

    public static Func<RawExchange, Task> Gzip(string body) => Bytes(Compress(body), 200, "Content-Type: application/json", "Content-Encoding: gzip");

    /// <summary>The connection is reset before any byte of the answer.</summary>
    public static Task Reset(RawExchange exchange)
    {
        exchange.Reset();
        return Task.CompletedTask;
    }

    /// <summary>The connection ends in order before any byte of the answer.</summary>
    public static Task HangUp(RawExchange exchange)
    {
        exchange.Close();
        return Task.CompletedTask;
    }

    /// <summary>No byte, until the client goes.</summary>
    public static Func<RawExchange, Task> Silence(TaskCompletionSource<bool>? asked = null, TaskCompletionSource<bool>? gone = null) => async exchange =>
    {
        asked?.TrySetResult(true);
        await exchange.UntilClientGoesAsync();
        gone?.TrySetResult(true);
    };

    /// <summary>Part of the body, then the end of the connection.</summary>
    public static Func<RawExchange, Task> Cut(string body, int at) => async exchange =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await exchange.SendAsync(Head(bytes.Length, 200));
        await exchange.SendAsync(bytes.AsSpan(0, at).ToArray());
        exchange.Close();
    };

    /// <summary>Part of the body, then nothing until the client goes.</summary>
    public static Func<RawExchange, Task> Stalled(string body, int at, TaskCompletionSource<bool>? gone = null) => async exchange =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await exchange.SendAsync(Head(bytes.Length, 200));
        await exchange.SendAsync(bytes.AsSpan(0, at).ToArray());
        await exchange.UntilClientGoesAsync();
        gone?.TrySetResult(true);
    };

    /// <summary>Part of the body, and the rest once <paramref name="gate"/> is open.</summary>
    public static Func<RawExchange, Task> HeldBack(string body, int at, Task gate) => async exchange =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await exchange.SendAsync(Head(bytes.Length, 200));
        await exchange.SendAsync(bytes.AsSpan(0, at).ToArray());
        await gate;
        await exchange.SendAsync(bytes.AsSpan(at).ToArray());
    };

    /// <summary>The body in chunked pieces with pauses between them.</summary>
    public static Func<RawExchange, Task> Slow(string body, int pieces, TimeSpan pause) => async exchange =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        int size = (bytes.Length + pieces - 1) / pieces;
        await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        foreach (byte[] piece in PieceStream.Cut(bytes, () => size))
        {
            await Task.Delay(pause);
            await exchange.SendAsync(piece.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
            await exchange.SendAsync(piece);
            await exchange.SendAsync("\r\n");
        }

        await exchange.SendAsync("0\r\n\r\n");
    };

    public static byte[] Compress(string body)
    {
        using MemoryStream bytes = new();
        using (GZipStream gzip = new(bytes, CompressionLevel.Fastest))
        {
            byte[] plain = Encoding.UTF8.GetBytes(body);
            gzip.Write(plain, 0, plain.Length);
        }

        return bytes.ToArray();
    }

    private static string Head(int length, int status, params string[] headers)
    {
        StringBuilder head = new();
        head.Append("HTTP/1.1 ").Append(status).Append(" Status\r\nContent-Length: ").Append(length).Append("\r\n");
        foreach (string header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        return head.Append("\r\n").ToString();
    }
}
