namespace LiveStation.Emulator;

/// <summary>The sound of a quality; the bit rate in kilobits per second.</summary>
internal sealed record AudioSetting(string Codec, long Samplerate, long Channels, long Bitrate)
{
    public string? Profile { get; init; }

    public bool Bypass { get; init; }

    /// <summary>AAC in stereo.</summary>
    public static AudioSetting Aac(long bitrate) => new("AAC", 44_100, 2, bitrate) { Profile = "LC" };
}
