using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LiveStation.PowerShell;

/// <summary>Completes the values of an enum that can be meant; what is begun in the API's spelling finds ours.</summary>
/// <remarks>
/// The shell completes enums and arrays of them itself, Unknown and all, and asks nobody else; arrays of nullable ones it does not
/// know. For a single value a ValidateRange without Unknown does.
/// </remarks>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class EnumCompleter<T> : IArgumentCompleter
    where T : struct, Enum
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = (wordToComplete ?? "").Trim('\'', '"');
        return ((T[])Enum.GetValues(typeof(T)))
            .Where(static value => value.ToString() != "Unknown")
            .Where(value => Begins(value.ToString(), begun) || Begins(WireNames<T>.Write(value) ?? "", begun))
            .Select(static value => new CompletionResult(value.ToString()));
    }

    private static bool Begins(string text, string begun) => text.StartsWith(begun, StringComparison.OrdinalIgnoreCase);
}
