using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What a schedule must keep to, in the order in which it is looked at. No code of its own is documented for any of it: 250002 and 250011 are guesses.</summary>
internal static class VodScheduleRules
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(14);

    private static readonly Rule<VodScheduleRequest>[] Given =
    [
        new(250011, request => string.IsNullOrEmpty(request.ChannelId), "channelId"),
        new(250011, request => string.IsNullOrEmpty(request.StartText), "startTime"),
        new(250011, request => request.Files is null, "vodList"),
    ];

    private static readonly Rule<VodScheduleRequest>[] Good =
    [
        new(250002, request => request.StartText is not null && request.Start is null, "startTime"),
        new(250002, request => request.Start < request.Now + Soonest || request.Start > request.Now + Latest, "startTime"),
        new(250002, request => request.Files?.Count is 0 or > 50, "vodList"),
        new(250011, request => request.Files?.Any(file => string.IsNullOrEmpty(file.BucketName)) == true, "vodList.bucketName"),
        new(250704, request => request.Files?.Any(file => !Bucket.IsAllowed(file.BucketName!)) == true),
        new(250011, request => request.Files?.Any(file => string.IsNullOrEmpty(file.FilePath)) == true, "vodList.filePath"),
        new(250002, request => request.Files?.Any(file => !IsMp4(file.FilePath!)) == true, "vodList.filePath"),
    ];

    private static readonly Rule<VodScheduleRequest>[] ToCreate = [.. Given, .. Good];

    public static void Create(VodScheduleRequest request) => ToCreate.Judge(request);

    public static void Update(VodScheduleRequest request) => Good.Judge(request);

    /// <summary>The files of a request that has been judged.</summary>
    public static IReadOnlyList<VodFile>? FilesOf(VodScheduleRequest request) =>
        request.Files?.Select(file => new VodFile(file.BucketName!, file.FilePath!)).ToList();

    private static bool IsMp4(string path) => path.StartsWith("/", StringComparison.Ordinal) && path.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase);
}
