using System;
using System.Collections.Generic;

namespace LiveStation.Contract.Tests.Calls;

/// <summary>Settings of qualities and quality sets.</summary>
internal static class QualityBodies
{
    /// <summary>No more than what has to be named.</summary>
    public static QualitySettings Least { get; } = new() { Name = "q-1", Width = 1280, Height = 720, VideoBitrate = 2_000_000 };

    /// <summary>Every field.</summary>
    public static QualitySettings Most { get; } = new()
    {
        Name = "ABC-xyz-0123456789ab",
        Type = QualityType.Normal,
        Width = 1920,
        Height = 1080,
        Fps = 29.97,
        VideoBitrate = 20_000_000,
        VideoProfile = VideoProfile.Main,
        VideoLevel = -1,
        RateControl = RateControl.Vbr,
        Bframes = 4,
        VideoH264ParamRefFrames = 1,
        VideoBypass = false,
        Orientation = "FIX",
        AudioCodec = AudioCodec.Aac,
        AudioProfile = "LC",
        AudioSamplerate = 48_000,
        AudioChannels = 8,
        AudioBitrate = 320,
        AudioBypass = true,
    };

    /// <summary>Sound alone.</summary>
    public static QualitySettings Sound { get; } = new() { Name = "radio", Type = QualityType.Audio, AudioCodec = AudioCodec.Mp3, AudioSamplerate = 22_050, AudioChannels = 1, AudioBitrate = 64 };

    public static QualitySetFilter Filter { get; } = new() { GenType = GenType.System, Type = QualitySetType.LlHls };

    public static QualitySetSettings LeastSet { get; } = new() { Name = "abc", QualityIds = [3] };

    public static QualitySetSettings MostSet { get; } = new()
    {
        Name = "all-four",
        QualityIds = [1, 2, 3, 4],
        SegmentDuration = TimeSpan.FromSeconds(1.5),
        SegmentCount = 10,
        TimedMetadataHeader = "ncloud.livestation.metadata",
    };

    public static QualitySetSettings LowLatency { get; } = new() { Name = "fast", QualityIds = [4, 3], IsEnabledUll = true };

    public static QualitySetChange Change { get; } = new() { SegmentDuration = TimeSpan.FromSeconds(4) };

    /// <summary>Each value of each setting, one at a time.</summary>
    public static IReadOnlyList<Func<QualitySettings, QualitySettings>> Variations { get; } =
    [
        settings => settings with { Name = "other-name" },
        settings => settings with { VideoProfile = VideoProfile.Baseline },
        settings => settings with { VideoProfile = VideoProfile.High },
        settings => settings with { VideoLevel = 0 },
        settings => settings with { Width = 854, Height = 480 },
        settings => settings with { Width = 720, Height = 1280 },
        settings => settings with { Fps = 23.97 },
        settings => settings with { Fps = 60 },
        settings => settings with { VideoBitrate = 1 },
        settings => settings with { RateControl = RateControl.Cbr },
        settings => settings with { RateControl = RateControl.Vbr },
        settings => settings with { Bframes = 0 },
        settings => settings with { VideoH264ParamRefFrames = 1 },
        settings => settings with { VideoBypass = true },
        settings => settings with { Orientation = "FIX" },
        settings => settings with { AudioCodec = AudioCodec.Mp3 },
        settings => settings with { AudioProfile = "LC" },
        settings => settings with { AudioSamplerate = 8000 },
        settings => settings with { AudioChannels = 0 },
        settings => settings with { AudioBitrate = 16 },
        settings => settings with { AudioBypass = true },
    ];
}
