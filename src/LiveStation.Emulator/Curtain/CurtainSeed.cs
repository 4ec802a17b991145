using System;

namespace LiveStation.Emulator;

/// <summary>The contents that are there at the start: a picture, a picture with music, and one that failed.</summary>
internal static class CurtainSeed
{
    public static void Fill(CurtainState curtains, DateTimeOffset now)
    {
        DateTimeOffset then = now - TimeSpan.FromDays(2);
        Add(CurtainStatus.Ready, "show-archive/curtain/notice.png");
        Add(CurtainStatus.Ready, "show-archive/curtain/pause.jpg", "show-archive/curtain/pause.mp3");
        Add(CurtainStatus.ProcessingFail, "show-archive/curtain/broken.mp4");

        void Add(string status, params string[] input) => curtains.All.Replace(curtains.Create(input, then).Become(status, then + TimeSpan.FromMinutes(1)));
    }
}
