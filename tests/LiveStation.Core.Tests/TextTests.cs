using System;
using Xunit;

namespace LiveStation.Core.Tests;

public class TextTests
{
    [Theory]
    [InlineData("아침뉴스 1부, 100% & \"more\"", "아침뉴스 1부, 100% & \"more\"")]
    [InlineData("a  b", "a  b")]
    [InlineData("a\r\nb\tc\u2028d\u0085e", "a  b c d e")]
    [InlineData("\u001b[2Kx\u009b8my\u0007\u007f", " [2Kx 8my  ")]
    [InlineData("\u202egpj.exe\u2066\u200f\ufeff", "?gpj.exe???")]
    [InlineData("on air \U0001F534", "on air \U0001F534")]
    [InlineData("tag \U000E0041\U000E0042 end", "tag ?? end")]
    [InlineData(null, "")]
    public void A_line_holds_nothing_that_moves_a_cursor_or_turns_the_text(string? text, string line) => Assert.Equal(line, Text.Line(text));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("a?b?", Text.Line(new string(['a', '\ud83d', 'b', '\udd34'])));

    [Fact]
    public void A_value_is_bounded_and_a_line_is_not()
    {
        string text = string.Concat(System.Linq.Enumerable.Repeat("\U0001F534", 400));

        Assert.Equal(301, Text.Clean(text).Length);
        Assert.EndsWith("\U0001F534…", Text.Clean(text), StringComparison.Ordinal);
        Assert.Equal(text, Text.Line(text));
        Assert.Equal("a b", Text.Clean(" a\r\n \u001b\tb "));
    }
}
