using System;
using System.Collections.Generic;
using System.Globalization;
using Xunit;

namespace LiveStation.Core.Tests.Errors;

public sealed class ErrorDescriptionTests
{
    private static readonly ErrorAnswer Named = new(null, "SOME_NAME", null);

    [Theory]
    [InlineData(300, ErrorKind.InvalidResponse)]
    [InlineData(302, ErrorKind.InvalidResponse)]
    [InlineData(399, ErrorKind.InvalidResponse)]
    [InlineData(400, ErrorKind.InvalidArgument)]
    [InlineData(401, ErrorKind.Authentication)]
    [InlineData(403, ErrorKind.Forbidden)]
    [InlineData(404, ErrorKind.NotFound)]
    [InlineData(407, ErrorKind.Connection)]
    [InlineData(408, ErrorKind.Timeout)]
    [InlineData(409, ErrorKind.Busy)]
    [InlineData(413, ErrorKind.LimitExceeded)]
    [InlineData(418, ErrorKind.ServiceFailure)]
    [InlineData(429, ErrorKind.Throttled)]
    [InlineData(451, ErrorKind.ServiceFailure)]
    [InlineData(499, ErrorKind.ServiceFailure)]
    [InlineData(500, ErrorKind.Unavailable)]
    [InlineData(504, ErrorKind.Timeout)]
    [InlineData(299, ErrorKind.ServiceFailure)]
    public void A_status_that_no_code_explains_is_told_in_two_sentences(int status, ErrorKind kind)
    {
        ErrorDescription description = ErrorDescription.Of(Named, status, null);

        Assert.Equal("Http" + status.ToString(CultureInfo.InvariantCulture), description.Name);
        Assert.Equal(kind, description.Kind);
        Assert.Matches("^[A-Z].{15,}[.]$", description.Meaning);
        Assert.Matches("^[A-Z].{15,}[.]$", description.Recommendation);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(451)]
    public void A_refusal_without_the_form_of_the_service_is_nobody_elses_word_on_the_key(int status)
    {
        ErrorDescription description = ErrorDescription.Of(ErrorAnswer.Empty, status, null);

        Assert.Equal(("RefusedOnTheWay", ErrorKind.Connection), (description.Name, description.Kind));
        Assert.StartsWith("The call was refused, and not by Live Station", description.Meaning, StringComparison.Ordinal);
        Assert.Contains("HTTPS_PROXY", description.Recommendation, StringComparison.Ordinal);
        Assert.NotEqual("RefusedOnTheWay", ErrorDescription.Of(ErrorAnswer.Empty with { IsEnvelope = true }, status, null).Name);
        Assert.NotEqual("RefusedOnTheWay", ErrorDescription.Of(ErrorAnswer.Empty, 404, null).Name);
    }

    [Theory]
    [InlineData(999999, "ServiceError999999")]
    [InlineData(-5, "ServiceErrorMinus5")]
    public void A_code_that_is_not_listed_is_a_name_of_its_own(int code, string name)
    {
        Assert.Equal(name, ErrorDescription.Of(new ErrorAnswer(code, null, null), 400, null).Name);
    }

    [Theory]
    [InlineData(0.4, "The service asks to wait 0 s.")]
    [InlineData(119.4, "The service asks to wait 119 s.")]
    [InlineData(120, "The service asks to wait 2 min, until 20")]
    [InlineData(160, "The service asks to wait 3 min, until 20")]
    [InlineData((365 * 86400) - 60, "The service asks to wait 525599 min, until 20")]
    [InlineData(365 * 86400, "The service asks to wait more than a year.")]
    public void A_pause_that_is_asked_for_is_told_in_units_of_its_size(double seconds, string told)
    {
        Assert.StartsWith("No. " + told, ErrorDescription.Asking("No.", TimeSpan.FromSeconds(seconds)), StringComparison.Ordinal);
        Assert.Equal("No.", ErrorDescription.Asking("No.", null));
    }

    [Fact]
    public void A_long_pause_is_told_with_its_end_on_the_clock_at_the_wall()
    {
        string asking = ErrorDescription.Asking("No.", TimeSpan.FromHours(3));

        DateTime until = DateTime.ParseExact(asking.Substring(asking.IndexOf("20", StringComparison.Ordinal)).TrimEnd('.'), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        Assert.InRange(DateTime.UtcNow.AddHours(3).ToLocalTime() - until, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void What_is_not_found_is_looked_for_with_the_command_that_lists_it()
    {
        ErrorDescription missing = ErrorDescription.Of(Named, 404, null);
        Dictionary<string, string> advice = new() { ["Http404"] = "Own advice." };

        Assert.Equal("Run Get-LsX to see what there is in this account and region, and check the id against it.", missing.For("Get-LsX", null).Recommendation);
        Assert.Equal("Own advice.", missing.For("Get-LsX", advice).Recommendation);
        Assert.Same(missing, missing.For(null, null));
        ErrorDescription busy = ErrorDescription.Of(Named, 409, null);
        Assert.Same(busy, busy.For("Get-LsX", advice));
    }

    [Theory]
    [InlineData(null, null, null, null, "It failed. (code none, HTTP 500, trace none)")]
    [InlineData("ls-1", 7, "NAME", "abc", "ls-1: It failed. (code 7 NAME, HTTP 500, trace abc)")]
    public void The_sentence_holds_what_support_asks_for(string? target, int? code, string? name, string? trace, string expected)
    {
        Assert.Equal(expected, Failed.Message(new ErrorAnswer(code, name, null), 500, trace, target));
    }

    [Theory]
    [InlineData("no such thing", "It failed. The service says: no such thing. (code none NAME")]
    [InlineData("no such thing.", "It failed. The service says: no such thing. (code none NAME")]
    [InlineData("why?", "It failed. The service says: why? (code none NAME")]
    [InlineData("ouch!", "It failed. The service says: ouch! (code none NAME")]
    [InlineData(" ", "It failed. (code none NAME")]
    public void The_services_own_words_end_as_sentences_do(string said, string expected)
    {
        Assert.StartsWith(expected, Failed.Message(new ErrorAnswer(null, "NAME", said), 500, null, null), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_somebody_on_the_way_are_not_called_the_services()
    {
        Assert.StartsWith("It failed. The answer says: nginx. (", Failed.Message(new ErrorAnswer(null, null, "nginx"), 500, null, null), StringComparison.Ordinal);
    }

    private static ErrorDescription Failed { get; } = new("Failed", ErrorKind.ServiceFailure, "It failed.", "Look.");
}
