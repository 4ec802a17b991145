using Xunit;

namespace LiveStation.Core.Tests.Errors;

/// <summary>What is taken out of a text before it is shown, and how what is to be pasted is quoted.</summary>
public class QuotedTextTests
{
    public static TheoryData<string, string> Addresses => new()
    {
        { "The proxy tunnel request to proxy 'http://u:p@10.0.0.1:3128/' failed", "The proxy tunnel request to proxy 'http://10.0.0.1:3128/' failed" },
        { "https://u@h/a@b", "https://h/a@b" },
        { "https://h/a@b", "https://h/a@b" },
        { "mail someone@example.org", "mail someone@example.org" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Addresses_lose_the_login_alone(string text, string expected) => Assert.Equal(expected, Text.WithoutLogins(text));

    public static TheoryData<string, string> Arguments => new()
    {
        { "ls-20260112-Wk7sB", "ls-20260112-Wk7sB" },
        { "아침뉴스", "아침뉴스" },
        { "298", "298" },
        { "1kb", "'1kb'" },
        { "-Force", "'-Force'" },
        { "", "''" },
        { "a'; calc #", "'a''; calc #'" },
        { "a\u2019; calc #", "'a\u2019\u2019; calc #'" },
        { "a b", "'a b'" },
        { "$(calc)", "'$(calc)'" },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public void What_is_pasted_is_one_argument(string value, string expected) => Assert.Equal(expected, ShellText.Quote(value));
}
