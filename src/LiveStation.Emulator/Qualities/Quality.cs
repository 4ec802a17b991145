using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>One picture size of a quality set. Bit rates in bits per second.</summary>
internal sealed record Quality(int Width, int Height, double FrameRate, int VideoBitrate, int AudioBitrate)
{
    public string Resolution { get; } = string.Format(CultureInfo.InvariantCulture, "{0}x{1}", Width, Height);

    /// <summary>The name in play addresses and of HLS folders, such as 720p-16-9.</summary>
    public string Name { get; } = string.Format(CultureInfo.InvariantCulture, "{0}p-16-9", Height);
}
