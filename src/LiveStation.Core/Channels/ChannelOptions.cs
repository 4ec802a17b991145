namespace LiveStation;

/// <summary>The settings that a new channel and a change of one have in common. A <see langword="null"/> was not asked for.</summary>
public abstract record ChannelOptions
{
    /// <summary>Environment tag.</summary>
    public EnvType? EnvType { get; init; }

    /// <summary>Packaging; low latency cannot be switched on or off later.</summary>
    public OutputProtocol? OutputProtocol { get; init; }

    /// <summary>Whether viewers can rewind (time machine).</summary>
    public bool? UseDvr { get; init; }

    /// <summary>How far, in minutes.</summary>
    public long? TimemachineMin { get; init; }

    /// <summary>Whether a recording starts together with publishing; only with <see cref="UseDvr"/>.</summary>
    public bool? ImmediateOnAir { get; init; }

    /// <summary>What happens to recordings; a bucket alone means that they are uploaded automatically.</summary>
    public RecordSaveType? RecordSaveType { get; init; }

    /// <summary>Kind of file.</summary>
    public RecordFormat? RecordFormat { get; init; }

    /// <summary>Bucket; needed with automatic uploads.</summary>
    public string? BucketName { get; init; }

    /// <summary>Folder in the bucket, beginning with a slash.</summary>
    public string? FilePath { get; init; }

    /// <summary>Who may read what is written there.</summary>
    public AccessControl? AccessControl { get; init; }

    /// <summary>The name that goes out; null for the present one.</summary>
    internal abstract string? Name { get; }
}
