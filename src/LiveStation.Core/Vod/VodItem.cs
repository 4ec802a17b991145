using System;

namespace LiveStation;

/// <summary>A file that a schedule plays: an MP4 in a bucket of Object Storage.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-schedule-schedulecreate</remarks>
public sealed class VodItem : IBucketUser
{
    /// <summary>Names a file.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="filePath">Its path there; the slash at the beginning, which the API wants, may be left out.</param>
    public VodItem(string bucketName, string filePath)
    {
        BucketName = bucketName ?? throw new ArgumentNullException(nameof(bucketName));
        FilePath = filePath is null ? throw new ArgumentNullException(nameof(filePath)) : "/" + filePath.TrimStart('/');
    }

    /// <summary>The bucket.</summary>
    public string BucketName { get; }

    /// <summary>The path in the bucket, beginning with a slash.</summary>
    public string FilePath { get; }

    private VodItem(string fault)
    {
        Fault = fault;
        BucketName = "";
        FilePath = "";
    }

    /// <summary>Why this is no file; null for one.</summary>
    internal string? Fault { get; }

    internal bool IsMp4 => FilePath.Length > ".mp4".Length + 1 && FilePath.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase);

    /// <summary>What was given for a file and is none. It keeps its place, so that no programme is made of the others alone.</summary>
    internal static VodItem NotOne(string fault) => new(fault);

    /// <summary>Bucket and path in one, as schedules tell them.</summary>
    public override string ToString() => Text.Line(BucketName + FilePath);

    /// <summary>Reads bucket and path in one: <c>bucket/folder/file.mp4</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="item">The file; <see langword="null"/> where the text does not name both.</param>
    public static bool TryParse(string? text, out VodItem? item)
    {
        int slash = text?.IndexOf('/') ?? -1;
        item = slash > 0 && text!.Trim('/').Length > slash ? new VodItem(text.Substring(0, slash), text.Substring(slash)) : null;
        return item is not null;
    }
}
