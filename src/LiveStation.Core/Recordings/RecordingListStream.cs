using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Reads a list of recordings as it arrives, in memory that does not grow with the list.</summary>
internal sealed class RecordingListStream : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    // No entry comes near this; what does is not a recording.
    private const int LargestBuffer = 16 * 1024 * 1024;

    private readonly HttpPipeline _pipeline;
    private readonly ApiRequest _request;
    private readonly string _channelId;
    private readonly Attempts _attempts;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _filled;
    private int _nextLook;
    private long _read;
    private ApiResponse? _response;
    private RecordingMapParser _parser;
    private LiveStationException? _broken;

    public RecordingListStream(HttpPipeline pipeline, ApiRequest request, string channelId)
    {
        _pipeline = pipeline;
        _request = request;
        _channelId = channelId;
        _attempts = pipeline.Begin();
        _parser = new RecordingMapParser(channelId);
    }

    /// <summary>Reads the next recordings.</summary>
    /// <param name="found">Is cleared and filled.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there were any; if not, the list is at its end.</returns>
    /// <exception cref="LiveStationException">The call failed. What arrived before has been given out.</exception>
    public async Task<bool> ReadAsync(List<Recording> found, CancellationToken cancellationToken)
    {
        found.Clear();
        while (found.Count == 0)
        {
            if (_broken is not null)
            {
                throw _broken;
            }

            try
            {
                _response ??= await _pipeline.SendAsync(_request, _attempts, cancellationToken).ConfigureAwait(false);
                if (!await ReadPieceAsync(found, cancellationToken).ConfigureAwait(false))
                {
                    break;
                }
            }
            catch (LiveStationException e)
            {
                _broken = e;
                await RecoverAsync(e, cancellationToken).ConfigureAwait(false);
            }
        }

        return found.Count > 0;
    }

    public void Dispose()
    {
        _response?.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    // A body that breaks is read anew only while nothing of it has left: objects already written cannot be taken back.
    private async Task RecoverAsync(LiveStationException failure, CancellationToken cancellationToken)
    {
        _attempts.Mark(failure);
        if (_response is null || _read > 0 || !await _attempts.AgainAsync(_request, failure, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        _broken = null;
        _response.Dispose();
        _response = null;
        _filled = 0;
        _nextLook = 0;
        _parser = new RecordingMapParser(_channelId);
    }

    private async Task<bool> ReadPieceAsync(List<Recording> found, CancellationToken cancellationToken)
    {
        ApiResponse response = _response!;
        int read;
        try
        {
            MakeRoom(response);
            read = await response.Body.ReadAsync(_buffer, _filled, _buffer.Length - _filled, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (TransportFailure.IsCut(e))
        {
            throw Broken("The answer ends early", response, e);
        }

        _filled += read;
        if (read > 0 && _filled < _nextLook)
        {
            return true;
        }

        try
        {
            int used = Parse(isFinal: read == 0, found);
            _filled -= used;

            // Reading a huge entry anew with each piece of it would take time that grows with the square of its size.
            _nextLook = used == 0 && _filled >= FirstBuffer ? Math.Min(_filled * 2, LargestBuffer) : 0;
            Buffer.BlockCopy(_buffer, used, _buffer, 0, _filled);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text that is not UTF-8.
            throw Broken(read == 0 ? "The answer ends early" : response.IsHtml ? "The answer is a web page" : "The answer is broken JSON", response, e);
        }

        if (read > 0)
        {
            return true;
        }

        Finish(response);
        return false;
    }

    // What was found before the JSON broke leaves too, so it counts.
    private int Parse(bool isFinal, List<Recording> found)
    {
        try
        {
            return _parser.Parse(_buffer.AsSpan(0, _filled), isFinal, found);
        }
        finally
        {
            _read += found.Count;
        }
    }

    private void Finish(ApiResponse response)
    {
        if (_parser.Error is { } error)
        {
            throw new LiveStationApiException(error, response.HttpStatus, response.TraceId, null, _request.Target);
        }

        if (!_parser.HasContent)
        {
            throw Broken("The answer holds no list of recordings", response, null);
        }

        // The page's own sample counts 6 and prints two, so a difference is told and is no error.
        if (_parser.Total is { } total && total != _read)
        {
            _pipeline.Tell(ApiEventLevel.Verbose, string.Format(CultureInfo.InvariantCulture, "{0}: {1} recordings arrived, the service counts {2}", Text.Clean(_channelId), _read, total));
        }
    }

    private LiveStationProtocolException Broken(string what, ApiResponse response, Exception? inner)
    {
        string after = _read == 0 ? "." : string.Format(CultureInfo.InvariantCulture, ", after {0} recording{1}.", _read, _read == 1 ? "" : "s");
        return new LiveStationProtocolException(_request.Target, what + after, response.HttpStatus, response.TraceId, inner) { IsTransient = true };
    }

    private void MakeRoom(ApiResponse response)
    {
        if (_filled < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length >= LargestBuffer)
        {
            throw new LiveStationProtocolException(_request.Target, "A single entry of the answer is larger than any recording can be.", response.HttpStatus, response.TraceId);
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Buffer.BlockCopy(_buffer, 0, larger, 0, _filled);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
