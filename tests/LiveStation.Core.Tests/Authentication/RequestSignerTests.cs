using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Authentication;

public sealed class RequestSignerTests
{
    private const string Timestamp = "1767225600000";

    // The vectors of docs/api: computed with openssl.
    [Theory]
    [InlineData("GET", "/api/v2/channels/ls-20250814000000-zTwK2/records", "s0sgL90eiztSAAebyH0xVhAQbHULbJJxGLYcdZEHB8k=")]
    [InlineData("GET", "/api/v2/channels?pageNo=1&pageSizeNo=20&channelStatus=READY", "RHip/Hwwr4EGQT3RRn/NYZZJnBMv8WCkcGEFzwRv78g=")]
    [InlineData("POST", "/api/v2/buckets/mybucket/upload", "uzBSAgCktG/5OHH76bYJhMryG0zh4XLTR9Z5s27toIQ=")]
    [InlineData("GET", "/api/v2/channels?channelName=%ED%85%8C%EC%8A%A4%ED%8A%B8", "nF2weT1soHTSM2yo2Rc7xWdEM6vhVARTMydYiZfITD8=")]
    public void Signatures_are_those_of_the_test_vectors(string method, string target, string signature)
    {
        Assert.Equal(signature, RequestSigner.Sign(Keys.Credential, method, target, Timestamp));
    }

    // Around the length at which the text no longer fits the stack, and with characters of one to four bytes.
    [Theory]
    [InlineData(1, "a")]
    [InlineData(250, "a")]
    [InlineData(330, "한")]
    [InlineData(1000, "é")]
    [InlineData(5000, "한")]
    [InlineData(700, "😀")]
    public void A_path_of_any_length_is_signed_whole(int count, string character)
    {
        string target = "/api/v2/" + string.Concat(System.Linq.Enumerable.Repeat(character, count));

        Assert.Equal(Keys.Sign("GET", target, Timestamp), RequestSigner.Sign(Keys.Credential, "GET", target, Timestamp));
    }

    [Fact]
    public void Nothing_is_signed_without_a_key_pair()
    {
        Assert.Equal("credential", Assert.Throws<System.ArgumentNullException>(() => RequestSigner.Sign(null!, "GET", "/", Timestamp)).ParamName);
    }

    [Fact]
    public void A_secret_outside_ascii_is_taken_as_utf8()
    {
        AccessKeyCredential one = new(Keys.AccessKey, "비밀");
        AccessKeyCredential other = new(Keys.AccessKey, "??");

        Assert.NotEqual(RequestSigner.Sign(one, "GET", "/", Timestamp), RequestSigner.Sign(other, "GET", "/", Timestamp));
    }
}
