using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Core.Tests.Support;

/// <summary>A body that comes in given pieces, and may end in an error.</summary>
internal sealed class PieceStream : Stream
{
    private readonly IEnumerator<byte[]> _pieces;
    private readonly Exception? _end;
    private byte[] _piece = [];
    private int _at;

    public PieceStream(IEnumerable<byte[]> pieces, Exception? end = null)
    {
        _pieces = pieces.GetEnumerator();
        _end = end;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Cuts a body into pieces of random sizes.</summary>
    public static IEnumerable<byte[]> Cut(byte[] body, Func<int> nextSize)
    {
        for (int at = 0; at < body.Length;)
        {
            int size = Math.Min(nextSize(), body.Length - at);
            yield return body.AsSpan(at, size).ToArray();
            at += size;
        }
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_at == _piece.Length)
        {
            if (!_pieces.MoveNext())
            {
                return _end is null ? 0 : throw _end;
            }

            _piece = _pieces.Current;
            _at = 0;
        }

        int read = Math.Min(count, _piece.Length - _at);
        Buffer.BlockCopy(_piece, _at, buffer, offset, read);
        _at += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(Read(buffer, offset, count));
        }
        catch (IOException e)
        {
            return Task.FromException<int>(e);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pieces.Dispose();
        }

        base.Dispose(disposing);
    }
}
