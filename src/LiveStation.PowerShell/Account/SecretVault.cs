using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace LiveStation.PowerShell;

/// <summary>
/// Secrets of the vaults that are registered in the caller's session, by way of SecretManagement where that is installed. Nothing of
/// it comes with this module: it is called by its full name, which no function or alias of the session stands in for.
/// </summary>
internal static class SecretVault
{
    private const string Command = @"Microsoft.PowerShell.SecretManagement\Get-Secret";

    // Its id for a secret that no vault has.
    private const string NotFound = "GetSecretNotFound";

    private const string Listing = "Get-SecretInfo lists the secrets and Get-SecretVault the vaults of this session's user; -Vault names the one to look into.";

    /// <summary>Reads a secret that is a text.</summary>
    /// <param name="cmdlet">Who asks; may be stopped meanwhile.</param>
    /// <param name="name">The name of the secret.</param>
    /// <param name="vault">The vault; <see langword="null"/> for the default one, and then the others.</param>
    /// <exception cref="LiveStationCredentialException">There is none, it cannot be had, or it is no text.</exception>
    public static string ReadText(PSCmdlet cmdlet, string name, string? vault) =>
        AsText(Read(cmdlet, name, vault)) ?? throw new LiveStationCredentialException("SecretShapeUnknown", $"The secret '{Text.Clean(name)}' is no text.", "Keep it as a text or a SecureString: Set-Secret asks for one.");

    /// <summary>Reads a secret that is a key pair.</summary>
    /// <inheritdoc cref="ReadText"/>
    /// <exception cref="LiveStationCredentialException">There is none, it cannot be had, or it is no key pair.</exception>
    public static AccessKeyCredential ReadKeyPair(PSCmdlet cmdlet, string name, string? vault)
    {
        object secret = Read(cmdlet, name, vault);
        return secret switch
        {
            PSCredential credential => Pair(credential),
            IDictionary table => StoredKeyPair.Of([.. table.Cast<DictionaryEntry>().Select(static field => new KeyValuePair<string, string?>(field.Key.ToString() ?? "", AsText(field.Value)))], name),
            _ when AsText(secret) is { } text => StoredKeyPair.Parse(text, name),
            _ => throw StoredKeyPair.Unknown(name, $"of type {secret.GetType().Name}"),
        };
    }

    /// <summary>The key pair in a credential: access key id as user name, secret key as password.</summary>
    public static AccessKeyCredential Pair(PSCredential credential) => new(credential.UserName, new NetworkCredential("", credential.Password).Password);

    private static object Read(PSCmdlet cmdlet, string name, string? vault)
    {
        if (cmdlet.InvokeCommand.GetCommand(Command, CommandTypes.Cmdlet | CommandTypes.Function) is not { } get)
        {
            throw new LiveStationCredentialException(
                "VaultModuleMissing",
                "Secrets are read with the module Microsoft.PowerShell.SecretManagement, which this session does not find.",
                "Install it with a vault, for example: Install-PSResource Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore (Install-Module on Windows PowerShell); then Register-SecretVault and Set-Secret.");
        }

        ArrayList? errors = cmdlet.SessionState.PSVariable.GetValue("global:Error") as ArrayList;
        object? before = errors is { Count: > 0 } ? errors[0] : null;
        try
        {
            Hashtable arguments = new() { ["Name"] = name, ["ErrorAction"] = ActionPreference.Stop };
            if (vault is not null)
            {
                arguments["Vault"] = vault;
            }

            // A vault may ask for its password here, at the caller's own prompt. Within a table, so that a secret of bytes stays one object.
            PSObject answer = cmdlet.InvokeCommand.InvokeScript(true, ScriptBlock.Create("param($get, $arguments) @{ Found = @(& $get @arguments) }"), null, get, arguments)[0];
            object?[] found = (object?[])((Hashtable)answer.BaseObject)["Found"]!;
            return found.Length switch
            {
                1 when found[0] is { } secret => secret is PSObject wrapped ? wrapped.BaseObject : secret,
                0 or 1 => throw Missing(name, vault),
                _ => throw new LiveStationCredentialException("SecretAmbiguous", $"More than one secret is called '{Text.Clean(name)}'.", Listing),
            };
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            // One error is told, not the vault's beside ours.
            while (errors is { Count: > 0 } && !ReferenceEquals(errors[0], before))
            {
                errors.RemoveAt(0);
            }

            throw Refusal(e, name, vault);
        }
    }

    private static LiveStationCredentialException Refusal(RuntimeException e, string name, string? vault)
    {
        ErrorRecord record = e.ErrorRecord;
        return record.FullyQualifiedErrorId.Split(',')[0] == NotFound
            ? Missing(name, vault)
            : new LiveStationCredentialException(
                "SecretUnreadable",
                $"The secret '{Text.Clean(name)}' could not be read{In(vault)}. The vault says: {Text.Clean(record.Exception.Message)}",
                "Try Get-Secret -Name with the same name and vault. A vault that is locked is opened with Unlock-SecretVault or Unlock-SecretStore; one for unattended use is set up so that it asks nothing.");
    }

    private static LiveStationCredentialException Missing(string name, string? vault) =>
        new("SecretNotFound", $"There is no secret '{Text.Clean(name)}'{In(vault)}.", Listing);

    private static string In(string? vault) => vault is null ? "" : $" in the vault '{Text.Clean(vault)}'";

    private static string? AsText(object? value) => value switch
    {
        PSObject wrapped => AsText(wrapped.BaseObject),
        SecureString hidden => new NetworkCredential("", hidden).Password,
        string text => text,
        _ => null,
    };
}
