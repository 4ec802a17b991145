using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Reads one request of HTTP/1.x, and of it only what a callback needs: a POST with a body of a known length or in chunks. Whatever is
/// unclear about where the body ends is refused: a proxy in front may have read it otherwise.
/// </summary>
internal sealed class CallbackRequest(Stream stream)
{
    /// <summary>The largest body. Those of the service have some two hundred bytes.</summary>
    public const int LargestBody = 16 * 1024;

    private const int LargestHead = 8 * 1024;
    private const int LargestLine = 256;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly byte[] _buffer = new byte[4096];
    private int _next;
    private int _end;
    private int _head;

    /// <summary>Whether nothing came at all: somebody looked whether the port is open.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>The body of a POST to a path that is right.</summary>
    /// <param name="isRight">Judges the path.</param>
    /// <exception cref="CallbackRefusedException">It is not taken.</exception>
    /// <exception cref="IOException">The connection broke, or was ended.</exception>
    public async Task<string> ReadAsync(Func<string, bool> isRight)
    {
        string[] first = (await HeadLineAsync().ConfigureAwait(false)).Split(' ');
        Require(first.Length == 3 && first[2].StartsWith("HTTP/1.", StringComparison.Ordinal), CallbackRefusal.NoHttp);
        Require(isRight(first[1]), CallbackRefusal.OtherPath);
        Require(first[0] == "POST", CallbackRefusal.OtherMethod);
        Dictionary<string, string> headers = await HeadersAsync().ConfigureAwait(false);
        bool isChunked = headers.TryGetValue("Transfer-Encoding", out string? encoding);
        bool isSized = headers.TryGetValue("Content-Length", out string? size);
        Require(!isChunked || (!isSized && encoding!.Equals("chunked", StringComparison.OrdinalIgnoreCase)), CallbackRefusal.OtherEncoding);
        Require(isChunked || isSized, CallbackRefusal.NoLength);
        long length = 0;
        Require(!isSized || long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out length), CallbackRefusal.NoHttp);
        Require(length <= LargestBody, CallbackRefusal.BodyTooLarge);
        if (headers.TryGetValue("Expect", out string? expect) && expect.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
        {
            byte[] goOn = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");
            await stream.WriteAsync(goOn, 0, goOn.Length).ConfigureAwait(false);
        }

        using MemoryStream body = new();
        await (isChunked ? ChunksAsync(body) : CopyAsync(body, length)).ConfigureAwait(false);
        return Decode(body.ToArray());
    }

    private static void Require(bool isSo, CallbackRefusal otherwise)
    {
        if (!isSo)
        {
            throw new CallbackRefusedException(otherwise);
        }
    }

    private static string Decode(byte[] body)
    {
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            throw new CallbackRefusedException(CallbackRefusal.NoEvent);
        }
    }

    private async Task<Dictionary<string, string>> HeadersAsync()
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        while (await HeadLineAsync().ConfigureAwait(false) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':');
            Require(colon > 0 && line[0] is not (' ' or '\t') && line[colon - 1] is not (' ' or '\t'), CallbackRefusal.NoHttp);
            string name = line.Substring(0, colon);
            string value = line.Substring(colon + 1).Trim(' ', '\t');

            // Two lengths are two opinions about where the next request begins.
            Require(!headers.ContainsKey(name) || (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) ? headers[name] == value : !name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)), CallbackRefusal.NoHttp);
            headers[name] = value;
        }

        return headers;
    }

    private async Task ChunksAsync(MemoryStream body)
    {
        while (true)
        {
            string size = (await LineAsync(LargestLine, CallbackRefusal.NoHttp).ConfigureAwait(false)).Split(';')[0].Trim(' ', '\t');
            long length = 0;
            Require(size.Length is > 0 and <= 8 && long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out length), CallbackRefusal.NoHttp);
            if (length == 0)
            {
                // Fields behind the body say nothing that is needed here.
                await HeadersAsync().ConfigureAwait(false);
                return;
            }

            Require(body.Length + length <= LargestBody, CallbackRefusal.BodyTooLarge);
            await CopyAsync(body, length).ConfigureAwait(false);
            Require((await LineAsync(LargestLine, CallbackRefusal.NoHttp).ConfigureAwait(false)).Length == 0, CallbackRefusal.NoHttp);
        }
    }

    private async Task CopyAsync(MemoryStream body, long length)
    {
        while (length > 0)
        {
            await FillAsync().ConfigureAwait(false);
            int count = (int)Math.Min(length, _end - _next);
            body.Write(_buffer, _next, count);
            _next += count;
            length -= count;
        }
    }

    // The head and what stands behind the chunks are bounded together.
    private async Task<string> HeadLineAsync()
    {
        string line = await LineAsync(LargestHead - _head, CallbackRefusal.HeadTooLarge).ConfigureAwait(false);
        _head += line.Length + 2;
        return line;
    }

    private async Task<string> LineAsync(int largest, CallbackRefusal otherwise)
    {
        StringBuilder line = new();
        while (true)
        {
            await FillAsync().ConfigureAwait(false);
            char c = (char)_buffer[_next++];
            if (c == '\n')
            {
                Require(line.Length > 0 && line[line.Length - 1] == '\r', CallbackRefusal.NoHttp);
                return line.ToString(0, line.Length - 1);
            }

            // What speaks TLS to a plain port is known by its first byte.
            Require(c is >= ' ' or '\t' or '\r', CallbackRefusal.NoHttp);
            Require(line.Length < largest, otherwise);
            line.Append(c);
        }
    }

    private async Task FillAsync()
    {
        if (_next == _end)
        {
            _next = 0;
            _end = await stream.ReadAsync(_buffer, 0, _buffer.Length).ConfigureAwait(false);
            if (_end == 0)
            {
                throw new EndOfStreamException();
            }

            IsEmpty = false;
        }
    }
}
