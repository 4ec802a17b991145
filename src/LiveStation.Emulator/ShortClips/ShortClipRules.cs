using System;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What a short clip must keep to. The rules are the page's; it prints no codes, so 250002, 250011 and the order are guesses.</summary>
internal static class ShortClipRules
{
    private const long Shortest = 100;

    public static readonly Rule<(ShortClipRequest Clip, TakenSnapshot Snapshot)>[] OfNew =
    [
        new(250011, it => it.Clip.StartTime is null, "startTime"),
        new(250011, it => it.Clip.EndTime is null, "endTime"),
        new(250011, it => it.Clip.AccessControl is null, "accessControl"),
        new(250011, it => string.IsNullOrEmpty(it.Clip.BucketName), "bucketName"),
        new(250011, it => string.IsNullOrEmpty(it.Clip.FilePath), "filePath"),
        new(250002, it => it.Clip.StartTime < 0, "startTime"),
        new(250002, it => it.Clip.EndTime - it.Clip.StartTime < Shortest, "endTime"),
        new(250002, it => it.Clip.EndTime > it.Snapshot.Length.TotalMilliseconds, "endTime"),
        new(250002, it => !Bucket.AccessControls.Contains(it.Clip.AccessControl), "accessControl"),
        new(250704, it => !Bucket.IsAllowed(it.Clip.BucketName!)),
        new(250002, it => !it.Clip.FilePath!.StartsWith("/", StringComparison.Ordinal), "filePath"),
    ];
}
