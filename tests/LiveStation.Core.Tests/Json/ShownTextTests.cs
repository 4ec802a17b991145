using System;
using System.Globalization;
using Xunit;

namespace LiveStation.Core.Tests.Json;

/// <summary>Texts that are shown in part or not at all, times, and states by name.</summary>
public sealed class ShownTextTests
{
    [Fact]
    public void A_hidden_text_shows_nothing_and_is_equal_to_the_same_of_its_kind()
    {
        HiddenText text = new("login");

        Assert.Equal("********", text.ToString());
        Assert.Equal("login", text.Reveal());
        Assert.True(text.Equals(new HiddenText("login")));
        Assert.True(text.Equals((object)new HiddenText("login")));
        Assert.False(text.Equals(new HiddenText("Login")));
        Assert.False(text.Equals(null));
        Assert.False(text.Equals("login"));
        Assert.False(text.Equals(new Other("login")));
        Assert.Equal(new HiddenText("login").GetHashCode(), text.GetHashCode());
        Assert.Throws<ArgumentNullException>(static () => new HiddenText(null!));
        Assert.Null(HiddenText.Of(null));
        Assert.Equal(text, HiddenText.Of("login"));
    }

    [Theory]
    [InlineData("***", true)]
    [InlineData("ab***yz", true)]
    [InlineData("**", false)]
    public void Asterisks_of_the_service_say_nothing(string text, bool isMasked)
    {
        Assert.Equal(isMasked, new HiddenText(text).IsMasked);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("kim@example.com", "k***@example.com")]
    [InlineData("a@b@c", "a***@c")]
    [InlineData("@example.com", "***")]
    [InlineData("kim", "***")]
    [InlineData("\U0001F600im@example.com", "***@example.com")]
    public void A_mail_address_is_shown_by_its_first_letter_and_its_domain(string? address, string shown)
    {
        Assert.Equal(shown, Personal.Email(address));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("12345678", "***")]
    [InlineData("123456789", "***6789")]
    [InlineData("+82-10-1234-5678", "***5678")]
    public void A_number_is_shown_by_its_last_digits(string? number, string shown)
    {
        Assert.Equal(shown, Personal.Phone(number));
    }

    [Fact]
    public void A_time_is_between_the_first_and_the_last_of_any_calendar()
    {
        Assert.Equal(DateTime.MinValue.ToUniversalTime().Year, WireTime.Local(-62135596800000)!.Value.ToUniversalTime().Year);
        Assert.Equal(9999, WireTime.Local(253402300799999 - 86_400_000)!.Value.ToUniversalTime().Year);
        Assert.NotNull(WireTime.Local(253402300799999));
        Assert.Null(WireTime.Local(-62135596800001));
        Assert.Null(WireTime.Local(253402300800000));
        Assert.Equal(DateTimeKind.Local, WireTime.Local(0)!.Value.Kind);
        Assert.Equal(new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc), WireTime.Local(0)!.Value.ToUniversalTime());
    }

    [Fact]
    public void A_time_is_sent_as_it_is_in_Korea()
    {
        DateTime time = new(2026, 11, 28, 20, 30, 5, DateTimeKind.Utc);

        Assert.Equal("20261129053005", WireTime.Korean(time));
        Assert.Equal("20261129053005", WireTime.Korean(time.ToLocalTime()));
        Assert.Equal((new DateTime(2026, 11, 29, 5, 30, 5), DateTimeKind.Unspecified), (WireTime.InKorea(time), WireTime.InKorea(time).Kind));
    }

    [Theory]
    [InlineData("TRANSFER_READY", RecordStatus.TransferReady)]
    [InlineData("transferready", RecordStatus.TransferReady)]
    [InlineData("Unknown", RecordStatus.Unknown)]
    public void A_state_converts_from_any_spelling(string text, RecordStatus status)
    {
        Assert.Equal(status, Converter.ConvertFrom(null, CultureInfo.InvariantCulture, text));
    }

    [Theory]
    [InlineData("TRANSFERRED")]
    [InlineData("99")]
    [InlineData("")]
    public void What_is_no_state_is_refused_with_those_that_there_are(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Converter.ConvertFrom(null, CultureInfo.InvariantCulture, text));

        Assert.StartsWith($"'{text}' is none of ", error.Message, StringComparison.Ordinal);
        Assert.Contains(" TransferReady, ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Unknown", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_converts_as_any_enum_does()
    {
        Assert.Throws<NotSupportedException>(static () => Converter.ConvertFrom(null, CultureInfo.InvariantCulture, 7));
    }

    [Fact]
    public void The_spellings_of_an_enum_are_known_when_it_is()
    {
        WireEnum spelling = WireEnum.Of(typeof(RecordStatus));

        Assert.Contains("TRANSFER_READY", spelling.Names);
        Assert.DoesNotContain("UNKNOWN", spelling.Names);
        Assert.Equal("TRANSFER_READY", spelling.Write(RecordStatus.TransferReady));
        Assert.Null(spelling.Write(RecordStatus.Unknown));
        Assert.Equal(RecordStatus.TransferReady, spelling.Read("TRANSFER_READY"));
        Assert.Null(spelling.Read("TransferReady"));
        Assert.Null(spelling.Read("NOWHERE"));
    }

    private static WireEnumConverter<RecordStatus> Converter { get; } = new();

    private sealed class Other(string text) : HiddenText(text);
}
