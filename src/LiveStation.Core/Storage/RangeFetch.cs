using System;
using System.Buffers;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Fetches bytes of an object, and goes on from where a connection broke.</summary>
internal sealed class RangeFetch(StorageLine line, StoredObject what, Action<long>? moved)
{
    private const int BufferSize = 128 * 1024;

    // An attempt that brought as much was none in vain.
    private const long Worthwhile = 1024 * 1024;

    /// <summary>Copies a range of bytes, in their order.</summary>
    /// <param name="first">The first byte.</param>
    /// <param name="length">How many.</param>
    /// <param name="sink">Takes them: where they belong, the bytes, and their number.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LiveStationStorageException">The store refuses, or the object is another by now.</exception>
    /// <exception cref="LiveStationTransportException">The connection broke, again and again.</exception>
    public async Task CopyAsync(long first, long length, Action<long, byte[], int> sink, CancellationToken cancellationToken)
    {
        long at = first;
        long end = first + length;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (int sent = 1; at < end; sent++)
            {
                long began = at;
                bool isWhole = at == 0 && end == what.Length;
                StorageRequest request = new(HttpMethod.Get, what.BucketName!, what.Key)
                {
                    Range = isWhole ? null : (at, end - 1),
                    ETag = what.ETag,
                };
                TimeSpan delay;
                try
                {
                    using StorageAnswer answer = await line.SendAsync(request, cancellationToken).ConfigureAwait(false);
                    Check(request, answer, at);
                    while (at < end)
                    {
                        int count = await ReadAsync(request, answer, buffer, (int)Math.Min(buffer.Length, end - at), cancellationToken).ConfigureAwait(false);
                        sink(at, buffer, count);
                        at += count;
                        moved?.Invoke(count);
                    }

                    return;
                }
                catch (LiveStationException e) when (line.MayRetry(e, sent = at - began >= Worthwhile ? 1 : sent, out delay))
                {
                    line.Tell(ApiEventLevel.Verbose, line.Again(request, e, sent, delay));
                }

                await line.WaitAsync(delay, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<int> ReadAsync(StorageRequest request, StorageAnswer answer, byte[] buffer, int wanted, CancellationToken cancellationToken)
    {
        try
        {
            int count = await answer.Body.ReadAsync(buffer, 0, wanted, cancellationToken).ConfigureAwait(false);
            return count > 0 ? count : throw new System.IO.IOException("The answer ended early.");
        }
        catch (Exception e) when (TransportFailure.IsCut(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw line.CutBody(request, e);
        }
    }

    // If-Match is ignored by some stores, and a part of another object would fit in without a word.
    private void Check(StorageRequest request, StorageAnswer answer, long at)
    {
        if (what.ETag is { } wanted && answer.ETag is { } tag && tag != wanted)
        {
            throw StorageFailure.OfChange(what);
        }

        if (answer.Range is { } range)
        {
            if (range.Length is { } total && total != what.Length)
            {
                throw StorageFailure.OfChange(what);
            }

            if (range.From != at)
            {
                throw Odd(request, answer, "Another part of the object was sent than was asked for.");
            }
        }
        else if (at > 0)
        {
            throw Odd(request, answer, "The whole object was sent where a part was asked for.");
        }
        else if (answer.Length is { } length && length != what.Length)
        {
            throw StorageFailure.OfChange(what);
        }
    }

    private static LiveStationProtocolException Odd(StorageRequest request, StorageAnswer answer, string text) => new(request.Target, text, answer.HttpStatus, answer.RequestId);
}
