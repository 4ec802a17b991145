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

    // Everybody's slip in the first week. Nothing is refused for its form, which is not documented: only the advice knows it.
    [Theory]
    [InlineData("Get-LsChannel weekly_show", "If it is a name, Get-LsChannel -Name weekly_show gives the id.")]
    [InlineData("Start-LsRecording weekly_show", "If it is a name, Get-LsChannel -Name weekly_show gives the id.")]
    [InlineData("Remove-LsChannel weekly_show -Force", "If it is a name, Get-LsChannel -Name weekly_show gives the id.")]
    [InlineData("Get-LsRecording weekly_show -RecordId 1", "If it is a name, Get-LsChannel -Name weekly_show gives the id.")]
    [InlineData("Get-LsChannel morning*", "Get-LsChannel -Name 'morning*' gives the id.")]
    [InlineData("Get-LsChannel ls-2026*", "Get-LsChannel -Name 'ls-2026*' gives the id.")]
    [InlineData("Get-LsVodChannel evening", "Get-LsVodChannel -Name evening gives the id.")]
    [InlineData("Get-LsRestream evening", "Get-LsRestream -Name evening gives the id.")]
    [InlineData("Get-LsChannel 'ls-1,ls-2'", "Several ids are a list: 'ls-1', 'ls-2'.")]
    [InlineData("'ls-1 ls-2' | Get-LsRecording", "Several ids are a list: 'ls-1', 'ls-2'.")]
    [InlineData("Get-LsRecording 2700007", "Get-LsRecording -ChannelId <id> -RecordId 2700007.")]
    [InlineData("Get-LsChannel ls-20260112200000-Wk7sX", "Run Get-LsChannel to list the channels")]
    public void What_was_meant_in_place_of_an_id_is_in_the_advice(string script, string advice)
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run(script).OneError();

        Assert.StartsWith("ChannelNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(studio.Calls);

        // What is piped on to be explained says the same.
        studio.Shell.Set("failed", error);
        Assert.Contains(advice, Assert.Single(studio.Run("Resolve-LsError $failed").Quiet().Of<ErrorInfo>()).Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$row | Get-LsRecording")]
    [InlineData("Get-LsRecording $row")]
    [InlineData("$row | Start-LsRecording")]
    [InlineData("$row | Save-LsRecording ./nowhere")]
    [InlineData("Remove-LsRecording $row -Force")]
    public void A_selection_without_its_id_is_told_what_is_missing(string script)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Run("$row = [pscustomobject]@{ ChannelName = 'weekly_show' }; $row.PSObject.TypeNames.Insert(0, 'Selected.LiveStation.Channel')").Quiet();

        Outcome outcome = studio.Run($"try {{ {script} }} catch {{ \"$_\" }}");

        string said = string.Concat(outcome.Texts()) + string.Concat(outcome.Errors);
        Assert.Contains("A live channel was given without its ChannelId, so that nobody knows which.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("pipe it into", said, StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Theory]
    [InlineData("Set-LsChannel $id -UseDvr yes", "'yes' is neither true nor false. Write $true or $false.")]
    [InlineData("Set-LsNotification $id -AlertChangeStatus on", "'on' is neither true nor false.")]
    [InlineData("New-LsVodSchedule $id 2h b/a.mp4", "'2h' is no time. Write it as '2026-11-28 22:00'")]
    [InlineData("New-LsVodSchedule $id 2d b/a.mp4", "'2d' is no time.")]
    [InlineData("New-LsVodSchedule $id '2026-11-28 25:00' b/a.mp4", "'2026-11-28 25:00' is no time.")]
    [InlineData("New-LsVodSchedule $id 20261128 b/a.mp4", "'20261128' is no time.")]
    [InlineData("Set-LsVodSchedule 10060 (New-TimeSpan -Hours 2)", "is no time.")]
    public void A_value_that_cannot_be_read_is_refused_in_words(string script, string words)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("id", Service.Weekly);

        string said = studio.Shell.Terminating(script.Replace("(New-TimeSpan -Hours 2)", "([timespan]::FromHours(2))", StringComparison.Ordinal)).ToString();

        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", said, StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("$true", true)]
    public void Text_of_a_file_that_is_true_or_false_is_taken(string text, bool value)
    {
        using Studio studio = new(seed: true);

        studio.Run($"Set-LsChannel {Service.Weekly} -UseDvr '{text}'{(value ? " -TimemachineMin 360" : "")}");

        Assert.Equal(value, (bool)Studio.Body(Assert.Single(studio.Writes))["useDvr"]!);
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
