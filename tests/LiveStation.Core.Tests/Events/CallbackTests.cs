using System;
using System.Text.Json;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Events;

public sealed class CallbackTests
{
    private const string Secret = "https://user:login-marker@hooks.example/live?token=token-marker";

    [Fact]
    public async Task An_address_shows_no_login_and_no_token_and_gives_them_when_asked()
    {
        Callback callback = await Clients.Of(new ScriptedHandler(ScriptedHandler.Json("{\"content\":{\"callbackUrl\":\"" + Secret + "\",\"updateTime\":1755591429630,\"brandNew\":1}}"))).Callbacks.GetAsync();

        Assert.DoesNotContain("marker", callback + JsonSerializer.Serialize(callback), StringComparison.Ordinal);
        Assert.Equal(Secret, callback.RevealCallbackUrl()!.OriginalString);
        Assert.Equal(1755591429630, new DateTimeOffset(callback.UpdateTime!.Value).ToUnixTimeMilliseconds());
        Assert.Equal("brandNew", Assert.Single(callback.GetAdditionalFields()).Key);
    }

    [Theory]
    [InlineData("{\"content\":{}}")]
    [InlineData("{\"content\":{\"callbackUrl\":\"-\"}}")]
    [InlineData("{\"content\":null}")]
    public async Task Where_none_is_set_there_is_no_address(string body) =>
        Assert.Null((await Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).Callbacks.GetAsync()).CallbackUrl);

    [Theory]
    [InlineData("hooks.example/live")]
    [InlineData("ftp://hooks.example/login-marker")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@example.com")]
    [InlineData("/live")]
    public async Task What_cannot_be_posted_to_is_refused_before_anything_is_sent(string address)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("{\"content\":{}}"));

        LiveStationArgumentException one = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Clients.Of(handler).Callbacks.SetAsync(new Uri(address, UriKind.RelativeOrAbsolute)));
        LiveStationArgumentException other = await Assert.ThrowsAsync<LiveStationArgumentException>(() => Clients.Of(handler).Callbacks.SetForChannelAsync("ls-1", new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.Equal(("InvalidCallbackUrl", "InvalidCallbackUrl"), (one.ErrorId, other.ErrorId));
        Assert.DoesNotContain("marker", one.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    // The service may repeat what it was sent.
    [Fact]
    public async Task No_error_repeats_the_secret_part_of_an_address()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("""{"error":{"errorCode":250022,"message":"<it> is wrong: user:login-marker, ?token=token-marker","errorName":"BAD <it>"}}""".Replace("<it>", Secret, StringComparison.Ordinal), 400));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler).Callbacks.SetAsync(new Uri(Secret)));

        Assert.DoesNotContain("marker", error.ToString() + error.ServiceMessage + error.ErrorName, StringComparison.Ordinal);
        Assert.Contains("is wrong", error.ServiceMessage!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_says_where_to_look()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json("", 504));

        LiveStationApiException one = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler).Callbacks.SetAsync(new Uri("https://a.example")));
        LiveStationApiException other = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler).Callbacks.SetForChannelAsync("ls-1", new Uri("https://a.example")));

        Assert.Contains("Get-LsCallback", one.Recommendation, StringComparison.Ordinal);
        Assert.Contains("Get-LsChannel 'ls-1'", other.Recommendation.Replace("Get-LsChannel ls-1", "Get-LsChannel 'ls-1'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, handler.Requests.Count);
    }
}
