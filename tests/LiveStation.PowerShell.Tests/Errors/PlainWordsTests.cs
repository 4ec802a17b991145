using System;
using System.IO;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Errors;

/// <summary>Slips at the prompt are answered with what was wrong, in the words of who made them.</summary>
public class PlainWordsTests
{
    [Theory]
    [InlineData("not-a-host", "'not-a-host' is not an absolute address")]
    [InlineData("someone:marker@host/path", "marker", false)]
    [InlineData("//someone:marker@host", "marker", false)]
    public void An_endpoint_that_is_none_is_named_without_a_login(string endpoint, string text, bool isThere = true)
    {
        using Shell shell = new();

        string said = shell.Terminating($"Connect-LsAccount -AccessKey a -SecretKey ([Net.NetworkCredential]::new('', 'x').SecurePassword) -Endpoint '{endpoint}'").ToString();

        Assert.Equal(isThere, said.Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$null | Get-LsChannel")]
    [InlineData("$null | Get-LsRecording")]
    [InlineData("$null | Remove-LsChannel -Force")]
    [InlineData("$null | Start-LsRecording")]
    public void Nothing_through_the_pipeline_is_an_error_about_the_channel_and_asks_for_nothing(string script)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Run("$PSDefaultParameterValues.Clear(); Connect-LsAccount -Context $ctx > $null").Quiet();

        ErrorRecord error = studio.Run(script).OneError();

        Assert.Contains("'ChannelId'", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Fact]
    public void One_character_is_one()
    {
        using Studio studio = new();

        Assert.Contains("'a' has 1 character. ", studio.Shell.Terminating("New-LsChannel a 3 -ProfileId 1").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_somebody_else_is_called_foreign_by_its_command()
    {
        using Shell shell = new();

        ErrorRecord error = Assert.Single(shell.Run("Get-Command no-such-command -ErrorAction SilentlyContinue -ErrorVariable e; Resolve-LsError -ErrorRecord $e[0]").Errors, error => error.FullyQualifiedErrorId.StartsWith("ForeignError,", StringComparison.Ordinal));

        Assert.Contains("not from Live Station, but from Get-Command", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("tables grow", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key ", "secret")]
    [InlineData("key", "secret ")]
    [InlineData("key", "`nsecret")]
    [InlineData("key", "secret`r`n")]
    public void A_key_with_a_blank_at_an_end_is_refused_before_it_is_used(string key, string secret)
    {
        using Shell shell = new();

        ErrorRecord error = shell.Terminating($"Connect-LsAccount -AccessKey '{key}' -SecretKey ([Net.NetworkCredential]::new('', \"{secret}\").SecurePassword)");

        Assert.StartsWith("CredentialInvalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("secret`", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_copy_of_the_module_in_one_session_is_one_sentence()
    {
        string copy = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.Copy(Path.Combine(Shell.Root, "LiveStation.psd1"), Path.Combine(copy, "LiveStation.psd1"));
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Shell.Root, "bin"), "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(copy, "bin", Path.GetRelativePath(Path.Combine(Shell.Root, "bin"), file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            using Shell shell = new();
            shell.Set("copy", Path.Combine(copy, "LiveStation.psd1"));

            string said = shell.Terminating("Import-Module $copy").ToString();

            Assert.Contains("start a new session", said, StringComparison.Ordinal);
            Assert.DoesNotContain("TypeData", said, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
