using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace LiveStation.Core.Tests.Json;

public sealed class JsonFieldsTests
{
    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("7.50", "7.50")]
    [InlineData("true", null)]
    [InlineData("{}", null)]
    public void A_text_may_come_as_a_number(string json, string? expected) => Assert.Equal(expected, Read(json, static fields => fields.Text("a"), expected is null));

    [Theory]
    [InlineData("7", 7L)]
    [InlineData("\"-7\"", -7L)]
    [InlineData("7.0", 7L)]
    [InlineData("1e3", 1000L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9.99999999999999e14", 999999999999999L)]
    [InlineData("-9.99999999999999e14", -999999999999999L)]
    [InlineData("1e15", null)]
    [InlineData("-1e15", null)]
    [InlineData("7.5", null)]
    [InlineData("\"7.5\"", null)]
    [InlineData("\"x\"", null)]
    [InlineData("true", null)]
    public void A_whole_number_may_come_as_a_text_or_a_fraction_of_nothing(string json, long? expected) => Assert.Equal(expected, Read(json, static fields => fields.Long("a"), expected is null));

    [Theory]
    [InlineData("7.5", 7.5)]
    [InlineData("\"7.5\"", 7.5)]
    [InlineData("\"7,5\"", null)]
    [InlineData("true", null)]
    public void A_number_may_come_as_a_text(string json, double? expected) => Assert.Equal(expected, Read(json, static fields => fields.Number("a"), expected is null));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"TRUE\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("\"Y\"", true)]
    [InlineData("\"y\"", true)]
    [InlineData("\"N\"", false)]
    [InlineData("\"n\"", false)]
    [InlineData("\"yes\"", null)]
    [InlineData("1", null)]
    public void A_switch_may_come_as_a_text(string json, bool? expected) => Assert.Equal(expected, Read(json, static fields => fields.Bool("a"), expected is null));

    [Theory]
    [InlineData("\"https://example.com/a\"", "https://example.com/a")]
    [InlineData("\"a/b?c\"", null)]
    [InlineData("7", null)]
    public void An_address_is_whole(string json, string? expected) => Assert.Equal(expected, Read(json, static fields => fields.Address("a"), expected is null)?.AbsoluteUri);

    [Theory]
    [InlineData("1767225600000", 1767225600000L)]
    [InlineData("\"0\"", 0L)]
    [InlineData("9223372036854775807", null)]
    [InlineData("\"today\"", null)]
    public void A_time_is_milliseconds_since_1970(string json, long? expected)
    {
        DateTime? time = Read(json, static fields => fields.Time("a"), expected is null);

        Assert.Equal(expected, time is { } local ? new DateTimeOffset(local).ToUnixTimeMilliseconds() : null);
    }

    [Theory]
    [InlineData("90", 90L)]
    [InlineData("\"0\"", 0L)]
    [InlineData("-1", null)]
    [InlineData("\"soon\"", null)]
    public void A_span_is_told_in_the_unit_of_its_field(string json, long? expected)
    {
        Assert.Equal(expected, (long?)Read(json, static fields => fields.Milliseconds("a"), expected is null)?.TotalMilliseconds);
        Assert.Equal(expected, (long?)Read(json, static fields => fields.Seconds("a"), expected is null)?.TotalSeconds);
        Assert.Equal(expected, (long?)Read(json, static fields => fields.Minutes("a"), expected is null)?.TotalMinutes);
    }

    [Fact]
    public void A_span_longer_than_one_can_be_is_left_as_it_is()
    {
        long longest = long.MaxValue / TimeSpan.TicksPerSecond;

        Assert.Equal(TimeSpan.FromTicks(longest * TimeSpan.TicksPerSecond), Of($"{longest}").Seconds("a"));
        Assert.Null(Of($"{longest + 1}").Seconds("a"));
    }

    [Theory]
    [InlineData("[\"x\",\"y\"]", "x y")]
    [InlineData("\"x\"", "x")]
    [InlineData("[]", "")]
    [InlineData("[\"x\",{\"id\":\"y\"}]", "x y")]
    [InlineData("[\"x\",7]", null)]
    [InlineData("[{}]", null)]
    public void A_single_text_is_a_list_of_one(string json, string? expected)
    {
        string[]? texts = Read(json, static fields => fields.Texts(static item => item.TryGetProperty("id", out JsonElement id) ? id.GetString() : null, "a"), expected is null);

        Assert.Equal(expected, texts is null ? null : string.Join(" ", texts));
    }

    [Theory]
    [InlineData("[1,\"2\"]", "1 2")]
    [InlineData("3", "3")]
    [InlineData("[1,\"x\"]", null)]
    [InlineData("[1,{}]", null)]
    public void A_single_number_is_a_list_of_one(string json, string? expected)
    {
        long[]? numbers = Read(json, static fields => fields.Longs("a"), expected is null);

        Assert.Equal(expected, numbers is null ? null : string.Join(" ", numbers));
    }

    [Fact]
    public void Objects_stand_for_no_text_where_nobody_says_which() => Assert.Null(Of("[{\"id\":\"y\"}]").Texts("a"));

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"-\"")]
    public void What_is_said_not_to_be_there_is_taken_and_nothing(string json)
    {
        JsonFields fields = Of(json);

        Assert.Null(fields.Text("a"));
        Assert.Empty(fields.Rest);
    }

    [Fact]
    public void The_first_name_that_can_be_read_counts_and_the_others_stay()
    {
        JsonFields fields = Object("""{"a":true,"b":"7","c":8}""");

        Assert.Equal(7, fields.Long("x", "a", "b", "c"));

        Assert.Equal(["a", "c"], fields.Rest.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_a_name_that_comes_twice_the_last_counts() => Assert.Equal("y", Object("""{"a":"x","a":"y"}""").Text("a"));

    [Fact]
    public void What_is_no_object_has_no_fields() => Assert.Empty(new JsonFields(JsonDocument.Parse("[1]").RootElement).Rest);

    [Fact]
    public void An_object_that_holds_nothing_is_none()
    {
        Assert.Null(Of("{}").Object("a"));
        Assert.Null(Of("{}").Nested("a"));
        Assert.Equal("""{"b":1}""", Of("""{"b":1}""").Object("a")?.GetRawText());
        Assert.Null(Read("7", static fields => fields.Object("a"), isLeft: true));
    }

    [Fact]
    public void A_list_of_objects_holds_nothing_else()
    {
        Assert.Equal("[{},{}]", Of("[{},{}]").Array("a")?.GetRawText());
        Assert.Null(Read("[{},7]", static fields => fields.Array("a"), isLeft: true));
        Assert.Null(Read("{}", static fields => fields.Array("a"), isLeft: true));
    }

    [Fact]
    public void What_is_left_of_a_nested_object_is_named_after_it()
    {
        JsonFields fields = Object("""{"cdn":{"type":"X","new":1},"b":2}""");
        JsonFields nested = fields.Nested("cdn")!;

        Assert.Equal("X", nested.Text("type"));

        Assert.Equal(["b", "cdn.new"], fields.Rest.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_says_nothing_of_its_own_is_dropped()
    {
        Assert.Equal(["b"], Object("""{"a":1,"b":2,"c":3}""").Without("a", "c", "x").Rest.Keys);
    }

    [Fact]
    public void What_stood_around_an_object_joins_it_and_its_own_names_come_first()
    {
        IReadOnlyDictionary<string, JsonElement> inner = Object("""{"a":1}""").Rest;

        Assert.Same(inner, JsonFields.Merge(inner, Object("{}").Rest));
        IReadOnlyDictionary<string, JsonElement> all = JsonFields.Merge(inner, Object("""{"a":2,"b":3}""").Rest);
        Assert.Equal(["a=1", "b=3", "beside.a=2"], all.Select(field => $"{field.Key}={field.Value.GetRawText()}").Order(StringComparer.Ordinal));
    }

    private static JsonFields Object(string json) => new(JsonDocument.Parse(json).RootElement);

    private static JsonFields Of(string value) => Object($$"""{"a":{{value}}}""");

    // What cannot be read as its type is left among the rest, and what was read is not.
    private static T Read<T>(string value, Func<JsonFields, T> read, bool isLeft)
    {
        JsonFields fields = Of(value);
        T result = read(fields);
        Assert.Equal(isLeft, fields.Rest.ContainsKey("a"));
        return result;
    }
}
