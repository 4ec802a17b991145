using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Net;
using Xunit;

namespace LiveStation.PowerShell.Tests.Account;

/// <summary>Keys out of a vault, with a stand-in for SecretManagement; tests/pester holds it to the real one where that is there.</summary>
public sealed class VaultTests : IDisposable
{
    private const string Key = "KEYOFTHEVAULT01";
    private const string Marker = "marker-s3cret";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    public static TheoryData<object> Shapes() =>
    [
        new PSCredential(Key, new NetworkCredential("", Marker).SecurePassword),
        new Hashtable { ["AccessKeyId"] = Key, ["SecretKey"] = Marker },
        new Hashtable { ["access-key"] = Key, ["secret_access_key"] = new NetworkCredential("", Marker).SecurePassword, ["note"] = 5 },
        new Hashtable { ["NCLOUD_ACCESS_KEY_ID"] = Key, ["NCLOUD_SECRET_ACCESS_KEY"] = Marker },
        $$"""{ "accessKey": "{{Key}}", "secretKey": "{{Marker}}" }""",
        $$"""{ "ncloud_access_key_id": "{{Key}}", "ncloud_secret_key": "{{Marker}}", "zone": 1 }""",
        new NetworkCredential("", $$"""{"AccessKeyID":"{{Key}}","SecretKey":"{{Marker}}","secret_key":"{{Marker}}"}""").SecurePassword,
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_pair_in_a_usual_shape_signs(object secret)
    {
        Keep("livestation", secret);

        LsContext context = Assert.Single(_shell.Run("Connect-LsAccount -SecretName livestation -Vault company").Quiet().Of<LsContext>());

        Assert.Equal(RequestSigner.Sign(new AccessKeyCredential(Key, Marker), "GET", "/", "0"), RequestSigner.Sign(context.Options.Credential, "GET", "/", "0"));
        Assert.Equal(Key, context.AccessKeyId);
        Assert.Equal("secret 'livestation' of vault 'company'", context.CredentialSource);
        Assert.Equal("secret 'livestation'", Assert.Single(_shell.Run("Connect-LsAccount -SecretName livestation").Quiet().Of<LsContext>()).CredentialSource);
    }

    public static TheoryData<object, string, string> Others() => new()
    {
        { $"{Key}:{Marker}", "SecretShapeUnknown", "no JSON object" },
        { $$"""["{{Key}}", "{{Marker}}"]""", "SecretShapeUnknown", "no JSON object" },
        { $$"""{ "accessKey": "{{Key}}", "secretKey": "{{Marker}}" """, "SecretShapeUnknown", "no JSON object" },
        { $$"""{ "accessKey": "{{Key}}", "secretKey": "\ud800{{Marker}}" }""", "SecretShapeUnknown", "no JSON object" },
        { $$"""{ "accessKey": "{{Key}}", "secretKey": { "value": "{{Marker}}" } }""", "SecretShapeUnknown", "secretKey is no text" },
        { $$"""{ "accessKey": "{{Key}}", "AccessKey": "{{Marker}}", "secretKey": "{{Marker}}" }""", "SecretShapeUnknown", "two values for one access key id (accessKey, AccessKey)" },
        { new Hashtable { ["AccessKeyId"] = Key, ["Passphrase"] = Marker }, "SecretShapeUnknown", "without a secret key (it has: " },
        { new Hashtable { ["User"] = Key, ["SecretKey"] = Marker }, "SecretShapeUnknown", "without an access key id" },
        { new byte[] { 1, 2, 3 }, "SecretShapeUnknown", "of type Byte[]" },
        { new Hashtable { ["AccessKeyId"] = Key, ["SecretKey"] = Marker + "\n" }, "CredentialInvalid", "begins or ends" },
        { new Hashtable { ["AccessKeyId"] = "", ["SecretKey"] = Marker }, "CredentialIncomplete", "empty" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void What_holds_no_pair_is_told_by_its_shape_and_never_by_its_content(object secret, string errorId, string words)
    {
        Keep("livestation", secret);

        ErrorRecord error = _shell.Terminating("Connect-LsAccount -SecretName livestation");

        Assert.Equal(errorId + ",LiveStation.PowerShell.ConnectLsAccountCommand", error.FullyQualifiedErrorId);
        Assert.Contains(words, error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, error.Exception + error.ErrorDetails.ToString() + error.ErrorDetails.RecommendedAction + error.TargetObject, StringComparison.Ordinal);
        Assert.Empty(_shell.Run("Get-LsContext").Quiet().Output);
        if (errorId == "SecretShapeUnknown")
        {
            Assert.Contains("'livestation'", error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains("hashtable or a JSON text", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-SecretName other", "SecretNotFound", "There is no secret 'other'.")]
    [InlineData("-SecretName other -Vault company", "SecretNotFound", "There is no secret 'other' in the vault 'company'.")]
    [InlineData("-SecretName fails", "SecretUnreadable", "The vault says: A valid password is required.")]
    [InlineData("-SecretName nothing", "SecretNotFound", "There is no secret 'nothing'.")]
    [InlineData("-SecretName many", "SecretAmbiguous", "More than one secret is called 'many'.")]
    [InlineData("-SecretName fails -Vault elsewhere", "SecretUnreadable", "Vault elsewhere does not exist in registry.")]
    public void What_cannot_be_had_is_one_error_of_our_own(string arguments, string errorId, string message)
    {
        Keep("fails", ScriptBlock.Create("throw 'A valid password is required.'"));
        Keep("nothing", ScriptBlock.Create("$null"));
        Keep("many", ScriptBlock.Create("'a', 'b'"));
        _shell.Run("$Error.Clear(); $null = Get-LsRecording x -Context (Connect-LsAccount -Emulator) -ErrorAction SilentlyContinue; Disconnect-LsAccount");

        ErrorRecord error = _shell.Terminating($"Connect-LsAccount {arguments}");

        Assert.Equal(errorId + ",LiveStation.PowerShell.ConnectLsAccountCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Contains(message, error.Exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Equal([error.FullyQualifiedErrorId, "ChannelNotFound,LiveStation.PowerShell.GetLsRecordingCommand"], _shell.Run("$Error.FullyQualifiedErrorId").Texts());
    }

    [Fact]
    public void Where_the_module_is_not_installed_the_error_says_how_to_install_it()
    {
        _shell.Run("function global:Get-Secret { throw 'A function of the session was asked.' }").Quiet();

        ErrorRecord error = _shell.Terminating("Connect-LsAccount -SecretName livestation");

        Assert.Equal("VaultModuleMissing,LiveStation.PowerShell.ConnectLsAccountCommand", error.FullyQualifiedErrorId);
        Assert.Contains("Install-PSResource Microsoft.PowerShell.SecretManagement", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_of_the_session_is_not_asked_for_the_secret()
    {
        Keep("livestation", new PSCredential(Key, new NetworkCredential("", Marker).SecurePassword));
        _shell.Run("function global:Get-Secret { throw 'A function of the session was asked.' }").Quiet();

        Assert.Equal(Key, Assert.Single(_shell.Run("Connect-LsAccount -SecretName livestation").Quiet().Of<LsContext>()).AccessKeyId);
    }

    [Fact]
    public void Stop_ends_a_vault_that_does_not_answer()
    {
        Keep("slow", ScriptBlock.Create("$Host.UI.WriteLine('asked'); while ($true) { [System.Threading.Thread]::Sleep(5) }"));
        using Running running = _shell.Start("Connect-LsAccount -SecretName slow");
        Assert.True(System.Threading.SpinWait.SpinUntil(() => _shell.Host.Text.Contains("asked", StringComparison.Ordinal), Running.Patience));

        Outcome outcome = running.Stop();

        Assert.Empty(outcome.Output);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void Vaults_are_completed_and_secrets_are_not()
    {
        Keep("livestation", "x");

        Assert.Equal(["company"], Complete("Connect-LsAccount -SecretName livestation -Vault "));
        Assert.Empty(Complete("Connect-LsAccount -SecretName "));
    }

    private void Keep(string name, object secret)
    {
        if (_shell.Get("vault") is null)
        {
            // The engine takes a module's name from its manifest, its file, or this.
            _shell.Set("vault", Path.Combine(Shell.Root, "tests", "pester", "Vault.psm1"));
            _shell.Run("New-Module Microsoft.PowerShell.SecretManagement ([scriptblock]::Create([System.IO.File]::ReadAllText($vault))) | Import-Module -Global").Quiet();
        }

        _shell.Set("secret", secret);
        _shell.Run($"Set-Secret {name} $secret").Quiet();
    }

    private List<string> Complete(string line)
    {
        _shell.Set("line", line);
        return [.. _shell.Run("[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches | ForEach-Object CompletionText").Quiet().Texts()];
    }
}
