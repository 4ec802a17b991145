using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LiveStation.PowerShell;

/// <summary>Completes a parameter from what the context has seen. Never prompts, never throws, never waits long.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    private protected abstract IEnumerable<(string Value, string ToolTip)> Candidates(LsContext context, IDictionary boundParameters);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            LsContext? context = fakeBoundParameters?["Context"] as LsContext ?? ContextStore.Current(null);
            return context is null ? [] : [.. Results(context, fakeBoundParameters ?? new Hashtable(), (wordToComplete ?? "").Trim('\'', '"'))];
        }
        catch (Exception e) when (e is LiveStationException or OperationCanceledException or AggregateException or InvalidOperationException)
        {
            // A key press is no place for an error: the prompt goes on without suggestions.
            return [];
        }
    }

    private IEnumerable<CompletionResult> Results(LsContext context, IDictionary boundParameters, string word)
    {
        foreach ((string value, string toolTip) in Candidates(context, boundParameters))
        {
            // A value that cannot be shown as it is would not be the one that is sent.
            if (Text.Clean(value) != value)
            {
                continue;
            }

            if (value.StartsWith(word, StringComparison.OrdinalIgnoreCase) || toolTip.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                yield return new CompletionResult(ShellText.Quote(value), value, CompletionResultType.ParameterValue, Text.Clean(toolTip));
            }
        }
    }
}
