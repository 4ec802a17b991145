namespace LiveStation.Emulator;

/// <summary>The picture of a quality; the bit rate in bits per second.</summary>
internal sealed record VideoSetting(string Profile, long Width, long Height, double Fps, long Bitrate)
{
    public long Level { get; init; } = -1;

    public long ReferenceFrames { get; init; } = 1;

    public string RateControl { get; init; } = "CBR";

    public long Bframes { get; init; }

    public bool Bypass { get; init; }
}
