using System;

namespace LiveStation.Emulator;

/// <summary>The qualities and sets that the platform brings: the same for everyone, and not to be changed.</summary>
internal static class BuiltIn
{
    public static readonly Quality P270 = Make(1, "system-270p", new("BASELINE", 480, 270, 15, 400_000), 64);
    public static readonly Quality P480 = Make(2, "system-480p", new("BASELINE", 854, 480, 30, 1_200_000), 96);
    public static readonly Quality P720 = Make(3, "system-720p", new("HIGH", 1280, 720, 30, 2_000_000) { Bframes = 2 }, 128);
    public static readonly Quality P1080 = Make(4, "system-1080p", new("HIGH", 1920, 1080, 30, 4_000_000) { Bframes = 2 }, 192);

    public static readonly Quality[] Qualities = [P270, P480, P720, P1080];

    public static readonly QualitySet Small = Make(1, "small", false, P270);
    public static readonly QualitySet Standard = Make(3, "sample-set", false, P720, P480, P270);

    public static readonly QualitySet[] Sets =
    [
        Small,
        Make(2, "full-hd", false, P1080, P720, P480),
        Standard,
        Make(4, "low-latency", true, P1080, P720),
    ];

    private static DateTimeOffset Launch => new(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(9));

    private static Quality Make(long id, string name, VideoSetting video, long audioBitrate) => new(id, name, true, Launch, video, AudioSetting.Aac(audioBitrate));

    private static QualitySet Make(long id, string name, bool isLowLatency, params Quality[] qualities) => new(id, name, true, isLowLatency, Launch, qualities)
    {
        SegmentDuration = isLowLatency ? null : 2000,
        SegmentCount = isLowLatency ? null : 3,
    };
}
