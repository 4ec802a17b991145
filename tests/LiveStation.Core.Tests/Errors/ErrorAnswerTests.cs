using System.Text.Json;
using Xunit;

namespace LiveStation.Core.Tests.Errors;

public sealed class ErrorAnswerTests
{
    [Theory]
    [InlineData("""{"errorCode":7,"message":"m","errorName":"N"}""", 7, "N", "m")]
    [InlineData("""{"code":"7","errorMessage":"m"}""", 7, null, "m")]
    [InlineData("""{"returnCode":7,"returnMessage":"m"}""", 7, null, "m")]
    [InlineData("""{"code":7,"msg":"m"}""", 7, null, "m")]
    [InlineData("""{"code":"NO_SUCH_THING","message":"m"}""", null, "NO_SUCH_THING", "m")]
    [InlineData("""{"code":"NO_SUCH_THING","errorName":"N"}""", null, "N", null)]
    [InlineData("""{"code":7,"details":"d"}""", 7, null, "d")]
    [InlineData("""{"code":7,"message":"m","details":"d"}""", 7, null, "m: d")]
    [InlineData("""{"message":"m"}""", null, null, "m")]
    [InlineData("""{"errorName":"N"}""", null, "N", null)]
    [InlineData("""{"code":7}""", 7, null, null)]
    [InlineData("""{"code":7,"message":"\ud800"}""", 7, null, null)]
    public void An_error_is_read_in_every_spelling(string json, int? code, string? name, string? message)
    {
        Assert.Equal(new ErrorAnswer(code, name, message), ErrorAnswer.Of(JsonDocument.Parse(json).RootElement));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\" \"")]
    [InlineData("""{"code":250013,"message":"OK"}""")]
    public void What_says_nothing_or_success_is_no_error(string json) => Assert.Null(ErrorAnswer.Of(JsonDocument.Parse(json).RootElement));

    [Theory]
    [InlineData("""{"error":{"message":"m"}}""", true)]
    [InlineData("""{"responseError":"m"}""", true)]
    [InlineData("""{"message":"m","code":7}""", false)]
    public void An_error_in_its_place_is_the_services_even_without_a_code(string json, bool isEnvelope)
    {
        ErrorAnswer answer = ErrorAnswer.Find(JsonDocument.Parse(json).RootElement)!;

        Assert.Equal(isEnvelope, answer.IsEnvelope);
        Assert.True(answer.HasEnvelope);
        Assert.Equal("m", answer.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"content":{},"code":7}""")]
    [InlineData("""{"code":0,"message":"m"}""")]
    [InlineData("""{"message":"m"}""")]
    public void An_answer_without_an_error_holds_none(string json) => Assert.Null(ErrorAnswer.Find(JsonDocument.Parse(json).RootElement));

    [Theory]
    [InlineData(7, null, true)]
    [InlineData(null, "N", true)]
    [InlineData(null, null, false)]
    public void A_code_or_a_name_is_the_services(int? code, string? name, bool expected) => Assert.Equal(expected, new ErrorAnswer(code, name, "m").HasEnvelope);

    [Theory]
    [InlineData("errorCode", true)]
    [InlineData("code", true)]
    [InlineData("message", true)]
    [InlineData("msg", true)]
    [InlineData("content", false)]
    public void Fields_of_an_error_at_the_top_are_known(string name, bool expected) => Assert.Equal(expected, ErrorAnswer.IsTopField(name));
}
