using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LiveStation.PowerShell.Tests.Screen;

public class ScreenTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("아침뉴스", 8)]
    [InlineData("a가b나", 6)]
    [InlineData("\u1112\u1161\u11ab", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("ｆｕｌｌ", 8)]
    [InlineData("…", 1)]
    [InlineData("\U0001F4FA", 2)]
    [InlineData("", 0)]
    public void A_text_takes_cells(string text, int cells) => Assert.Equal(cells, ConsoleText.Width(text));

    [Theory]
    [InlineData("abc", 5, "abc  ")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("아침뉴스", 8, "아침뉴스")]
    [InlineData("아침뉴스", 7, "아침뉴…")]
    [InlineData("아침뉴스", 6, "아침… ")]
    [InlineData("아침", 1, "…")]
    [InlineData("아침", 0, "")]
    public void A_text_fits_its_cells_and_no_letter_is_halved(string text, int cells, string fitted)
    {
        Assert.Equal(fitted, ConsoleText.Fit(text, cells));
        Assert.Equal(cells, ConsoleText.Width(ConsoleText.Fit(text, cells)));
    }

    [Fact]
    public void Lines_are_broken_between_words() => Assert.Equal(["아침 뉴스", "is on air"], ConsoleText.Wrap("아침 뉴스 is on air", 10));

    [Fact]
    public void Only_what_has_changed_is_sent()
    {
        SmallTerminal terminal = new(40, 6);
        using LiveScreen screen = new(terminal);
        screen.Show(_ => Lines("title", "one", "two", "three"));
        int before = terminal.Sent.Count;

        screen.Show(_ => Lines("title", "one", "deux", "three"));
        string sent = Assert.Single(terminal.Sent.Skip(before));
        Assert.Equal("\e[3;1Hdeux\e[K", sent);
        screen.Show(_ => Lines("title", "one", "deux", "three"));
        Assert.True(screen.Tick());

        Assert.Equal(before + 1, terminal.Sent.Count);
        Assert.Equal("title\none\ndeux\nthree", terminal.Text);
    }

    [Fact]
    public void What_is_gone_goes_from_the_screen()
    {
        SmallTerminal terminal = new(40, 6);
        using LiveScreen screen = new(terminal);
        screen.Show(_ => Lines("title", "one", "two"));
        screen.Show(_ => Lines("title"));

        Assert.Equal("title", terminal.Text);
    }

    [Fact]
    public void A_window_of_another_size_is_painted_anew()
    {
        SmallTerminal terminal = new(40, 6);
        using LiveScreen screen = new(terminal);
        screen.Show(size => Lines($"{size.Width}x{size.Height}", "one"));
        terminal.Resize(20, 4);

        Assert.True(screen.Tick());

        Assert.Equal("20x4\none", terminal.Text);
    }

    [Fact]
    public void Lines_below_the_window_are_left_out()
    {
        SmallTerminal terminal = new(10, 2);
        using LiveScreen screen = new(terminal);

        screen.Show(_ => Lines("1", "2", "3"));

        Assert.Equal("1\n2", terminal.Text);
    }

    // The terminal may have echoed the key.
    [Fact]
    public void Keys_but_q_have_it_painted_anew_and_q_leaves()
    {
        SmallTerminal terminal = new(10, 3);
        using LiveScreen screen = new(terminal);
        screen.Show(_ => Lines("1"));
        terminal.Press('x');

        Assert.True(screen.Tick());
        Assert.Contains("\e[2J", terminal.Sent[^1], StringComparison.Ordinal);
        terminal.Press('q');
        Assert.False(screen.Tick());
    }

    [Fact]
    public void The_terminal_is_afterwards_as_it_was_before()
    {
        SmallTerminal terminal = new();
        LiveScreen screen = new(terminal);
        Assert.Equal((true, false, false), (terminal.IsAlternate, terminal.IsCursorShown, terminal.BreaksLines));

        screen.Dispose();
        screen.Dispose();

        Assert.Equal((false, true, true), (terminal.IsAlternate, terminal.IsCursorShown, terminal.BreaksLines));
        Assert.Equal(2, terminal.Sent.Count);
    }

    [Theory]
    [InlineData(true, "\e[31;1mbad\e[0m")]
    [InlineData(false, "bad")]
    public void Tones_are_colours_only_where_they_are_wanted(bool isColoured, string sent)
    {
        SmallTerminal terminal = new(isColoured: isColoured);
        using LiveScreen screen = new(terminal);

        screen.Show(_ => [new ScreenLine(("bad", Tone.Bad))]);

        Assert.Contains($"\e[1;1H{sent}\e[K", terminal.Sent[^1], StringComparison.Ordinal);
    }

    private static IReadOnlyList<ScreenLine> Lines(params string[] texts) => [.. texts.Select(text => new ScreenLine((text, Tone.Plain)))];
}
