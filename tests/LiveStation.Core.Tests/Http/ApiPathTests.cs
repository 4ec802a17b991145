using System;
using System.Linq;
using Xunit;

namespace LiveStation.Core.Tests.Http;

public sealed class ApiPathTests
{
    [Theory]
    [InlineData("", "The id '' is empty. Nothing was sent.")]
    [InlineData(" \t", "is empty. Nothing was sent.")]
    [InlineData(".", "The id '.' is a dot segment. Nothing was sent.")]
    [InlineData("..", "The id '..' is a dot segment. Nothing was sent.")]
    public void An_id_that_would_reach_another_resource_is_refused_in_words(string id, string message)
    {
        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => ApiPath.Of("channels", id));

        Assert.Equal("InvalidIdentifier", error.ErrorId);
        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal("Give an id as the Get cmdlet of its kind prints it.", error.Recommendation);
    }

    [Fact]
    public void An_id_has_1024_characters_at_most()
    {
        Assert.Equal("/channels/" + new string('a', 1024), ApiPath.Of("channels", new string('a', 1024)));

        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => ApiPath.Of(new string('a', 1025)));
        Assert.EndsWith("' is too long. Nothing was sent.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_has_32768_characters_at_most()
    {
        Assert.Equal(3 + 32768, "/x".With("n", new string('a', 32768)).Length - 2);

        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => "/x".With("n", new string('a', 32769)));
        Assert.Equal("InvalidIdentifier", error.ErrorId);
        Assert.Equal("The value is longer than an address can be. Nothing was sent.", error.Message);
        Assert.Equal("Give a shorter value.", error.Recommendation);
    }

    // As numbers: attributes are kept as UTF-8, which has no halves.
    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0x61, 0xD83D)]
    [InlineData(0xDE00)]
    [InlineData(0xD83D, 0x61)]
    [InlineData(0xD83D, 0xDE00, 0xD83D)]
    [InlineData(0xDE00, 0xD83D)]
    public void Half_a_character_is_refused(params int[] units)
    {
        string value = string.Concat(units.Select(static unit => (char)unit));

        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => ApiPath.Of(value));

        Assert.Equal("InvalidIdentifier", error.ErrorId);
        Assert.Equal("The value holds half a character (an unpaired surrogate). Nothing was sent.", error.Message);
        Assert.Equal("Type the value again.", error.Recommendation);
    }

    [Fact]
    public void Whole_characters_outside_the_basic_plane_are_escaped()
    {
        Assert.Equal("/%F0%9F%98%80a%F0%9F%98%80", ApiPath.Of("😀a😀"));
    }

    [Theory]
    [InlineData("/channels")]
    [InlineData("/channels/a=b&token=marker")]
    [InlineData("/channels?")]
    [InlineData("?x")]
    [InlineData("/channels?pageNo=1&x&=y")]
    public void What_holds_no_secret_is_shown_as_it_is(string path)
    {
        Assert.Equal(path, ApiPath.Redact(path));
    }

    [Theory]
    [InlineData("/x?token=marker", "/x?token=…")]
    [InlineData("/x?pageNo=1&secretKey=marker&a=b&token=", "/x?pageNo=1&secretKey=…&a=b&token=…")]
    [InlineData("?token=marker", "?token=…")]
    public void What_a_name_calls_a_secret_is_masked(string path, string shown)
    {
        Assert.Equal(shown, ApiPath.Redact(path));
    }

    [Fact]
    public void An_address_that_would_not_hold_the_path_is_refused()
    {
        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => ApiPath.Address("https://example.com", "/a/../b"));

        Assert.Equal("An id or value cannot stand in an address as it is. Nothing was sent.", error.Message);
        Assert.Equal("Give an id as the Get cmdlet of its kind prints it, or a shorter value.", error.Recommendation);
    }
}
