using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LiveStation.PowerShell;

/// <summary>Completes a parameter from some words. With none of its own the shell would offer files, where no file belongs.</summary>
internal abstract class WordCompleter(params string[] words) : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = (wordToComplete ?? "").Trim('\'', '"');
        return words.Where(word => word.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(static word => new CompletionResult(word));
    }
}
