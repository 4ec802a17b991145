using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;

namespace LiveStation.PowerShell;

/// <summary>Where the secrets of a document come from: the environment, a vault, or somebody at the prompt. Each is asked for once.</summary>
internal sealed class SecretSource(PSCmdlet cmdlet, string? vault)
{
    private const string Prefix = "LIVESTATION_SECRET_";

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The environment variable that a secret is looked for in: weekly-YOUTUBE-streamKey is in LIVESTATION_SECRET_WEEKLY_YOUTUBE_STREAMKEY.</summary>
    public static string VariableOf(string name) => Prefix + string.Concat(name.Select(static c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));

    /// <summary>A secret in clear text.</summary>
    /// <exception cref="LiveStationCredentialException">There is none.</exception>
    public string Reveal(SecretReference reference)
    {
        if (!_known.TryGetValue(reference.Name, out string? secret))
        {
            secret = (vault is null ? Environment.GetEnvironmentVariable(VariableOf(reference.Name)) : null) is { Length: > 0 } known ? known : InVault(reference.Name);
            _known.Add(reference.Name, secret);
        }

        return secret;
    }

    private string InVault(string name)
    {
        try
        {
            return SecretVault.ReadText(cmdlet, name, vault);
        }
        catch (LiveStationCredentialException e) when (vault is null && e.ErrorId is "VaultModuleMissing" or "SecretNotFound")
        {
            return Asked(name) ?? throw new LiveStationCredentialException(
                "SecretNotFound",
                $"The document names the secret '{Text.Clean(name)}', and neither the environment nor a vault has it.",
                $"Set the environment variable {Text.Clean(VariableOf(name))}, or keep it in a vault of SecretManagement: Set-Secret {ShellText.Quote(Text.Clean(name))}.");
        }
    }

    private string? Asked(string name)
    {
        if (cmdlet.Host.UI is not { } screen)
        {
            return null;
        }

        try
        {
            FieldDescription field = new(Text.Clean(name));
            field.SetParameterType(typeof(SecureString));
            Dictionary<string, PSObject> answers = screen.Prompt("", "A secret that the document names, and neither the environment nor a vault has:", new Collection<FieldDescription> { field });
            return answers?.Values.FirstOrDefault()?.BaseObject is SecureString { Length: > 0 } typed ? new NetworkCredential("", typed).Password : null;
        }
        catch (Exception e) when (e is HostException or NotImplementedException or NotSupportedException or InvalidOperationException)
        {
            // Nobody is there.
            return null;
        }
    }
}
