namespace LiveStation.Emulator;

/// <summary>A file in a bucket; its path begins with a slash.</summary>
internal sealed record VodFile(string BucketName, string FilePath)
{
    public override string ToString() => BucketName + FilePath;
}
