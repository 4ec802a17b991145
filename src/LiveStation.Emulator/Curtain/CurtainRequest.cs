using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The body of curtainContentCreate: the files that content is to be made from.</summary>
internal sealed class CurtainRequest
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg"];
    private static readonly string[] Sounds = [".aac", ".mp3", ".m4a"];
    private static readonly string[] Videos = [".mp4"];

    private CurtainRequest(IReadOnlyList<(string? Bucket, string? Path)> files) => Files = files;

    public IReadOnlyList<(string? Bucket, string? Path)> Files { get; }

    public IReadOnlyList<string> Input => Files.Select(file => file.Bucket + file.Path).ToList();

    public int PictureCount => Count(Pictures);

    public int SoundCount => Count(Sounds);

    public int VideoCount => Count(Videos);

    public static CurtainRequest Read(Fields body) =>
        new((body.Objects("content") ?? []).Select(file => (file.Text("bucketName"), file.Text("filePath"))).ToList());

    private int Count(string[] endings) => Files.Count(file => endings.Any(ending => file.Path!.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
