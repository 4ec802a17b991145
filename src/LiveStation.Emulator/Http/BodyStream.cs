using System;
using System.Collections.Generic;
using System.IO;
#if NET
using System.Net.Http;
#endif
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Emulator;

/// <summary>A body that is made while it is read, and that can be slow, stall or break off as one on a socket does.</summary>
internal sealed class BodyStream : Stream
{
    private const int Idle = 0;
    private const int Filling = 1;
    private const int Closed = 2;

    private readonly IEnumerator<BodyChunk> _chunks;
    private readonly BodyShape _shape;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _disposed = new();
    private int _use = Idle;
    private ReadOnlyMemory<byte> _rest;
    private long _position;
    private long _nextPause;

    public BodyStream(IEnumerable<BodyChunk> chunks, BodyShape shape, TimeProvider time)
    {
        _chunks = chunks.GetEnumerator();
        _shape = shape;
        _time = time;
        _nextPause = shape.PauseEvery ?? long.MaxValue;
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

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadCoreAsync(buffer.AsMemory(offset, count), cancellationToken);

#if NET
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(ReadCoreAsync(buffer, cancellationToken));
#endif

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadCoreAsync(buffer.AsMemory(offset, count), CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed.IsCancellationRequested)
        {
            // Ends a read that waits. The source itself is left to the collector: that read may still look at its token.
            _disposed.Cancel();

            // One that is making chunks just now ends them itself: an iterator that is disposed inside its own step goes on without
            // its locals. .NET Framework's way to stop a read is to dispose what it reads from, so this happens.
            if (Interlocked.Exchange(ref _use, Closed) == Idle)
            {
                _chunks.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private async Task<int> ReadCoreAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfDisposed();
        if (buffer.Length == 0)
        {
            return 0;
        }

        await MeetMarkAsync(_position, cancellationToken).ConfigureAwait(false);
        if (_position == _nextPause)
        {
            await WaitAsync(_shape.Pause, cancellationToken).ConfigureAwait(false);
            _nextPause += _shape.PauseEvery ?? 0;
        }

        int count = Fill(buffer.Slice(0, (int)Math.Min(buffer.Length, NextMark() - _position)));
        ThrowIfDisposed();
        if (count == 0)
        {
            await MeetMarkAsync(long.MaxValue, cancellationToken).ConfigureAwait(false);
        }

        _position += count;
        return count;
    }

    private long NextMark() =>
        Math.Min(_nextPause, Math.Min(_shape.CutAt ?? long.MaxValue, _shape.StallAt ?? long.MaxValue));

    private async Task MeetMarkAsync(long position, CancellationToken cancellationToken)
    {
        if (position >= _shape.CutAt)
        {
            throw EndedEarly();
        }

        if (position >= _shape.StallAt)
        {
            await WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
    }

    private int Fill(Memory<byte> buffer)
    {
        if (Interlocked.CompareExchange(ref _use, Filling, Idle) != Idle)
        {
            throw new ObjectDisposedException(nameof(BodyStream));
        }

        try
        {
            return Copy(buffer);
        }
        finally
        {
            if (Interlocked.CompareExchange(ref _use, Idle, Filling) == Closed)
            {
                _chunks.Dispose();
            }
        }
    }

    private int Copy(Memory<byte> buffer)
    {
        int count = 0;
        while (count < buffer.Length)
        {
            if (_rest.IsEmpty)
            {
                if (!_chunks.MoveNext())
                {
                    break;
                }

                _rest = _chunks.Current.Bytes;
                continue;
            }

            int part = Math.Min(_rest.Length, buffer.Length - count);
            _rest.Slice(0, part).CopyTo(buffer.Slice(count));
            _rest = _rest.Slice(part);
            count += part;
        }

        return count;
    }

    private async Task WaitAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        try
        {
            await Task.Delay(span, _time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            ThrowIfDisposed();
            throw;
        }
        catch (OperationCanceledException)
        {
            // The caller looks for its own token in the exception, not for the linked one.
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private void ThrowIfDisposed()
    {
        if (_disposed.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(BodyStream));
        }
    }

    /// <summary>What HttpClient throws when a connection ends inside a body.</summary>
    private static IOException EndedEarly()
    {
        const string message = "The response ended prematurely (a fault of the offline service).";
#if NET
        return new HttpIOException(HttpRequestError.ResponseEnded, message);
#else
        return new IOException(message);
#endif
    }
}
