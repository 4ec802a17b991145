using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What lies in Object Storage without an upload, and what becomes of it there.</summary>
public sealed class StorageControls
{
    private readonly Account _account;
    private readonly ObjectStore _store;

    internal StorageControls(Account account, ObjectStore store)
    {
        _account = account;
        _store = store;
    }

    /// <summary>Makes a bucket; one that a recording was uploaded to is there anyway.</summary>
    /// <param name="bucketName">Its name.</param>
    public void AddBucket(string bucketName) => _account.Do(_ => _store.MakeBucket(bucketName));

    /// <summary>Puts an object under a key, in the place of what was there.</summary>
    /// <param name="bucketName">The bucket; made where there is none.</param>
    /// <param name="key">The key.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="uploadPiece">The size of the pieces in which it was uploaded, which shows in its ETag; null for one piece.</param>
    /// <param name="hasChecksum">Whether the store keeps a checksum (SHA-256) of it.</param>
    public void Put(string bucketName, string key, byte[] content, long? uploadPiece = null, bool hasChecksum = false) =>
        _account.Do(now => _store.Put(bucketName, key, StoredContent.Of((byte[])content.Clone(), now, uploadPiece, hasChecksum)));

    /// <summary>Puts an object of any length under a key, whose bytes are made as they are read: the same ones for the same number.</summary>
    /// <param name="bucketName">The bucket; made where there is none.</param>
    /// <param name="key">The key.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="seed">Which bytes.</param>
    /// <param name="uploadPiece">The size of the pieces in which it was uploaded; null for one piece.</param>
    public void PutNoise(string bucketName, string key, long length, long seed = 1, long? uploadPiece = null) =>
        _account.Do(now => _store.Put(bucketName, key, StoredContent.Noise(length, seed, now, uploadPiece)));

    /// <summary>Takes an object away.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="key">The key.</param>
    public void Remove(string bucketName, string key) => _account.Do(_ => _store.Put(bucketName, key, null));

    /// <summary>The keys in a bucket, in their order.</summary>
    /// <param name="bucketName">The bucket.</param>
    public IReadOnlyList<string> Keys(string bucketName) => _account.Do(now => _store.In(bucketName, now)?.Keys.ToList() ?? []);

    /// <summary>The bytes of an object.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="key">The key.</param>
    public byte[] Read(string bucketName, string key) => _account.Do(now =>
        _store.Find(bucketName, key, now).Content is { } content ? content.ToArray() : throw new ArgumentException($"There is no object {key} in {bucketName}.", nameof(key)));

    /// <summary>What it is.</summary>
    public override string ToString() => "Object Storage";
}
