using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>What new content of a curtain is made from: up to ten videos, or a picture with or without sound.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtaincontent-curtaincontentcreate</remarks>
public sealed record CurtainContentSettings
{
    private const int MostFiles = 10;

    private static readonly string[] Sounds = [".aac", ".mp3", ".m4a"];

    private static readonly Rule<CurtainContentSettings>[] Rules =
    [
        new("BucketMissing", it => string.IsNullOrWhiteSpace(it.BucketName),
            "The content of a curtain is made from files in a bucket (-BucketName).", "Give -BucketName."),
        new("CurtainFilesMissing", it => it.FilePath.Count == 0,
            "The content of a curtain is made from one file at least (-FilePath).", "Give the path of a video or a picture in the bucket, as in -FilePath /curtain/notice.png."),
        new("CurtainFilesTooMany", it => it.FilePath.Count > MostFiles,
            "The content of a curtain is made from ten files at the most.", "Make several contents; Start-LsCurtain takes several -ContentId."),
        new("FilePathForm", it => it.FilePath.Any(static path => !path.StartsWith("/", StringComparison.Ordinal)),
            "-FilePath is the path of a file in the bucket and begins with a slash.", "Write it as in -FilePath /curtain/notice.png."),
        new("CurtainSoundAlone", it => it.FilePath.All(static path => Sounds.Any(sound => path.EndsWith(sound, StringComparison.OrdinalIgnoreCase))),
            "Sound alone is no curtain: it goes with a picture.", "Give a picture as well, as in -FilePath /curtain/notice.png, /curtain/music.mp3."),
    ];

    /// <summary>Bucket of the files.</summary>
    public required string BucketName { get; init; }

    /// <summary>Paths of the files in the bucket, each beginning with a slash: png, jpg, jpeg, mp4, aac, mp3 or m4a, 100 MB at the most.</summary>
    public required IReadOnlyList<string> FilePath { get; init; }

    /// <summary>Refuses what the service is known to refuse.</summary>
    /// <returns>In words what it is made from.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check()
    {
        Rules.Judge(this, "Curtain content");
        return Text.Clean(string.Join(", ", FilePath.Select(path => BucketName + path)));
    }

    internal byte[] ToJson() => JsonBody.Of(writer =>
    {
        writer.WriteStartArray("content");
        foreach (string path in FilePath)
        {
            writer.WriteStartObject();
            writer.Text("bucketName", BucketName);
            writer.Text("filePath", path);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
