using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Emulator;

/// <summary>
/// Hands the body's own stream to the reader. StreamContent would wrap it, and on .NET Framework the wrapper loses the cancellation token.
/// </summary>
internal sealed class EmulatorContent : HttpContent
{
    private const int CopyBufferSize = 81_920;

    private readonly Stream _body;
    private readonly CancellationToken _sendToken;

    public EmulatorContent(Stream body, CancellationToken sendToken)
    {
        _body = body;
        _sendToken = sendToken;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(_body);

    // Buffering on .NET Framework has no token of its own: the one of the call serves.
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _body.CopyToAsync(stream, CopyBufferSize, _sendToken);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _body.CopyToAsync(stream, CopyBufferSize, cancellationToken);
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
        }

        base.Dispose(disposing);
    }
}
