namespace LiveStation;

/// <summary>What became of saving an object, or a folder of them.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="What">The object; the playlist of a folder.</param>
/// <param name="Length">Bytes in all.</param>
/// <param name="How">What was compared.</param>
internal sealed record SavedObject(string Path, StoredObject What, long Length, SaveVerification How)
{
    public int FileCount { get; init; } = 1;

    public bool WasThere { get; init; }

    public bool Resumed { get; init; }

    /// <summary>Bytes that were fetched.</summary>
    public long Fetched { get; init; }
}
