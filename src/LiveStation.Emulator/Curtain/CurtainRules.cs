using System;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What content of a curtain is made from. The rules are the page's; it prints no codes, so 250002, 250011 and the order are guesses.</summary>
internal static class CurtainRules
{
    public static readonly Rule<CurtainRequest>[] OfContent =
    [
        new(250011, request => request.Files.Count == 0, "content"),
        new(250011, request => request.Files.Any(file => string.IsNullOrEmpty(file.Bucket)), "bucketName"),
        new(250011, request => request.Files.Any(file => string.IsNullOrEmpty(file.Path)), "filePath"),
        new(250703, request => request.Files.Any(file => !Bucket.IsAllowed(file.Bucket!))),
        new(250002, request => request.Files.Any(file => !file.Path!.StartsWith("/", StringComparison.Ordinal)), "filePath"),
        new(250002, request => request.PictureCount + request.SoundCount + request.VideoCount < request.Files.Count, "filePath"),

        // Up to ten videos; or a picture, with a sound or without.
        new(250002, request => request.VideoCount > 0 ? request.VideoCount < request.Files.Count || request.VideoCount > 10 : request.PictureCount != 1 || request.SoundCount > 1, "content"),
    ];
}
