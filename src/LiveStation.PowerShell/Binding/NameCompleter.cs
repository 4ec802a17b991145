using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>
/// Completes names of things of a kind from what the context has seen, with the words beside them as tool tips; what is begun
/// of these finds the name. Never prompts, never throws, never waits long.
/// </summary>
/// <typeparam name="TKind">The kind.</typeparam>
internal class NameCompleter<TKind> : IArgumentCompleter
    where TKind : Kind
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What is offered for a thing, and the words beside it; null for nothing.</summary>
    private protected virtual (string? Value, string Tip) Offer(Kind kind, string name, object item) => (name, kind.Tip(item));

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
        Kind kind = Kind.Get(typeof(TKind));
        if (!context.Seen.IsListed(kind))
        {
            Fetch(context, kind);
        }

        HashSet<string> offered = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, object> seen in context.Seen.All(kind))
        {
            // A value that cannot be shown as it is would not be the one that is sent.
            if (kind.Fits(seen.Value, boundParameters)
                && Offer(kind, seen.Key, seen.Value) is ({ } value, { } toolTip)
                && Text.Clean(value) == value
                && (value.StartsWith(word, StringComparison.OrdinalIgnoreCase) || toolTip.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                && offered.Add(value))
            {
                yield return new CompletionResult(ShellText.Quote(value), value, CompletionResultType.ParameterValue, Text.Clean(toolTip));
            }
        }
    }

    // The only completion that asks the service, seldom, and no longer than a key press can wait.
    private static void Fetch(LsContext context, Kind kind)
    {
        using CancellationTokenSource stop = new(Patience);
        CancellationToken token = stop.Token;
        if (kind.ListAsync(context.Client, token) is not { } list)
        {
            return;
        }

        Task fetch = Task.Run(
            async () =>
            {
                List<object> items = [];
                await foreach (object item in list.ConfigureAwait(false))
                {
                    items.Add(item);
                }

                context.Seen.Replace(kind, items);
            },
            token);
        if (Task.WaitAny([fetch], Patience) < 0)
        {
            stop.Cancel();
        }

        _ = fetch.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }
}
