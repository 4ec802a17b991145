using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LiveStation.PowerShell;

/// <summary>Completes the vaults that are registered. Names of secrets are not completed: a vault that is locked would ask for its password at a key press.</summary>
internal sealed class VaultNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = (wordToComplete ?? "").Trim('\'', '"');
        using System.Management.Automation.PowerShell engine = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        try
        {
            return [.. engine.AddCommand(@"Microsoft.PowerShell.SecretManagement\Get-SecretVault").AddParameter("ErrorAction", ActionPreference.Ignore).Invoke()
                .Select(static vault => vault.Properties["Name"]?.Value as string ?? "")
                .Where(name => name.Length > 0 && Text.Clean(name) == name && name.StartsWith(begun, System.StringComparison.OrdinalIgnoreCase))
                .Select(static name => new CompletionResult(ShellText.Quote(name), name, CompletionResultType.ParameterValue, name))];
        }
        catch (RuntimeException)
        {
            // A key press is no place for an error.
            return [];
        }
    }
}
