using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LiveStation.PowerShell;

/// <summary>Completes errors: by code where a digit was typed, by name otherwise, each with what it means.</summary>
internal sealed class ErrorCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = (wordToComplete ?? "").Trim('\'', '"');
        Func<ErrorInfo, string> text = begun.Length > 0 && char.IsDigit(begun[0])
            ? static entry => entry.Code?.ToString(CultureInfo.InvariantCulture) ?? ""
            : static entry => entry.Name;
        return KnownErrors.All
            .Where(entry => text(entry).StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .GroupBy(text)
            .OrderBy(static entries => entries.Key, StringComparer.Ordinal)
            .Select(static entries => new CompletionResult(entries.Key, entries.Key, CompletionResultType.ParameterValue, entries.First().Meaning));
    }
}
