using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using LiveStation.PowerShell.Tests.Screen;
using Xunit;

namespace LiveStation.PowerShell.Tests.Channels;

public class WatchLsChannelTests
{
    private static readonly DateTime Evening = new(2026, 11, 27, 20, 41, 7, DateTimeKind.Local);

    private static readonly WatchedChannel Fine = new()
    {
        ChannelId = "ls-1",
        ChannelName = "아침뉴스",
        ChannelStatus = ChannelStatus.Publishing,
        ChannelStatusText = "PUBLISHING",
        OnAirSince = Evening.AddMinutes(-42),
        VideoBitrate = 1_980_000,
        AskedBitrate = 2_000_000,
        VideoFps = 30,
        AskedFps = 30,
        IsRecording = true,
        RecordingSince = Evening.AddMinutes(-40),
        LastEvent = "THUMBNAIL_CREATE",
        LastEventTime = Evening.AddMinutes(-41),
    };

    private static readonly WatchedChannel Weak = new()
    {
        ChannelId = "ls-2",
        ChannelName = "주말극장_아주_긴_이름의_채널",
        ChannelStatus = ChannelStatus.Publishing,
        ChannelStatusText = "PUBLISHING",
        OnAirSince = Evening.AddHours(-12),
        VideoBitrate = 380_000,
        AskedBitrate = 2_000_000,
        VideoFps = 11.5,
        AskedFps = 30,
        IsRecording = false,
        Trouble = "low bit rate, not recording",
    };

    [Fact]
    public void A_table_at_80_columns_has_it_all()
    {
        Assert.Equal(
            """
            Live Station  2 of 2 on air  ! 1 to look at                             20:41:07
              Channel          State      On air    Mbit/s     Fps   Rec
              아침뉴스         Publishing   0:42    1.98/2   30/30  0:40 20:00 THUMBNAIL_CR…
            ! 주말극장_아주_…  Publishing  12:00    0.38/2 11.5/30       low bit rate, not …



            q leaves
            """.ReplaceLineEndings("\n"),
            Draw(80, 8, Fine, Weak));
    }

    [Fact]
    public void A_wide_one_has_room_for_what_is_wrong_and_for_the_last_event()
    {
        string table = Draw(130, 6, Fine, new WatchedChannel { ChannelId = "ls-3", ChannelName = "late_talk", ChannelStatus = ChannelStatus.Ready, ChannelStatusText = "READY", Trouble = "off air since 20:38", LastEvent = "PUBLISH_END", LastEventTime = Evening.AddMinutes(-3) });

        Assert.Contains("off air since 20:38  20:38 PUBLISH_END", table, StringComparison.Ordinal);
        Assert.Contains("20:00 THUMBNAIL_CREATE", table, StringComparison.Ordinal);
    }

    // The interpreter refuses what would stand behind the edge.
    [Fact]
    public void No_size_of_a_window_breaks_it()
    {
        for (int width = 1; width <= 200; width += width < 90 ? 1 : 13)
        {
            for (int height = 1; height <= 9; height += 2)
            {
                string table = Draw(width, height, Fine, Weak, Fine, Weak, Fine);
                Assert.True(width < 40 || height < 5 || table.Contains('!', StringComparison.Ordinal), table);
            }
        }
    }

    [Fact]
    public void What_is_wrong_is_not_what_is_left_out_where_there_is_no_room()
    {
        WatchedChannel ready = new() { ChannelId = "ls-4", ChannelName = "ready", ChannelStatus = ChannelStatus.Ready, ChannelStatusText = "READY" };

        string[] lines = Draw(80, 6, ready, ready, Fine, ready, Weak).Split('\n');

        Assert.StartsWith("  아침뉴스", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("! 주말극장", lines[3], StringComparison.Ordinal);
        Assert.Equal("  and 3 more", lines[4]);
    }

    [Fact]
    public void Names_of_strangers_move_no_cursor() =>
        Assert.Contains("a [2Jb", Draw(80, 5, new WatchedChannel { ChannelId = "ls-5", ChannelName = "a\u001b[2Jb", ChannelStatusText = "NEW\u0007", Trouble = "x\ny" }), StringComparison.Ordinal);

    [Fact]
    public void In_a_terminal_the_table_follows_what_happens_until_q()
    {
        using Studio studio = new();
        string id = studio.Recorded("주말극장");
        SmallTerminal terminal = new();
        studio.Context.Terminal = terminal;
        int step = 0;
        terminal.Written = () =>
        {
            if (terminal.Text.Contains("2/2", StringComparison.Ordinal) && Interlocked.CompareExchange(ref step, 1, 0) == 0)
            {
                studio.Emulator.Channels.SetStream(id, 380_000, 11.5);
            }
            else if (terminal.Text.Contains("! 주말극장", StringComparison.Ordinal) && Interlocked.CompareExchange(ref step, 2, 1) == 1)
            {
                studio.Emulator.Channels.StopPublishing(id);
            }
            else if (terminal.Text.Contains("off air since", StringComparison.Ordinal) && Interlocked.CompareExchange(ref step, 3, 2) == 2)
            {
                terminal.Press('q');
            }
        };

        Assert.Empty(studio.Run("Watch-LsChannel").Quiet().Output);

        Assert.Equal((3, false, true), (step, terminal.IsAlternate, terminal.IsCursorShown));
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void Ctrl_C_gives_the_terminal_back()
    {
        using Studio studio = new();
        studio.OnAir();
        SmallTerminal terminal = new();
        studio.Context.Terminal = terminal;
        using ManualResetEventSlim shown = new();
        terminal.Written = () =>
        {
            if (terminal.Text.Contains("on_air", StringComparison.Ordinal))
            {
                shown.Set();
            }
        };
        using Running running = studio.Shell.Start("Watch-LsChannel");
        Assert.True(shown.Wait(Running.Patience, TestContext.Current.CancellationToken));

        running.Stop();

        Assert.Equal((false, true, true), (terminal.IsAlternate, terminal.IsCursorShown, terminal.BreaksLines));
    }

    [Fact]
    public void A_service_that_is_away_is_said_in_the_table_and_what_was_seen_stays()
    {
        using Studio studio = new();
        studio.OnAir("evening");
        SmallTerminal terminal = new();
        studio.Context.Terminal = terminal;
        int step = 0;
        terminal.Written = () =>
        {
            if (terminal.Text.Contains("evening", StringComparison.Ordinal) && Interlocked.CompareExchange(ref step, 1, 0) == 0)
            {
                studio.Emulator.Faults.Add(Fault.Error(503, 900).On("GET", "/channels?").Repeat(3));
            }
            else if (terminal.Text.Contains("No answer since", StringComparison.Ordinal) && Interlocked.CompareExchange(ref step, 2, 1) == 1)
            {
                Assert.Contains("evening", terminal.Text, StringComparison.Ordinal);
            }
            else if (step == 2 && !terminal.Text.Contains("No answer", StringComparison.Ordinal))
            {
                step = 3;
                terminal.Press('q');
            }
        };

        studio.Run("Watch-LsChannel").Quiet();

        Assert.Equal(3, step);
    }

    [Fact]
    public void Elsewhere_each_change_is_an_object_and_what_wavers_is_none()
    {
        using Studio studio = new();
        string id = studio.Recorded("show");
        List<Action> happenings =
        [
            () => { },
            () => studio.Emulator.Channels.SetStream(id, 1_900_000, 29),
            () => studio.Emulator.Channels.SetStream(id, 380_000),
            () => studio.Emulator.Channels.SetStream(id, 2_000_000),
            () => studio.Emulator.Channels.StopPublishing(id),
        ];
        int looks = 0;
        studio.Line.Before = (request, _) =>
        {
            if (request.RequestUri!.Query.Contains("pageNo", StringComparison.Ordinal) && looks++ is var look && look < happenings.Count)
            {
                happenings[look]();
            }

            return Task.CompletedTask;
        };

        IReadOnlyList<WatchedChannel> seen = studio.Run("Watch-LsChannel -For 60s | ForEach-Object { $_ }").Quiet().Of<WatchedChannel>();

        // The end may be seen before its event is.
        Assert.InRange(seen.Count, 4, 5);
        Assert.Equal(["", "low bit rate", "", "off air since"], seen.Take(4).Select(channel => (channel.Trouble ?? "")[..Math.Min(13, channel.Trouble?.Length ?? 0)]));
        Assert.Equal([ChannelStatus.Publishing, ChannelStatus.Publishing, ChannelStatus.Publishing, ChannelStatus.Ready], seen.Take(4).Select(channel => channel.ChannelStatus));
        Assert.NotNull(seen[0].RecordingSince);
        Assert.NotNull(seen[0].LastEvent);
        Assert.True(looks >= 12);

        // What does not change by itself is asked once.
        Assert.Single(studio.Calls, call => call.Contains("qualitySets", StringComparison.Ordinal));
        Assert.Single(studio.Calls, call => call.EndsWith("/records", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Watch-LsChannel -For 5s | ForEach-Object { $_ }")]
    [InlineData("Watch-LsChannel -For 5s -AsObject")]
    public void A_table_is_drawn_only_where_nobody_takes_the_objects(string script)
    {
        using Studio studio = new();
        studio.OnAir();
        SmallTerminal terminal = new();
        studio.Context.Terminal = terminal;

        Assert.Single(studio.Run(script).Quiet().Of<WatchedChannel>());

        Assert.Empty(terminal.Sent);
    }

    [Fact]
    public void A_service_that_fails_is_one_warning_and_one_word_when_it_is_back()
    {
        using Studio studio = new();
        studio.OnAir();
        studio.Emulator.Faults.Add(Fault.Error(503, 900).On("GET", "/channels?").Repeat(4));

        Outcome outcome = studio.Run("Watch-LsChannel -For 60s -WarningVariable said");

        Assert.Single(outcome.Of<WatchedChannel>());
        Assert.Empty(outcome.Errors);
        Assert.Collection(
            outcome.Warnings,
            lost => Assert.StartsWith("Channels cannot be seen since", lost, StringComparison.Ordinal),
            back => Assert.StartsWith("Channels are seen again", back, StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_that_are_not_there_are_an_error_alone_and_a_trouble_among_others()
    {
        using Studio studio = new(seed: true);

        Assert.Equal("ChannelNotFound", studio.Run("Watch-LsChannel ls-none -For 5s").OneError().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal([null, "not there"], studio.Run($"Watch-LsChannel {Service.News}, ls-none, {Service.News} -For 5s").Quiet().Of<WatchedChannel>().Select(channel => channel.Trouble));
        Assert.Empty(studio.Run("Get-LsChannel -Status Creating | Watch-LsChannel -For 5s").Quiet().Output);
    }

    private static string Draw(int width, int height, params WatchedChannel[] rows)
    {
        SmallTerminal terminal = new(width, height);
        using LiveScreen screen = new(terminal);
        screen.Show(new ChannelTable(rows, Evening, "q leaves", isDown: false).Draw);
        return terminal.Text;
    }
}
