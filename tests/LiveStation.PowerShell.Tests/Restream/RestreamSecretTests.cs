using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Restream;

/// <summary>Who has the key, the login or the address of a target can publish there: markers for them go in, and nothing that is shown, stored or thrown may hold one.</summary>
public sealed class RestreamSecretTests : IDisposable
{
    private const string Marker = "MARKER";

    private readonly Studio _studio = new();
    private readonly StringBuilder _seen = new();

    public RestreamSecretTests()
    {
        _studio.Shell.Set("key", Secure("MARKER-KEY-1"));
        _studio.Shell.Set("otherKey", Secure("MARKER-KEY-2"));
        _studio.Shell.Set("login", new PSCredential("MARKER-USER", Secure("MARKER-PASSWORD")));
        _studio.Shell.Set("address", "rtmp://MARKER.example/live/MARKER-PATH");
        _studio.Shell.Set("file", Path.Combine(Isolation.Home, "restream.xml"));
        _studio.Run("$target = New-LsRestreamTarget CUSTOM $address $key -Credential $login; $made = New-LsRestream evening $target; $id = $made.ChannelId").Quiet();
        _studio.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; $InformationPreference = 'Continue'").Quiet();
    }

    public void Dispose() => _studio.Dispose();

    [Theory]
    [InlineData("$target; $target | Out-Default; $target | Format-List * | Out-Default; $target | Format-Custom -Depth 5 | Out-Default; \"$target\"")]
    [InlineData("$made; $made | Out-Default; $made | Format-List * | Out-Default; $made | Format-Custom -Depth 5 | Out-Default; \"$made $($made.Restream) $($made.Relay)\"")]
    [InlineData("$it = Get-LsRestream $id; $it; $it | Out-Default; $it | Format-List * | Out-Default; $it | Format-Custom -Depth 5 | Out-Default; $it.Platforms; $it.Restream")]
    [InlineData("$it = Get-LsRestreamPlatform $id; $it; $it | Out-Default; $it | Format-List * | Out-Default; $it | Format-Table TargetName, RtmpUrl, StreamKey, Id, Password | Out-Default")]
    [InlineData("$target, $made, (Get-LsRestream $id), (Get-LsRestreamPlatform $id) | ForEach-Object { $_.psobject.Properties } | ForEach-Object { \"$($_.Name)=$($_.Value)\" }")]
    [InlineData("[System.Management.Automation.PSSerializer]::Serialize(@($target, $made, (Get-LsRestream $id), (Get-LsRestreamPlatform $id)), 10)")]
    [InlineData("New-LsRestreamTarget CUSTOM $address $key -Credential $login")]
    [InlineData("New-LsRestream other_one $target -WhatIf; New-LsRestream other_one $target; New-LsRestream other_one @($target, $target) -Confirm:$false")]
    [InlineData("New-LsRestream other_one (@($target) * 9)")]
    [InlineData("New-LsRestream x $target; New-LsRestream other_one $target -PlanType Nonsense")]
    [InlineData("New-LsRestream other_one ([System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($target)))")]
    [InlineData("New-LsRestream other_one $made.Restream")]
    [InlineData("Get-LsRestreamPlatform $id | Set-LsRestreamPlatform -StreamKey $otherKey -RtmpUrl $address -Credential $login -WhatIf")]
    [InlineData("Get-LsRestreamPlatform $id | Set-LsRestreamPlatform -StreamKey $otherKey -RtmpUrl $address -Credential $login -PassThru")]
    [InlineData("Get-LsRestreamPlatform $id | Set-LsRestreamPlatform -StreamKey $otherKey")]
    [InlineData("$ctx.Emulator.Restream.StartPublishing($id); Get-LsRestreamPlatform $id | Set-LsRestreamPlatform -StreamKey $otherKey -Credential $login")]
    [InlineData("Get-LsRestream $id | Remove-LsRestream -WhatIf; Remove-LsRestream $id -Force -PassThru -Verbose")]
    public void No_secret_shows(string script)
    {
        Show(script);

        NothingSecret();
    }

    // The engine quotes what it cannot convert.
    [Theory]
    [InlineData("New-LsRestreamTarget CUSTOM $address 'MARKER-KEY'")]
    [InlineData("New-LsRestreamTarget CUSTOM $address $key -Credential 'MARKER-USER'")]
    [InlineData("New-LsRestreamTarget CUSTOM 'https://MARKER.example/x' $key")]
    [InlineData("New-LsRestreamTarget CUSTOM 'rtmp://MARKER .example/x' $key")]
    [InlineData("New-LsRestream other_one @{ TargetName = 'CUSTOM'; RtmpUrl = 'rtmp://MARKER'; StreamKey = 'MARKER' }")]
    [InlineData("New-LsRestream other_one ([pscustomobject]@{ TargetName = 'CUSTOM'; StreamKey = 'MARKER' })")]
    [InlineData("New-LsRestream other_one 'MARKER'")]
    [InlineData("Set-LsRestreamPlatform $id 1 -StreamKey 'MARKER'")]
    [InlineData("Set-LsRestreamPlatform $id 1 -RtmpUrl 'MARKER'")]
    public void What_is_not_taken_is_not_quoted(string script)
    {
        _studio.Emulator.ClearRequests();
        _studio.Shell.Set("typed", script);

        Outcome outcome = _studio.Run("$VerbosePreference = 'SilentlyContinue'; $DebugPreference = 'SilentlyContinue'; " + script);

        ErrorRecord error = outcome.Thrown?.ErrorRecord ?? outcome.OneError();
        Assert.DoesNotContain(Marker, error.ToString() + error.Exception.Message + error.ErrorDetails?.Message + error.CategoryInfo, StringComparison.Ordinal);
        Assert.Empty(_studio.Writes);
    }

    // Services like to quote what they refuse.
    [Theory]
    [InlineData("New-LsRestream other_one $target")]
    [InlineData("Get-LsRestreamPlatform $id | Set-LsRestreamPlatform -StreamKey $otherKey -RtmpUrl $address -Credential $login")]
    [InlineData("Invoke-LsRestMethod /re-stream/channels -Method Post -Body @{ channelName = 'evening'; restream = @(@{ targetName = 'CUSTOM'; rtmpUrl = $address; streamKey = 'MARKER-KEY-1'; id = 'MARKER-USER'; password = 'MARKER-PASSWORD' }) }")]
    [InlineData("Invoke-LsRestMethod /re-stream/channels/$id/platforms/1 -Method Put -Body ('{\"rtmpUrl\":\"' + $address + '\",\"streamKey\":\"MARKER-KEY-1\",\"streamId\":\"MARKER-USER\",\"streamPassword\":\"MARKER-PASSWORD\"}')")]
    [InlineData("Invoke-LsRestMethod /re-stream/channels -Method Post -Body @{ streamKey = 'MARKER-KEY-1' } -WhatIf")]
    public void What_the_service_quotes_is_masked(string script)
    {
        foreach (string quoted in new[] { "MARKER-KEY-1", "MARKER-KEY-2", "MARKER-USER", "MARKER-PASSWORD", "rtmp://MARKER.example/live/MARKER-PATH" })
        {
            foreach (string method in new[] { "POST", "PUT" })
            {
                _studio.Emulator.Faults.Add(Fault.Error(400, 250001, "Sent: " + quoted).On(method));
            }

            _studio.Emulator.ClearRequests();
            Show(script);
            _studio.Emulator.Faults.Clear();
            if (_studio.Writes.Any(write => write.Body.Contains(quoted, StringComparison.Ordinal)))
            {
                NothingSecret();
            }

            // What was typed stands in the history, and what was not sent is the service's own.
            _seen.Clear();
        }
    }

    [Fact]
    public void Reveal_gives_each_of_them()
    {
        _studio.Run("$VerbosePreference = 'SilentlyContinue'; $DebugPreference = 'SilentlyContinue'").Quiet();

        Assert.Equal(
            ["rtmp://MARKER.example/live/MARKER-PATH", "MARKER-KEY-1", "MARKER-USER", "MARKER-PASSWORD", "MARKER-KEY-1"],
            _studio.Run("$target.RtmpUrl.Reveal(); $target.StreamKey.Reveal(); $target.Id.Reveal(); $target.Password.Reveal(); (Get-LsRestreamPlatform $id).StreamKey.Reveal()").Quiet().Texts());
        Assert.Contains("MARKER-KEY-1", _studio.Emulator.Requests.First(request => request.Method == "POST").Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_brings_no_secret_along_and_everything_else()
    {
        _studio.Run("$VerbosePreference = 'SilentlyContinue'; $DebugPreference = 'SilentlyContinue'").Quiet();

        RestreamPlatform copy = Assert.Single(_studio.Run("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LsRestreamPlatform $id)))").Quiet().Of<RestreamPlatform>());

        Assert.True(copy is { RtmpUrl: null, StreamKey: null, Id: null, Password: null, TargetName: "CUSTOM" });
        Assert.NotNull(copy.PlatId);
    }

    private static System.Security.SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    private void NothingSecret()
    {
        string all = _seen.ToString() + _studio.Shell.Host.Text;
        Assert.NotEmpty(all);
        int at = all.IndexOf(Marker, StringComparison.Ordinal);
        Assert.True(at < 0, at < 0 ? "" : "…" + all.Substring(Math.Max(0, at - 200), Math.Min(400, all.Length - Math.Max(0, at - 200))));
    }

    // Everything that a script leaves, on every stream, in every form; its errors as loggers print them too.
    private void Show(string script)
    {
        Outcome outcome = _studio.Run(script);
        foreach (PSObject item in outcome.Output)
        {
            _seen.AppendLine(item.ToString());
            Walk(item.BaseObject, 5);
        }

        foreach (ErrorRecord error in outcome.Errors.Concat(new[] { outcome.Thrown?.ErrorRecord }.OfType<ErrorRecord>()))
        {
            _seen.AppendLine(error.ToString()).AppendLine(error.Exception.Message).AppendLine(error.Exception.ToString()).AppendLine(error.FullyQualifiedErrorId)
                .AppendLine(error.ErrorDetails?.Message).AppendLine(error.ErrorDetails?.RecommendedAction).AppendLine(error.CategoryInfo.ToString()).AppendLine(error.TargetObject?.ToString());
            Walk(error.Exception, 3);
        }

        foreach (string line in outcome.Warnings.Concat(outcome.Verbose).Concat(outcome.Debug).Concat(outcome.Information).Concat(outcome.Progress.Select(progress => progress.Activity + progress.StatusDescription)))
        {
            _seen.AppendLine(line);
        }
    }

    // What ConvertTo-Json and its like would find: public properties, as deep as they go.
    private void Walk(object? value, int depth)
    {
        _seen.AppendLine(value?.ToString());
        if (value is null or string || depth == 0 || value is Type or Assembly or MemberInfo || value.GetType().IsPrimitive)
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, depth - 1);
            }

            return;
        }

        if (value.GetType().Namespace?.StartsWith("LiveStation", StringComparison.Ordinal) == true && value is not Exception)
        {
            _seen.AppendLine(JsonSerializer.Serialize(value, value.GetType()));
        }

        IEnumerable<PropertyInfo> properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);
        foreach (PropertyInfo property in properties.Where(property => value is LiveStationException || property.DeclaringType!.Namespace!.StartsWith("LiveStation", StringComparison.Ordinal)))
        {
            Walk(property.GetValue(value), depth - 1);
        }
    }
}
