using System;

namespace LiveStation.Emulator;

/// <summary>The channels that are there at the start: the one of the API page's example, and three with something for every command.</summary>
internal static class ChannelSeed
{
    public const string PageExample = "ls-20200313162828-G60tN";
    public const string News = "ls-20260105060000-Nw5aK";
    public const string Archive = "ls-20260112200000-Wk7sB";
    public const string Event = "ls-20250701090000-Ev3nT";

    private static readonly RecordSetting Manual = new(RecordSetting.ManualUpload, "MP4", null, null, null);

    public static void Fill(ChannelState channels, DateTimeOffset now)
    {
        ChannelSettings pageExample = new("page_example", BuiltIn.Small, Manual with { Format = "ALL" });
        ChannelSettings news = new("아침뉴스", BuiltIn.Standard, Manual with { Format = "ALL" })
        {
            UseDvr = true,
            ImmediateOnAir = true,
            IsStreamFailOver = true,
        };
        ChannelSettings archive = new("weekly_show", BuiltIn.Standard, Manual);
        ChannelSettings summer = new("summer_event", BuiltIn.Standard, new(RecordSetting.AutoUpload, "MP4", "event-archive", "/summer", "PRIVATE"));
        channels.AddReady(PageExample, pageExample, DateTimeOffset.FromUnixTimeMilliseconds(1584084508000));
        channels.AddReady(News, news, Made(2026, 1, 5));
        channels.AddReady(Archive, archive, Made(2026, 1, 12));
        channels.AddReady(Event, summer, Made(2025, 7, 1)).Life.Block(now);
    }

    private static DateTimeOffset Made(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.FromHours(9));
}
