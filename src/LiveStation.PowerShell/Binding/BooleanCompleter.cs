using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LiveStation.PowerShell;

/// <summary>Completes a parameter that is true, false or not given; without it the shell would offer files.</summary>
public sealed class BooleanCompleter : IArgumentCompleter
{
    private static readonly string[] Values = ["$true", "$false"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Values.Where(value => value.StartsWith(wordToComplete ?? "", System.StringComparison.OrdinalIgnoreCase)).Select(static value => new CompletionResult(value));
}
