using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Object Storage, as far as recordings lie there: reads, never writes. Path style, signature version 4, lists of version 1.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/storage-objectstorage</remarks>
public sealed class StorageOperations
{
    // The headers in which stores give checksums of the whole object.
    private static readonly string[] ChecksumNames = ["sha256", "sha1", "crc64nvme", "crc32c", "crc32"];

    internal StorageOperations(StorageLine line) => Line = line;

    internal StorageLine Line { get; }

    /// <summary>Lists what lies in a bucket, page by page.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="prefix">Only keys that begin so; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The objects in the order of their keys.</returns>
    /// <exception cref="LiveStationStorageException">The store refuses, for example an unknown bucket.</exception>
    /// <exception cref="LiveStationProtocolException">The answer is no list; what came before was given out.</exception>
    /// <exception cref="LiveStationTransportException">No connection, or none that lasts.</exception>
    /// <exception cref="LiveStationArgumentException">The name of the bucket cannot be sent.</exception>
    public async IAsyncEnumerable<StoredObject> ListAsync(string bucketName, string? prefix = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? marker = null;
        do
        {
            ObjectListing page = await Line.ReadAsync(ObjectListing.Request(bucketName, prefix, marker), (request, answer, body) => ObjectListing.Read(request, answer, body), cancellationToken).ConfigureAwait(false);
            foreach (StoredObject item in page.Objects)
            {
                yield return item;
            }

            // Asked for again and again it would never end; left at that, it would pass for all there is.
            marker = !page.IsTruncated ? null : page.Next is { } next && next != marker ? next
                : throw new LiveStationProtocolException(bucketName, "The list says that there is more, and the page leads no further.", 200, null);
        }
        while (marker is not null);
    }

    /// <summary>Looks at one object.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LiveStationStorageException">The store refuses, for example because there is none.</exception>
    /// <exception cref="LiveStationTransportException">No connection.</exception>
    /// <exception cref="LiveStationArgumentException">The key cannot be sent.</exception>
    public async Task<StoredObject> GetAsync(string bucketName, string key, CancellationToken cancellationToken = default)
    {
        StorageRequest request = new(HttpMethod.Head, bucketName, key) { AsksChecksum = true };
        try
        {
            return await Line.ReadAsync(request, Read, cancellationToken).ConfigureAwait(false);
        }
        catch (LiveStationStorageException e) when (e.Code is null && e.HttpStatus is (>= 300 and < 500) or 501)
        {
            // A head is refused without words: a byte of the object, or the words, say why. Where the byte comes, the store did not
            // want to be asked for checksums.
            await Line.ReadAsync(new StorageRequest(HttpMethod.Get, bucketName, key) { Range = (0, 0) }, static (_, _, _) => true, cancellationToken).ConfigureAwait(false);
            return await Line.ReadAsync(request with { AsksChecksum = false }, Read, cancellationToken).ConfigureAwait(false);
        }
    }

    private static StoredObject Read(StorageRequest request, StorageAnswer answer, byte[] body) => new()
    {
        BucketName = request.BucketName,
        Key = request.Key,
        Length = answer.Length ?? throw new LiveStationProtocolException(request.Target, "The answer does not tell how long the object is.", answer.HttpStatus, answer.RequestId),
        LastModified = answer.LastModified?.LocalDateTime,
        ETag = answer.ETag,
        StorageClass = answer.Header("x-amz-storage-class"),
        Checksums = ChecksumNames
            .Select(name => (Name: name, Value: answer.Header("x-amz-checksum-" + name)))
            .Where(static checksum => checksum.Value is not null)
            .ToDictionary(static checksum => checksum.Name, static checksum => checksum.Value!, StringComparer.Ordinal),
        HasOpaqueETag = answer.Header("x-amz-server-side-encryption")?.StartsWith("aws:kms", StringComparison.Ordinal) == true
            || answer.Header("x-amz-server-side-encryption-customer-algorithm") is not null,
    };
}
