using System;
using Xunit;

namespace LiveStation.Core.Tests.Errors;

public sealed class ExceptionTests
{
    [Theory]
    [InlineData(0, "gone")]
    [InlineData(1, "gone")]
    [InlineData(2, "gone (sent 2 times)")]
    public void The_message_says_how_often_it_was_sent(int attempts, string message)
    {
        LiveStationTransportException error = Lost();
        error.Attempts = attempts;

        Assert.Equal(message, error.Message);
        Assert.Equal("look", error.Recommendation);
        Assert.True(error.WasSent);
    }

    [Fact]
    public void What_may_have_run_says_so_and_how_to_look()
    {
        LiveStationTransportException error = Lost();
        error.Attempts = 2;

        error.MayHaveRun("Get-LsChannel ls-1");

        Assert.Equal("gone (sent 2 times) The call may have been carried out all the same.", error.Message);
        Assert.Equal("It may have been carried out, and is not sent again by itself. Look first: Get-LsChannel ls-1", error.Recommendation);
    }

    [Theory]
    [InlineData(400, null, false)]
    [InlineData(499, null, false)]
    [InlineData(500, null, true)]
    [InlineData(501, null, true)]
    [InlineData(429, null, true)]
    [InlineData(404, null, false)]
    [InlineData(500, 250100, true)]
    [InlineData(400, 250100, false)]
    public void Who_waits_goes_on_where_it_may_pass(int status, int? code, bool expected)
    {
        Assert.Equal(expected, Refused(code, status).MayPass);
    }

    [Fact]
    public void A_connection_may_pass_only_where_it_is_said()
    {
        Assert.False(Lost().MayPass);
        Assert.True(new LiveStationTransportException("X", ErrorKind.Connection, "gone", "look", null) { IsTransient = true }.MayPass);
        Assert.True(new LiveStationTransportException("X", ErrorKind.Unavailable, "gone", "look", null).MayPass);
    }

    [Theory]
    [InlineData(0.9, "The gateway refuses all calls. The service asks to wait 7 s.")]
    [InlineData(1, "The gateway has let nothing through for 1 s. The service asks to wait 7 s.")]
    [InlineData(125, "The gateway has let nothing through for 125 s. The service asks to wait 7 s.")]
    public void Calls_that_are_given_up_together_keep_what_the_gateway_said(double silence, string message)
    {
        LiveStationApiException error = Refused(410, 429).NothingPasses(TimeSpan.FromSeconds(silence));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(("ThrottleLimited", ErrorKind.Throttled, 410, 429, "abc"), (error.ErrorId, error.Kind, error.Code, error.HttpStatus, error.TraceId));
        Assert.True(error.IsGivenUp);
        Assert.StartsWith("Run the command again for what was not asked", error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ls-1", "abc", "ls-1: It is cut. (HTTP 200, trace abc)")]
    [InlineData(null, null, "It is cut. (HTTP 200, trace none)")]
    public void An_answer_of_another_shape_says_which(string? target, string? trace, string message)
    {
        LiveStationProtocolException error = new(target, "It is cut.", 200, trace);

        Assert.Equal(message, error.Message);
        Assert.Equal(trace, error.TraceId);
        Assert.StartsWith("Try again in a moment.", error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_that_is_not_there_leads_to_one()
    {
        Assert.Contains("Connect-LsAccount", new LiveStationCredentialException("X", "none").Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_rule_that_is_broken_is_the_error()
    {
        Rule<int>[] rules = [new("TooSmall", static value => value < 0, "it is small.", "Grow."), new("TooLarge", static value => value > 9, "it is large.", "Shrink."), new("TooLate", static value => value > 9, "late.", "Hurry.")];

        rules.Judge(5, "x");
        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => rules.Judge(10, "x"));

        Assert.Equal(("TooLarge", "x: it is large. Nothing was sent.", "Shrink."), (error.ErrorId, error.Message, error.Recommendation));
    }

    private static LiveStationTransportException Lost() => new("X", ErrorKind.Connection, "gone", "look", null);

    private static LiveStationApiException Refused(int? code, int status) => new(new ErrorAnswer(code, null, null), status, "abc", TimeSpan.FromSeconds(7), null);
}
