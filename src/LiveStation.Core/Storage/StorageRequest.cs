using System.Net.Http;

namespace LiveStation;

/// <summary>One request to Object Storage. Nothing but reading is asked of it.</summary>
/// <param name="Method">GET or HEAD.</param>
/// <param name="BucketName">The bucket.</param>
/// <param name="Key">The object; null for the bucket itself.</param>
internal sealed record StorageRequest(HttpMethod Method, string BucketName, string? Key)
{
    /// <summary>The query, escaped, in the order of its names.</summary>
    public string Query { get; init; } = "";

    /// <summary>First and last byte; null for all.</summary>
    public (long First, long Last)? Range { get; init; }

    /// <summary>The ETag that the object must have, without its quotes.</summary>
    public string? ETag { get; init; }

    /// <summary>Whether the checksums of the store are asked for.</summary>
    public bool AsksChecksum { get; init; }

    /// <summary>What it is about, as errors name it.</summary>
    public string Target => Key is null ? BucketName : $"{BucketName}/{Key}";
}
