using System;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>How one picture and its sound are encoded; without a picture it is of type AUDIO. It never changes.</summary>
internal sealed record Quality(long Id, string Name, bool IsBuiltIn, DateTimeOffset Created, VideoSetting? Video, AudioSetting Audio)
{
    public string Type => Video is null ? "AUDIO" : "NORMAL";

    public string GenType => GenTypes.Of(IsBuiltIn);

    public long Width => Video?.Width ?? 0;

    public long Height => Video?.Height ?? 0;

    public double FrameRate => Video?.Fps ?? 0;

    /// <summary>In bits per second.</summary>
    public long VideoBitrate => Video?.Bitrate ?? 0;

    /// <summary>In bits per second, as recordings and addresses have it.</summary>
    public long AudioBitrate => Audio.Bitrate * 1000;

    public string Resolution => string.Format(CultureInfo.InvariantCulture, "{0}x{1}", Width, Height);

    /// <summary>What it is called in play addresses and in HLS folders, such as 720p-16-9.</summary>
    public string Folder => Video is null ? "audio" : string.Format(CultureInfo.InvariantCulture, "{0}p-16-9", Height);
}
