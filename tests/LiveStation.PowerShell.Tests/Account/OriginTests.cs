using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Account;

/// <summary>Objects remember the account that they came from; copies do not, and say so where it matters.</summary>
[Collection(EnvironmentGroup.Name)]
public sealed class OriginTests : IDisposable
{
    private readonly Shell _shell = new();

    // $a has a channel that $b has not; $b is the connected one.
    public OriginTests() => _shell.Run("$a = Connect-LsAccount -Emulator; $made = New-LsChannel only_in_a 3 -ProfileId 1; $b = Connect-LsAccount -Emulator").Quiet();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("$made | Get-LsChannel")]
    [InlineData("Get-LsChannel $made")]
    [InlineData("Get-LsChannel -ChannelId $made, $made")]
    [InlineData("Get-LsChannel -Context $a -Name only_in_a | Get-LsChannel")]
    [InlineData("$made | Wait-LsChannel -TimeoutSec 5 -Status Creating, Ready")]
    [InlineData("$made | Set-LsChannel -EnvType Dev -PassThru")]
    [InlineData("Connect-LsAccount -Context $a | Out-Null; $made.ChannelId | Get-LsChannel")]
    [InlineData("$a | Connect-LsAccount | Out-Null; $made.ChannelId | Get-LsChannel")]
    public void A_channel_is_asked_for_where_it_came_from(string script)
    {
        Assert.Equal("only_in_a", _shell.Run(script).Quiet().Of<Channel>()[0].ChannelName);
    }

    [Fact]
    public void Recordings_and_their_channels_keep_it_along_a_pipeline()
    {
        Outcome outcome = _shell.Run("$made = $null; $r = @(Get-LsRecording -Context $a); Disconnect-LsAccount; $r | Get-LsRecording; $r[0] | Get-LsChannel | Get-LsRecording");

        Assert.NotEmpty(outcome.Quiet().Of<Recording>());
    }

    [Fact]
    public void A_fan_out_over_two_accounts_asks_each_for_its_own()
    {
        Outcome outcome = _shell.Run("$mine = New-LsChannel only_in_b 3 -ProfileId 1; $made, $mine, $made, $mine | Get-LsChannel -ThrottleLimit 2 | Get-LsChannel");

        Assert.Equal(["only_in_a", "only_in_b", "only_in_a", "only_in_b"], outcome.Quiet().Of<Channel>().Select(channel => channel.ChannelName));
    }

    [Fact]
    public void What_gathers_refuses_objects_of_two_accounts()
    {
        ErrorRecord error = _shell.Terminating("@(Get-LsRecording -Context $a)[0], @(Get-LsRecording -Context $b)[0] | Remove-LsRecording -Force");

        Assert.StartsWith("SeveralContexts,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_context_comes_before_the_origin()
    {
        Assert.StartsWith("ChannelNotFound,", _shell.Run("$made | Get-LsChannel -Context $b").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_id_is_asked_of_the_connected_account()
    {
        Assert.StartsWith("ChannelNotFound,", _shell.Run("$made.ChannelId | Get-LsChannel").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_knows_no_account_and_says_so_where_it_is_not_found()
    {
        ErrorRecord error = _shell.Run("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($made)) | Get-LsChannel").OneError();

        Assert.StartsWith("ChannelNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is a copy", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-Context", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_makes_no_difference_between_equal_records()
    {
        Assert.True(_shell.Run("(Get-LsChannel $made) -eq ($made | Get-LsChannel -Context $a)").Quiet().Of<bool>().Single());
    }

    [Fact]
    public void Parallel_runspaces_that_fall_back_to_the_environment_say_so_once()
    {
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", "FROM-ENVIRONMENT");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", "s");
        try
        {
            Outcome outcome = _shell.Run("1..4 | ForEach-Object -Parallel { Import-Module $using:module; (Get-LsContext).AccessKeyId } -ThrottleLimit 2");

            Assert.Equal(Enumerable.Repeat("FROM-ENVIRONMENT", 4), outcome.Of<string>());
            Assert.Contains("-Context $using:context", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", null);
            Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", null);
        }
    }

    [Fact]
    public void A_context_of_the_parent_serves_parallel_runspaces()
    {
        Outcome outcome = _shell.Run("$made.ChannelId, $made.ChannelId | ForEach-Object -Parallel { Import-Module $using:module; (Get-LsChannel $_ -Context $using:a).ChannelName }");

        Assert.Equal(["only_in_a", "only_in_a"], outcome.Quiet().Of<string>());
    }

    [Fact]
    public void A_runspace_without_any_account_is_told_how_it_gets_the_one_of_its_parent()
    {
        ErrorRecord error = Assert.Single(_shell.Run("1 | ForEach-Object -Parallel { Import-Module $using:module; Get-LsChannel }").Errors);

        Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Context $using:context", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quiet_test_is_a_boolean()
    {
        Assert.Equal([true, false], _shell.Run("Test-LsConnection -Quiet; Test-LsConnection -Quiet -Context (Connect-LsAccount -AccessKey x -SecretKey ([Net.NetworkCredential]::new('', 'x').SecurePassword) -Endpoint https://127.0.0.1:1 -MaxAttempts 1)").Of<bool>());
    }
}
