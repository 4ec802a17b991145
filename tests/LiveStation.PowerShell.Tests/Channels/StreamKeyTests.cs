using System;
using System.Linq;
using Xunit;

namespace LiveStation.PowerShell.Tests.Channels;

/// <summary>Who has the stream key can go on air: it shows nowhere but where it is asked for.</summary>
public class StreamKeyTests
{
    [Theory]
    [InlineData("Get-LsChannel")]
    [InlineData("Get-LsChannel | Format-List *")]
    [InlineData("Get-LsChannel | Format-Custom -Depth 5")]
    [InlineData("Get-LsChannel | Format-Table StreamKey, BackupStreamKey")]
    [InlineData("Get-LsChannel | ForEach-Object { \"$_\" }")]
    [InlineData("Get-LsChannel | ForEach-Object { $_.PSObject.Properties } | ForEach-Object { \"$($_.Name)=$($_.Value)\" }")]
    [InlineData("(Get-LsChannel).StreamKey")]
    [InlineData("(Get-LsChannel).StreamKey.PSObject.Properties | ForEach-Object { \"$($_.Value)\" }")]
    [InlineData("[System.Management.Automation.PSSerializer]::Serialize((Get-LsChannel), 10)")]
    [InlineData("New-LsChannel abc 3 -ProfileId 1 -StreamFailOver -Verbose -Debug")]
    [InlineData("Get-LsChannel -Verbose -Debug")]
    [InlineData("Set-LsChannel $id -EnvType Dev -PassThru -Verbose -Debug")]
    [InlineData("Get-LsChannel | Remove-LsChannel -WhatIf -Verbose")]
    [InlineData("Get-LsChannel $id | Disable-LsChannel -Force -PassThru -Verbose")]
    [InlineData("Invoke-LsRestMethod /channels -Query @{ streamKey = 'x' } -Verbose -Debug | Out-Null")]
    public void The_key_does_not_show(string script)
    {
        using Studio studio = new(seed: true);

        // Its addresses hold the key too.
        studio.Run("New-LsChannel srt_show 3 -ProfileId 1 -IngestProtocol Srt").Quiet();
        string[] keys = studio.Run("Get-LsChannel | ForEach-Object { $_.StreamKey, $_.BackupStreamKey } | Where-Object { $_ } | ForEach-Object { $_.Reveal() }").Quiet().Texts().ToArray();
        studio.Shell.Set("id", Service.News);

        Outcome outcome = studio.Run($"$DebugPreference = 'Continue'; $seen = & {{ {script} }} *>&1; $seen | ForEach-Object {{ \"$_\" }}; $seen | Out-Host");

        string text = studio.Shell.Host.Text + string.Join('\n', outcome.Texts().Concat(outcome.Verbose).Concat(outcome.Debug).Concat(outcome.Errors.Select(error => error.ToString())));
        Assert.NotEmpty(text);
        Assert.True(keys.Length > 4);
        Assert.All(keys, key => Assert.DoesNotContain(key, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Reveal_gives_the_key()
    {
        using Studio studio = new(seed: true);

        string key = Assert.Single(studio.Run($"(Get-LsChannel {Service.News}).StreamKey.Reveal()").Quiet().Of<string>());

        Assert.True(key.Length > 10);
        Assert.Contains(key, studio.Run($"Invoke-LsRestMethod /channels/{Service.News} -Raw").Quiet().Texts()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_a_channel_has_no_key_and_everything_else()
    {
        using Studio studio = new(seed: true);

        Channel copy = Assert.Single(studio.Run($"[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LsChannel {Service.Event})))").Quiet().Of<Channel>());
        Channel original = studio.Run($"Get-LsChannel {Service.Event}").Quiet().Of<Channel>()[0];

        Assert.Null(copy.StreamKey);
        Assert.All(
            typeof(Channel).GetProperties().Where(property => property.PropertyType != typeof(StreamKey)),
            property => Assert.Equal(property.GetValue(original), property.GetValue(copy)));
    }
}
