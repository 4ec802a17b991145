using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LiveStation.PowerShell;

/// <summary>Completes a template of file names: with the usual one, and after an opening brace with the properties that it can hold.</summary>
internal sealed class FileNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = (wordToComplete ?? "").Trim('\'', '"');
        if (begun.Length == 0)
        {
            return [new CompletionResult($"'{FileNameTemplate.Default}'")];
        }

        int brace = begun.LastIndexOf('{');
        return brace < 0 || begun.IndexOfAny(['}', ':'], brace) > 0
            ? []
            : FileNameTemplate.Names
                .Where(name => name.StartsWith(begun.Substring(brace + 1), StringComparison.OrdinalIgnoreCase))
                .OrderBy(static name => name, StringComparer.Ordinal)
                .Select(name => new CompletionResult($"'{begun.Substring(0, brace)}{{{name}}}'", name, CompletionResultType.Property, name));
    }
}
