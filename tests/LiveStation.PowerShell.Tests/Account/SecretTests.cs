using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using LiveStation.Emulator;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.PowerShell.Tests.Account;

/// <summary>A marker for a secret goes in; nothing that the module shows, stores or throws may hold it.</summary>
public sealed class SecretTests : IAsyncLifetime
{
    private const string Secret = "MARKER-SECRET-5f0c1d7e";

    private readonly LiveStationEmulator _emulator = new(new EmulatorOptions { AccessKeyId = "MARKER-KEY-ID", SecretKey = Secret });
    private readonly Shell _shell = new(200);
    private readonly StringBuilder _shown = new();
    private EmulatorServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await EmulatorServer.StartAsync(_emulator, cancellationToken: TestContext.Current.CancellationToken);
        _shell.Set("endpoint", _server.BaseAddress);
        _shell.Set("key", "MARKER-KEY-ID");
        _shell.Set("secret", new NetworkCredential("", Secret).SecurePassword);
        _shell.Set("wrongKey", "WRONG-KEY-ID");
        _shell.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; $InformationPreference = 'Continue'").Quiet();
    }

    public async ValueTask DisposeAsync()
    {
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public void A_context_shows_no_secret_in_any_form()
    {
        Show("$ctx = Connect-LsAccount -AccessKey $key -SecretKey $secret -Endpoint $endpoint; $ctx");
        Show("$ctx | Out-Default");
        Show("\"$ctx\"; [string]$ctx; $ctx.ToString(); $ctx.psobject.Properties | ForEach-Object { \"$($_.Name) = $($_.Value)\" }");
        Show("[System.Management.Automation.PSSerializer]::Serialize($ctx, 10)");
        Show("$ctx.GetHashCode(); Get-LsContext | Out-Default");
        LsContext context = Assert.IsType<LsContext>(Assert.IsType<PSObject>(_shell.Get("ctx")).BaseObject);
        Walk(context, 6);
        _shown.AppendLine(JsonSerializer.Serialize(context));

        Assert.Contains("MARKER-KEY-ID", _shown.ToString(), StringComparison.Ordinal);
        NothingSecret();
    }

    [Fact]
    public void The_context_of_the_offline_service_shows_no_secret_in_any_form()
    {
        Service service = new();
        _shell.Set("ctx", service.Context);
        Show("$ctx; $ctx | Out-Default; [System.Management.Automation.PSSerializer]::Serialize($ctx, 10); \"$($ctx.Emulator)\"");
        Show("Get-LsRecording -Context $ctx; Get-LsRecording nope -Context $ctx");
        Walk(service.Context, 6);

        Assert.Contains(service.Emulator.AccessKeyId, _shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(service.Emulator.GetSecretKey(), _shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_stream_and_no_error_shows_a_secret()
    {
        Show("Connect-LsAccount -AccessKey $key -SecretKey $secret -Endpoint $endpoint");
        Show("Get-LsChannel; Get-LsRecording; Test-LsConnection; Get-LsChannel nope; Get-LsRecording nope -RecordId 1");
        Show("Get-LsChannel | Out-Default; Get-LsRecording | Out-Default; Test-LsConnection | Out-Default");
        foreach (Fault fault in new[] { Fault.Html(), Fault.Error(500), Fault.EmptyError(403), Fault.Reset(), Fault.CutBody(20), Fault.BadJson(20), Fault.Error(401, 200), Fault.ErrorInside200() })
        {
            _emulator.Faults.Add(fault.Always());
            Show($"Connect-LsAccount -AccessKey $key -SecretKey $secret -Endpoint $endpoint -MaxAttempts 1; Get-LsRecording {Service.Weekly}; Get-LsChannel; Test-LsConnection | Out-Default");
            _emulator.Faults.Clear();
        }

        _emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(10)));
        Show("Connect-LsAccount -AccessKey $wrongKey -SecretKey $secret -Endpoint $endpoint; Get-LsChannel; Test-LsConnection");
        Show("Connect-LsAccount -AccessKey 'b a d' -SecretKey $secret -Endpoint $endpoint");
        Show("Connect-LsAccount -AccessKey $key -SecretKey $secret -Endpoint http://example.com");
        Show("$Error | Out-Default; $Error | ForEach-Object { $_.Exception.ToString(); $_.ScriptStackTrace; $_.CategoryInfo.ToString(); $_.ErrorDetails.RecommendedAction }");
        Show("[System.Management.Automation.PSSerializer]::Serialize(@($Error), 4)");

        Assert.Contains("AuthenticationFailed", _shown.ToString(), StringComparison.Ordinal);
        Assert.Contains("VERBOSE", _shown.ToString(), StringComparison.Ordinal);
        NothingSecret();
    }

    [Fact]
    public void The_signature_and_the_secret_key_stay_out_of_verbose_and_debug()
    {
        Outcome outcome = _shell.Run("Connect-LsAccount -AccessKey $key -SecretKey $secret -Endpoint $endpoint > $null; Get-LsRecording; Get-LsChannel");

        Assert.NotEmpty(outcome.Verbose);
        Assert.NotEmpty(outcome.Debug);
        Assert.All(outcome.Verbose.Concat(outcome.Debug), line =>
        {
            Assert.DoesNotContain("signature", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("MARKER", line.Replace("MARKER-KEY-ID", "", StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Stream_keys_are_hidden_wherever_channels_are_shown_or_stored()
    {
        Service service = new();
        _shell.Set("ctx", service.Context);
        Channel news = Assert.Single(_shell.Run($"Get-LsChannel {Service.News} -Context $ctx").Of<Channel>());
        string[] keys = [news.StreamKey!.Reveal(), news.BackupStreamKey!.Reveal()];

        Show($"$c = Get-LsChannel {Service.News} -Context $ctx; $c | Out-Default; $c.ToString(); \"$($c.StreamKey)\"; $c.psobject.Properties | ForEach-Object {{ \"$($_.Name) = $($_.Value)\" }}");
        Show("[System.Management.Automation.PSSerializer]::Serialize($c, 10); $c.StreamKey | Out-Default");
        Walk(news, 6);
        _shown.AppendLine(JsonSerializer.Serialize(news));

        Assert.All(keys, key => Assert.DoesNotContain(key, _shown.ToString(), StringComparison.Ordinal));
        Assert.Contains("********", _shown.ToString(), StringComparison.Ordinal);
    }

    private void NothingSecret() => Assert.DoesNotContain(Secret, _shown.ToString() + _shell.Host.Text, StringComparison.Ordinal);

    // Everything that a script leaves, on every stream, in every form.
    private void Show(string script)
    {
        Outcome outcome = _shell.Run(script);
        foreach (PSObject item in outcome.Output)
        {
            _shown.AppendLine(item.ToString());
            _shown.AppendLine(string.Join("; ", item.Properties.Select(property => property.Name + "=" + Read(property))));
        }

        foreach (ErrorRecord error in outcome.Errors)
        {
            _shown.AppendLine(error.ToString()).AppendLine(error.Exception.ToString()).AppendLine(error.FullyQualifiedErrorId).AppendLine(error.ErrorDetails?.ToString());
            _shown.AppendLine(error.TargetObject?.ToString());
            Walk(error.Exception, 4);
        }

        foreach (string line in outcome.Warnings.Concat(outcome.Verbose.Select(line => "VERBOSE " + line)).Concat(outcome.Debug).Concat(outcome.Information))
        {
            _shown.AppendLine(line);
        }

        _shown.AppendLine(outcome.Thrown?.ToString()).AppendLine(_shell.Host.Text);
    }

    private static string? Read(PSPropertyInfo property)
    {
        try
        {
            return property.Value?.ToString();
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    // What ConvertTo-Json and its like would find: public properties, as deep as they go.
    private void Walk(object? value, int depth)
    {
        _shown.AppendLine(value?.ToString());
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

        IEnumerable<PropertyInfo> properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);
        foreach (PropertyInfo property in properties.Where(property => value is Exception || property.DeclaringType!.Namespace!.StartsWith("LiveStation", StringComparison.Ordinal)))
        {
            Walk(property.GetValue(value), depth - 1);
        }
    }
}
