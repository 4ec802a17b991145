using System;

namespace LiveStation.Emulator;

/// <summary>What the account has made itself at the start: the quality and the set of the API pages' examples, and one of sound alone.</summary>
internal static class QualitySeed
{
    private static readonly DateTimeOffset Made = DateTimeOffset.FromUnixTimeMilliseconds(1755129600000);

    public static void Fill(QualityState qualities)
    {
        Quality page = qualities.Add("q-720", new VideoSetting("MAIN", 1280, 720, 30, 2_000_000) { Bframes = 2 }, AudioSetting.Aac(128), Made);
        qualities.Add("q-audio", null, AudioSetting.Aac(96), Made);
        qualities.Add("setting000", false, [page, BuiltIn.P480], Made, 2000, 3, "ncloud.livestation.metadata");
    }
}
