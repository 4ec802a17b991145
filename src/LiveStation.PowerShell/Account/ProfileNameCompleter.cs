using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LiveStation.PowerShell;

/// <summary>Completes the profiles of the vendor CLI's file.</summary>
internal sealed class ProfileNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = (wordToComplete ?? "").Trim('\'', '"');
        try
        {
            ProfileFile file = ProfileFile.Read(fakeBoundParameters?[nameof(ConnectLsAccountCommand.ProfilePath)] as string ?? ProfileFile.DefaultPath);
            return [.. file.Profiles.Where(name => Text.Clean(name) == name && name.StartsWith(begun, System.StringComparison.OrdinalIgnoreCase)).Select(static name => new CompletionResult(ShellText.Quote(name), name, CompletionResultType.ParameterValue, name))];
        }
        catch (LiveStationException)
        {
            // A key press is no place for an error.
            return [];
        }
    }
}
