using System;

namespace LiveStation;

/// <summary>How something is saved.</summary>
internal sealed record SaveSettings
{
    /// <summary>Bytes of a range.</summary>
    public long PartSize { get; init; } = 8 * 1024 * 1024;

    /// <summary>How many ranges of a file, or files of a folder, are fetched side by side.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>Whether what is there is overwritten.</summary>
    public bool Force { get; init; }

    /// <summary>How much room there is for a file.</summary>
    public Func<string, long> SpaceAt { get; init; } = SaveFailure.SpaceAt;

    /// <summary>Told of bytes that have come, or were there; less than none where they have to come again. And whether they were fetched. From any thread.</summary>
    public Action<long, bool>? Moved { get; init; }

    /// <summary>Told how many bytes there are in all, when that is known.</summary>
    public Action<long>? Sized { get; init; }
}
