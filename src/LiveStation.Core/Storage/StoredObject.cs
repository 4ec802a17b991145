using System;
using System.Collections.Generic;
using System.Globalization;

namespace LiveStation;

/// <summary>An object in a bucket of Object Storage. Times are local.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/storage-objectstorage</remarks>
public sealed class StoredObject : ServiceRecord, IBucketUser
{
    /// <summary>The bucket.</summary>
    public string? BucketName { get; init; }

    /// <summary>Key in the bucket.</summary>
    public string? Key { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    /// <summary>When it was written; local time.</summary>
    public DateTime? LastModified { get; init; }

    /// <summary>The store's mark of the content, without its quotes. One of 32 hexadecimal digits is the MD5 of what is stored, unless the store encrypts with keys of its own.</summary>
    public string? ETag { get; init; }

    /// <summary>Storage class as the store writes it; <see langword="null"/> where it writes none.</summary>
    public string? StorageClass { get; init; }

    /// <summary>Checksums that the store keeps, by algorithm.</summary>
    internal IReadOnlyDictionary<string, string> Checksums { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the ETag says nothing about the content, because the store encrypts.</summary>
    internal bool HasOpaqueETag { get; init; }

    internal string Target => $"{BucketName}/{Key}";

    private protected override string Summary => $"{Target} ({Length.ToString(CultureInfo.InvariantCulture)} bytes)";
}
