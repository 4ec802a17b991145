using System;
using System.Collections.Generic;

namespace LiveStation.Emulator.Server;

/// <summary>What lies in Object Storage without an upload. Keys have slashes, so they stand in the body or in the query.</summary>
internal static class StorageControlCalls
{
    public static IEnumerable<ControlCall> For(StorageControls storage) =>
    [
        new("PUT", "buckets/{name}", (context, name) => context.DoAsync(() => storage.AddBucket(name))),
        new("GET", "buckets/{name}/objects", (context, name) => context.ShowAsync(storage.Keys(name))),
        new("POST", "buckets/{name}/objects", (context, name) => context.TakeAsync<StoredOrder>(order => Put(storage, name, order))),
        new("DELETE", "buckets/{name}/objects", (context, name) => context.DoAsync(() => storage.Remove(name, KeyOf(context.Request.Query["key"])))),
    ];

    private static void Put(StorageControls storage, string bucketName, StoredOrder order)
    {
        string key = KeyOf(order.Key);
        if (order.UploadPiece is < 1)
        {
            throw new ArgumentException("uploadPiece is a number of bytes.");
        }

        if (order.Content is { } content && order.Length is null)
        {
            storage.Put(bucketName, key, content, order.UploadPiece, order.HasChecksum);
        }
        else if (order is { Content: null, Length: >= 0 and long length, HasChecksum: false })
        {
            storage.PutNoise(bucketName, key, length, order.Seed, order.UploadPiece);
        }
        else
        {
            throw new ArgumentException("An object needs its content in Base64, or a length for bytes that are made up (without hasChecksum).");
        }
    }

    private static string KeyOf(string? key) => string.IsNullOrEmpty(key) ? throw new ArgumentException("An object needs a key.") : key;

    private sealed record StoredOrder(string? Key = null, byte[]? Content = null, long? Length = null, long Seed = 1, long? UploadPiece = null, bool HasChecksum = false);
}
