using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;

namespace LiveStation.Core.Tests.Json;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("streamKey", true)]
    [InlineData("ACCESS_TOKEN", true)]
    [InlineData("clientSecret", true)]
    [InlineData("passphrase", true)]
    [InlineData("x-signature", true)]
    [InlineData("Authorization", true)]
    [InlineData("credentials", true)]
    [InlineData("streamId", true)]
    [InlineData("rtmpUrl", true)]
    [InlineData("channelId", false)]
    [InlineData("", false)]
    public void A_name_tells_a_secret(string name, bool isSecret)
    {
        Assert.Equal(isSecret, Secrets.IsName(name));
    }

    [Fact]
    public void The_secrets_of_a_request_are_found_at_any_depth_as_they_are_and_as_JSON_writes_them()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"name":"show","streamKey":"a\"b","inner":[{"token":{"deep":["x",7,true,null]}},{"id":"user","streamKey":"k"},{"id":"no"}],"password":""}""");

        Assert.Equal(["7", "a\"b", "a\\\"b", "k", "user", "x"], Secrets.In(body).Order(StringComparer.Ordinal));
        Assert.Empty(Secrets.In(null));
        Assert.Empty(Secrets.In(Encoding.UTF8.GetBytes("{\"name\":\"show\"}")));
    }

    [Theory]
    [InlineData("https://example.com/a", "https://example.com/a")]
    [InlineData("https://me:pw@example.com/a", "https://********@example.com/a")]
    [InlineData("https://token@example.com/a@b", "https://********@example.com/a@b")]
    [InlineData("https://example.com/a@b", "https://example.com/a@b")]
    [InlineData("srt://example.com:9000?streamid=abc&latency=200#frag", "srt://example.com:9000?streamid=********&latency=********#frag")]
    [InlineData("https://example.com/a?secret", "https://example.com/a?********")]
    [InlineData("https://me:pw@example.com/a?x=1", "https://********@example.com/a?x=********")]
    public void An_address_is_shown_without_login_and_values(string address, string shown)
    {
        Assert.Equal(shown, Secrets.Hide(new Uri(address))!.OriginalString);
    }

    [Fact]
    public void No_address_stays_none_and_a_harmless_one_is_itself()
    {
        Uri harmless = new("https://example.com/a");

        Assert.Null(Secrets.Hide((Uri?)null));
        Assert.Same(harmless, Secrets.Hide(harmless));
    }

    [Theory]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("{\"a\":1,\"key\":\"k\"}", "{\"a\":1,\"key\":\"********\"}")]
    [InlineData("{\"key\":{\"deep\":1}}", "{\"key\":\"********\"}")]
    [InlineData("{\"a\":{\"b\":[1,{\"token\":\"t\",\"c\":null}]},\"d\":true}", "{\"a\":{\"b\":[1,{\"token\":\"********\",\"c\":null}]},\"d\":true}")]
    [InlineData("{\"to\":{\"id\":\"user\",\"streamKey\":\"k\",\"name\":\"n\"},\"id\":\"open\"}", "{\"to\":{\"id\":\"********\",\"streamKey\":\"********\",\"name\":\"n\"},\"id\":\"open\"}")]
    [InlineData("{\"list\":[[{\"password\":7}],\"x\"]}", "{\"list\":[[{\"password\":\"********\"}],\"x\"]}")]
    public void Fields_are_shown_without_the_values_of_secrets(string fields, string shown)
    {
        IReadOnlyDictionary<string, JsonElement> all = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(fields)!;

        IReadOnlyDictionary<string, JsonElement> hidden = Secrets.Hide(all);

        Assert.Equal(shown, JsonSerializer.Serialize(hidden));
        Assert.Equal(fields == shown, ReferenceEquals(all, hidden));
    }

    // An escape that is half of a character: nobody knows what the name says.
    [Fact]
    public void What_has_a_name_that_nobody_can_read_is_hidden_whole()
    {
        using JsonDocument document = JsonDocument.Parse("{\"a\":{\"\\ud800\":\"t\"},\"b\":2}");
        Dictionary<string, JsonElement> all = document.RootElement.EnumerateObject().ToDictionary(static field => field.Name, static field => field.Value);

        IReadOnlyDictionary<string, JsonElement> hidden = Secrets.Hide(all);

        Assert.Equal(("\"********\"", "2"), (hidden["a"].GetRawText(), hidden["b"].GetRawText()));
    }
}
