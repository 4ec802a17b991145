using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The body of an answer, under an idle time-out: a slow body may take its time, a silent one may not.</summary>
internal sealed class BodyStream : Stream
{
    private readonly Stream _inner;
    private readonly Func<Exception, Exception> _idled;
    private readonly TimeSpan _idle;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _abort;

    /// <summary>Wraps a body.</summary>
    /// <param name="inner">The body.</param>
    /// <param name="abort">Ends the connection; .NET Framework's streams do not watch a token.</param>
    /// <param name="idle">The longest silence.</param>
    /// <param name="idled">Makes the failure of a longer one.</param>
    /// <param name="caller">The caller's token.</param>
    public BodyStream(Stream inner, Action abort, TimeSpan idle, Func<Exception, Exception> idled, CancellationToken caller)
    {
        _idled = idled;
        _inner = inner;
        _idle = idle;
        _caller = caller;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(caller);
#if NETFRAMEWORK
        _abort = _stop.Token.Register(abort);
#else
        _ = abort;
        _abort = default;
#endif
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

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        _stop.CancelAfter(_idle);
        try
        {
            int read = await _inner.ReadAsync(buffer, offset, count, _stop.Token).ConfigureAwait(false);

            // A connection that was aborted may look like a body at its end.
            return read == 0 && _stop.IsCancellationRequested ? throw new OperationCanceledException(_stop.Token) : read;
        }
        catch (Exception e) when (_stop.IsCancellationRequested && e is OperationCanceledException or IOException or ObjectDisposedException or System.Net.WebException)
        {
            _caller.ThrowIfCancellationRequested();
            throw _idled(e);
        }
        finally
        {
            if (!_stop.IsCancellationRequested)
            {
                _stop.CancelAfter(Timeout.InfiniteTimeSpan);
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The body is read asynchronously.");

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
            _abort.Dispose();
            _inner.Dispose();
            _stop.Dispose();
        }

        base.Dispose(disposing);
    }
}
