using System;

namespace LiveStation.Emulator;

/// <summary>The re-streams that are there at the start: one that can be changed, and one on air of which a relay fails.</summary>
internal static class RestreamSeed
{
    public const string Ready = "ls-20260118090000-Rs1wQ";
    public const string OnAir = "ls-20260119060000-Rs2nP";

    private static readonly TargetSettings Youtube = new("YOUTUBE", "rtmp://a.youtube.example/live2", "made-up-key-1", null, null);
    private static readonly TargetSettings Chzzk = new("CHZZK", "rtmp://chzzk.example/relay", "made-up-key-2", null, null);
    private static readonly TargetSettings Custom = new("CUSTOM", "rtmp://ingest.partner.example/app", "made-up-key-3", "studio", "made-up");

    public static void Fill(RestreamState restream, DateTimeOffset now)
    {
        restream.AddReady(Ready, new("weekly_relay", "STANDARD", "REAL", [Youtube, Custom]), Made(2026, 1, 18));
        RestreamChannel news = restream.AddReady(OnAir, new("아침뉴스_중계", "STANDARD", "REAL", [Youtube, Chzzk]), Made(2026, 1, 19));
        DateTimeOffset onAirSince = now - TimeSpan.FromMinutes(30);
        news.Targets[1].Relay.Break(onAirSince);
        news.Life.StartPublishing(onAirSince);
    }

    private static DateTimeOffset Made(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.FromHours(9));
}
