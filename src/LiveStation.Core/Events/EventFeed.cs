using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>A list of events that is asked for again and again.</summary>
internal sealed class EventFeed(string? channelId, Func<IAsyncEnumerable<Event>> list)
{
    /// <summary>The channel that it is of; null for all channels.</summary>
    public string? ChannelId { get; } = channelId;

    /// <summary>The question that is under way; null where none is.</summary>
    public Task<IReadOnlyList<Event>>? Pending { get; private set; }

    /// <summary>When it was asked last; since the follower began.</summary>
    public TimeSpan AskedAt { get; private set; } = TimeSpan.MinValue;

    /// <summary>When it is to be asked next.</summary>
    public TimeSpan Due { get; set; }

    /// <summary>The pause between two questions.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Whether it was answered at least once.</summary>
    public bool IsHeard { get; set; }

    /// <summary>Whether the last question came to nothing.</summary>
    public bool IsDown { get; set; }

    /// <summary>The youngest time of its last answer; null where nothing stood in it.</summary>
    public DateTime? Newest { get; set; }

    /// <summary>Asks.</summary>
    public void Ask(TimeSpan now, CancellationToken cancellationToken)
    {
        AskedAt = now;
        Pending = Task.Run(() => ReadAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The answer to the question that is under way, which is over with that.</summary>
    public async Task<IReadOnlyList<Event>> TakeAsync()
    {
        try
        {
            return await Pending!.ConfigureAwait(false);
        }
        finally
        {
            Pending = null;
        }
    }

    private async Task<IReadOnlyList<Event>> ReadAsync(CancellationToken cancellationToken)
    {
        List<Event> events = [];
        await foreach (Event item in list().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            events.Add(item);
        }

        return events;
    }
}
