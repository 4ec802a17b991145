using System;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace LiveStation.Core.Tests.Json;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"content\":null}")]
    [InlineData("{\"content\":[]}")]
    public void An_answer_without_a_thing_says_so(string answer)
    {
        Assert.Equal("The answer has no content.", Assert.Throws<JsonException>(() => Envelope.Content(Parse(answer))).Message);
    }

    [Theory]
    [InlineData("{}", "The answer holds no list.")]
    [InlineData("{\"content\":7}", "The list of the answer is not a list.")]
    [InlineData("{\"content\":{}}", "The list of the answer is not a list.")]
    [InlineData("{\"content\":[{},7]}", "An entry of the list is not an object.")]
    public void A_list_that_is_none_says_what_it_is_not(string answer, string message)
    {
        Assert.Equal(message, Assert.Throws<JsonException>(() => Envelope.Items(Parse(answer), static _ => 0)).Message);
    }

    [Theory]
    [InlineData("{\"content\":null}", 0)]
    [InlineData("{\"content\":[]}", 0)]
    [InlineData("{\"content\":[null,{},null,{}]}", 2)]
    public void What_is_null_is_nothing(string answer, int count)
    {
        Assert.Equal(count, Envelope.Items(Parse(answer), static _ => 0).Count);
    }

    [Fact]
    public void Beside_the_content_stands_what_belongs_to_nothing_else()
    {
        JsonFields beside = Envelope.Beside(Parse("""{"content":{"a":1},"total":2,"error":{},"responseError":{},"requestId":"x","trace":7}"""));

        Assert.Equal(["requestId", "trace"], beside.Rest.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"content\":null}")]
    [InlineData("{\"content\":{\"deleteSuccess\":true}}")]
    [InlineData("{\"deleteSuccess\":true}")]
    public void What_the_service_does_not_deny_is_deleted(string answer)
    {
        Assert.True(Envelope.Deleted(Parse(answer)));
    }

    [Theory]
    [InlineData("{\"content\":{\"deleteSuccess\":false}}")]
    [InlineData("{\"deleteSuccess\":\"false\"}")]
    public void What_it_denies_is_not(string answer)
    {
        Assert.Equal("The service answers that it did not delete it.", Assert.Throws<JsonException>(() => Envelope.Deleted(Parse(answer))).Message);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
