using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>Finds the beginning of what ended: codes come in pairs, such as PUBLISH_START and PUBLISH_END, new ones probably too.</summary>
internal static class EventSpans
{
    private const string Start = "_START";
    private const string End = "_END";

    /// <summary>
    /// A list as a log reads, oldest first, with how long it had lasted at each end of something whose beginning is there too. At the
    /// same instant the order of the answer stays, turned where it comes newest first; what has no time comes last.
    /// </summary>
    public static IReadOnlyList<Event> Note(IReadOnlyList<Event> events)
    {
        bool isTurned = events.Count > 1 && events[0].Timestamp > events[events.Count - 1].Timestamp;
        List<Event> log = [.. (isTurned ? events.Reverse() : events).OrderBy(static item => item.Timestamp?.ToUniversalTime() ?? DateTime.MaxValue)];
        Dictionary<(string?, string), DateTime> begun = [];
        foreach (Event item in log.Where(static item => item.Timestamp is not null))
        {
            if (Is(item, Start))
            {
                begun[Key(item, Start)] = item.Timestamp!.Value.ToUniversalTime();
            }
            else if (Is(item, End) && begun.TryGetValue(Key(item, End), out DateTime start))
            {
                item.Lasted(item.Timestamp!.Value.ToUniversalTime() - start);
                begun.Remove(Key(item, End));
            }
        }

        return log;
    }

    private static bool Is(Event item, string side) => item.EventCodeText?.EndsWith(side, StringComparison.OrdinalIgnoreCase) == true;

    private static (string?, string) Key(Event item, string side) =>
        (item.ChannelId, item.EventCodeText!.Substring(0, item.EventCodeText.Length - side.Length).ToUpperInvariant());
}
