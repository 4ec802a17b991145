namespace LiveStation;

/// <summary>What names a bucket in Object Storage.</summary>
internal interface IBucketUser
{
    /// <summary>The bucket; null for none.</summary>
    string? BucketName { get; }
}
