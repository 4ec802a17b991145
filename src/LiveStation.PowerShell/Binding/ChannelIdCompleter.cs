using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Completes ids of channels, with their names as tool tips; a name that is begun finds its id.</summary>
public sealed class ChannelIdCompleter : NameCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private protected override IEnumerable<(string Value, string ToolTip)> Candidates(LsContext context, IDictionary boundParameters)
    {
        if (!context.Seen.HasListedChannels)
        {
            Fetch(context);
        }

        return context.Seen.Channels.Select(static seen => (seen.Key, seen.Value));
    }

    // The only completion that asks the service, once, and no longer than a key press can wait.
    private static void Fetch(LsContext context)
    {
        using CancellationTokenSource stop = new(Patience);
        CancellationToken token = stop.Token;
        Task fetch = Task.Run(
            async () =>
            {
                await foreach (Channel channel in context.Client.Channels.ListAsync(null, token).ConfigureAwait(false))
                {
                    context.Seen.Note(channel);
                }

                context.Seen.HasListedChannels = true;
            },
            token);
        if (Task.WaitAny([fetch], Patience) < 0)
        {
            stop.Cancel();
        }

        _ = fetch.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }
}
