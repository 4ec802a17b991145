using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Benchmarks;

/// <summary>The answer of a recording list of any length, made on the fly so that its own size does not count.</summary>
internal sealed class RecordingListBody(int count) : Stream
{
    private byte[] _pending = Encoding.UTF8.GetBytes("{\"content\":{\"recordList\":{");
    private int _used;
    private int _next;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static byte[] Bytes(int count)
    {
        using MemoryStream bytes = new();
        using RecordingListBody body = new(count);
        body.CopyTo(bytes);
        return bytes.ToArray();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_used == _pending.Length && !Refill())
        {
            return 0;
        }

        int taken = Math.Min(count, _pending.Length - _used);
        Buffer.BlockCopy(_pending, _used, buffer, offset, taken);
        _used += taken;
        return taken;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static string Entry(int id) => string.Create(CultureInfo.InvariantCulture, $$"""
        "{{id}}":{"recordType":"MP4","channelId":"ls-20200313162828-G60tN","status":"TRANSFER_READY","recordSeq":104077,"streamSeq":137305,"recordBeginTime":1584952615000,"createdTime":1584955616000,"shouldDeleteTime":1585560416000,"resolution":"480x270","fileName":"137305-{{id}}-202003231736.mp4","duration":2996437,"videoBitrate":400000,"audioBitrate":64000,"videoFrameRate":15.0,"audioCodec":"aac","uploadPath":"live-station/record/ls-20200313162828-G60tN/137305-{{id}}-202003231736.mp4","objectStorageUrl":"-"}
        """);

    private bool Refill()
    {
        if (_ended)
        {
            return false;
        }

        StringBuilder text = new();
        for (int i = 0; i < 50 && _next < count; i++, _next++)
        {
            text.Append(_next == 0 ? "" : ",").Append(Entry(1000000 + _next));
        }

        if (_next == count)
        {
            text.Append(CultureInfo.InvariantCulture, $"}}}},\"total\":{count}}}");
            _ended = true;
        }

        _pending = Encoding.UTF8.GetBytes(text.ToString());
        _used = 0;
        return true;
    }
}

/// <summary>Answers every call with one body.</summary>
internal sealed class BodyHandler(Func<Stream> body) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body()) });
}
