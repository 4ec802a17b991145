using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Xunit;

namespace LiveStation.PowerShell.Tests.Runtime;

public sealed class ErrorRecordTests
{
    [Fact]
    public void Every_kind_has_a_category_and_a_category_leads_back_to_its_first_kind()
    {
        Assert.All(Enum.GetValues<ErrorKind>(), static kind => Assert.Equal(ErrorRecords.CategoryOf(kind), ErrorRecords.CategoryOf(ErrorRecords.KindOf(ErrorRecords.CategoryOf(kind)))));
        Assert.Equal(ErrorKind.Timeout, ErrorRecords.KindOf(ErrorCategory.OperationTimeout));
        Assert.Equal(ErrorKind.NotFound, ErrorRecords.KindOf(ErrorCategory.ObjectNotFound));
        Assert.Equal(ErrorKind.OperationFailed, ErrorRecords.KindOf(ErrorCategory.DeadlockDetected));
    }

    [Theory]
    [InlineData("a", "gone")]
    [InlineData("a b", "2 recordings in one call (a, b): gone")]
    [InlineData("a b c d e", "5 recordings in one call (a, b, c, d, e): gone")]
    [InlineData("a b c d e f", "6 recordings in one call (a, b, c, d, e, …): gone")]
    public void A_call_for_several_things_is_one_error_with_all_of_them(string names, string message)
    {
        string[] all = names.Split(' ');

        ErrorRecord error = ErrorRecords.OfBulk(Failure(), all, "recordings");

        AssertSays(error, message);
        Assert.Equal(all, error.TargetObject is string[] several ? several : [(string)error.TargetObject]);
    }

    [Theory]
    [InlineData(0, null, "The list of channels could not be read, so nothing was looked at.")]
    [InlineData(0, 7L, "The list of channels could not be read, so nothing was looked at.")]
    [InlineData(3, 7L, "The list of channels broke off after 3 of 10; the other 7 were not looked at.")]
    [InlineData(3, 0L, "The list of channels broke off after 3; the rest of the account was not looked at.")]
    [InlineData(3, null, "The list of channels broke off after 3; the rest of the account was not looked at.")]
    public void A_list_that_broke_off_says_what_was_not_looked_at(int listed, long? rest, string sentence)
    {
        LiveStationException failure = Failure();
        typeof(LiveStationException).GetProperty(nameof(failure.Unlisted))!.SetValue(failure, rest);

        string told = ErrorRecords.BrokenList(failure, listed, "channels");

        Assert.Equal(sentence, told);
        AssertSays(ErrorRecords.OfBrokenList(failure, told), sentence + " gone");
    }

    [Theory]
    [InlineData("", null, "gone")]
    [InlineData("a b", null, "Not carried out for 2 (a, b). gone")]
    [InlineData("", "The list broke.", "The list broke. gone")]
    [InlineData("a", "The list broke.", "The list broke. Not carried out for 1 (a). gone")]
    public void Calls_that_were_given_up_are_one_error(string names, string? brokenList, string message)
    {
        string[] all = names.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        ErrorRecord error = ErrorRecords.OfGivenUp(Failure(), all, brokenList);

        AssertSays(error, message);
        Assert.Same(all, error.TargetObject);
    }

    [Theory]
    [InlineData("Runspace1", "Run Connect-LsAccount with -SecretName, keys")]
    [InlineData("PSTask:1", "ForEach-Object -Parallel runs in runspaces of its own")]
    [InlineData("RemoteHost", "A job and a remote session know nothing of the account")]
    public void Without_an_account_the_advice_fits_the_place(string runspace, string advice)
    {
        using Runspace here = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        here.Name = runspace;
        Runspace? before = Runspace.DefaultRunspace;
        Runspace.DefaultRunspace = here;
        try
        {
            ErrorRecord error = ErrorRecords.NotConnected();

            Assert.StartsWith("There is no account to call the service with", error.ErrorDetails.Message, StringComparison.Ordinal);
            Assert.StartsWith(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.EndsWith("or write ~/.ncloud/configure with the vendor's CLI.", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.Equal("", error.CategoryInfo.TargetName);
        }
        finally
        {
            Runspace.DefaultRunspace = before;
        }
    }

    [Fact]
    public void What_is_not_there_is_named_without_control_characters()
    {
        ErrorRecord error = ErrorRecords.NotFound("ls-1\u001b[2J", "channel", "ChannelNotFound", "look");

        Assert.Equal("ChannelNotFound", error.FullyQualifiedErrorId);
        Assert.StartsWith("ls-1", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.EndsWith(": the service gives no such channel.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', error.ErrorDetails.Message);
        Assert.Equal("look", error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain('\u001b', error.CategoryInfo.TargetName);
        AssertSays(ErrorRecords.NoSuchName("x", "channel", "ChannelNotFound", "Get-LsChannel"), "x: no channel of this account and region has that name.", "Run Get-LsChannel to see the names; with wildcards, as in -Name '*news*', nothing found is no error.");
    }

    [Fact]
    public void What_is_named_by_two_ids_is_not_sent_with_one()
    {
        ErrorRecord error = ErrorRecords.ChannelMissing("recording", 7, "RecordId");

        Assert.Equal("ChannelIdMissing", error.FullyQualifiedErrorId);
        AssertSays(error, "The recording 7 was given without its channel, and a recording is named by both. Nothing was sent for it.", "Give objects with a ChannelId and a RecordId, or -ChannelId and -RecordId.");
        Assert.Equal(7L, error.TargetObject);
        Assert.Equal("7", error.CategoryInfo.TargetName);
    }

    // One that a program can have without a service.
    private static LiveStationCredentialException Failure() => Assert.Throws<LiveStationCredentialException>(static () => new AccessKeyCredential("", ""));

    // "gone" stands for its message.
    private static void AssertSays(ErrorRecord error, string message, string? advice = null)
    {
        LiveStationCredentialException failure = Failure();
        Assert.Equal(message.Replace("gone", failure.Message, StringComparison.Ordinal), error.ErrorDetails.Message);
        Assert.Equal(advice ?? failure.Recommendation, error.ErrorDetails.RecommendedAction);
    }
}
