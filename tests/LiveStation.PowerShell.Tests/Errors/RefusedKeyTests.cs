using System;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Errors;

/// <summary>What makes every call useless ends the command; what is about one thing does not.</summary>
public class RefusedKeyTests
{
    [Theory]
    [InlineData("Get-LsRecording")]
    [InlineData("Get-LsRecording a, b, c -ThrottleLimit 1")]
    [InlineData("'a', 'b', 'c' | Get-LsChannel -ThrottleLimit 1")]
    [InlineData("'a', 'b', 'c' | Start-LsRecording")]
    [InlineData("'a', 'b', 'c' | Remove-LsChannel -Force")]
    [InlineData("Export-LsRecording 1, 2, 3 bucket")]
    [InlineData("Wait-LsRecording a 1")]
    [InlineData("Remove-LsRecording a 1, 2 -Force")]
    [InlineData("Set-LsChannelCdn a, b -CdnInstanceNo 1 -ProfileId 1 -Force")]
    public void A_refused_key_is_terminating_after_its_first_refusal(string script)
    {
        using Studio studio = new();
        studio.Emulator.Faults.Add(Fault.Error(401, 200).Always());

        ErrorRecord error = studio.Shell.Terminating(script);

        Assert.StartsWith("AuthenticationFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith($" The access key is {studio.Context.AccessKeyId}, from test.", error.ToString(), StringComparison.Ordinal);
        Assert.Single(studio.Emulator.Requests);
    }

    [Fact]
    public void A_right_that_is_missing_for_one_channel_does_not_end_the_command()
    {
        using Studio studio = new();
        (string closed, _) = studio.Channel(1);
        studio.Channel(1);
        studio.Emulator.Faults.Add(Fault.Error(403, 210).On("GET", closed + "/records").Always());

        Outcome outcome = studio.Run("Get-LsRecording");

        Assert.StartsWith("PermissionDenied,", outcome.OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(outcome.Output);
    }

    [Theory]
    [InlineData("Wait-LsRecording $id 2700001 -Status TransferFinish -TimeoutSec 1")]
    public void A_wait_can_be_caught_as_what_goes_wrong_with_the_service(string script)
    {
        using Studio studio = new();
        (string id, _) = studio.Channel(1);
        studio.Shell.Set("id", id);

        Assert.Equal("WaitTimeout", studio.Run($"try {{ {script} }} catch [LiveStation.LiveStationException] {{ $_.Exception.ErrorId }}").Texts()[0]);
    }
}
