using System;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Errors;

/// <summary>Services like to quote what they refuse: the secrets that a call has sent stay out of the error all the same.</summary>
public sealed class SentSecretTests
{
    [Theory]
    [InlineData("""{"error":{"errorCode":250001,"message":"SENT is wrong"}}""", 400)]
    [InlineData("""{"error":{"errorCode":250001,"message":"SENT is wrong","errorName":"SENT"}}""", 500)]
    [InlineData("""{"error":{"errorCode":250001,"message":"SENT is wrong"}}""", 200)]
    [InlineData("""{"error":"SENT is wrong"}""", 400)]
    [InlineData("SENT is wrong", 400)]
    [InlineData("LONG SENT is wrong", 400)]
    public async Task An_error_quotes_no_secret_of_the_body(string answer, int status)
    {
        foreach (string secret in new[] { "MARKER-KEY", "MARKER-USER", "MARKER-PASSWORD", "rtmp://MARKER.example/x", "MARKER \"quoted\" \\" })
        {
            // A long text is cut where it is shown: not in the middle of a secret.
            string text = answer.Replace("LONG", new string('x', 290), StringComparison.Ordinal).Replace("SENT", answer[0] == '{' ? JsonEncodedText.Encode(secret).ToString() : secret, StringComparison.Ordinal);
            LiveStationClient client = Clients.Of(new ScriptedHandler(ScriptedHandler.Json(text, status)));
            byte[] body = Encoding.UTF8.GetBytes("{\"channelName\":\"evening\",\"restream\":[{\"targetName\":\"CUSTOM\",\"rtmpUrl\":\"rtmp://MARKER.example/x\",\"streamKey\":\"MARKER-KEY\",\"id\":\"MARKER-USER\",\"password\":\"MARKER-PASSWORD\"},{\"streamKey\":" + JsonSerializer.Serialize("MARKER \"quoted\" \\") + "}]}");

            LiveStationException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Rest.SendAsync(HttpMethod.Post, "/re-stream/channels", [], body));

            Assert.DoesNotContain("MARKER", error.ToString() + ((LiveStationApiException)error).ServiceMessage + ((LiveStationApiException)error).ErrorName, StringComparison.Ordinal);
            Assert.True(error.Message.Contains("********", StringComparison.Ordinal) || answer.StartsWith("LONG", StringComparison.Ordinal), error.Message);
        }
    }

    [Fact]
    public async Task The_rest_of_a_text_stays_as_it_is()
    {
        LiveStationClient client = Clients.Of(new ScriptedHandler(ScriptedHandler.Json("""{"error":{"errorCode":250002,"message":"evening: invalid value for 5."}}""", 400)));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Rest.SendAsync(HttpMethod.Post, "/channels", [], """{"channelName":"evening","id":5,"qualitySetId":5}"""u8.ToArray()));

        Assert.Contains("evening: invalid value for 5.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_and_what_stands_within_a_secret_are_secrets_too()
    {
        LiveStationClient client = Clients.Of(new ScriptedHandler(ScriptedHandler.Json("""{"error":{"errorCode":250002,"message":"9171 and MARKER: invalid value."}}""", 400)));

        LiveStationApiException error = await Assert.ThrowsAsync<LiveStationApiException>(() => client.Rest.SendAsync(HttpMethod.Post, "/x", [], """{"password":9171,"credentials":{"list":["MARKER"]}}"""u8.ToArray()));

        Assert.Contains("******** and ********: invalid value.", error.Message, StringComparison.Ordinal);
    }
}
