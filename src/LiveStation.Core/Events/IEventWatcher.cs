using System;
using System.Collections.Generic;

namespace LiveStation;

/// <summary>Who is told how the following of events goes, besides the events. From any thread.</summary>
internal interface IEventWatcher
{
    /// <summary>The service cannot be asked; it is tried on, and said once.</summary>
    /// <param name="reason">Why.</param>
    void Lost(LiveStationException reason);

    /// <summary>It answers again.</summary>
    /// <param name="after">After how long.</param>
    void Back(TimeSpan after);

    /// <summary>A list does not reach back to what it told last: what happened between may be missing.</summary>
    /// <param name="channelId">Whose list; null for that of all channels.</param>
    /// <param name="from">What was told last; null where it was before a restart.</param>
    /// <param name="to">The oldest that is listed now.</param>
    void Missed(string? channelId, DateTime? from, DateTime to);

    /// <summary>A list is not asked any more.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="channelId">Whose list; null for that of all channels.</param>
    void Ended(LiveStationException reason, string? channelId);

    /// <summary>The service does not list what callbacks told of.</summary>
    /// <param name="count">How many events.</param>
    /// <param name="first">The first of them.</param>
    void Unconfirmed(int count, Event first);

    /// <summary>Requests to the receiver of callbacks were not taken.</summary>
    /// <param name="refusals">How many, by the reason.</param>
    void Refused(IReadOnlyDictionary<CallbackRefusal, int> refusals);

    /// <summary>The bookmark cannot be written; it is tried on, and said once.</summary>
    /// <param name="reason">Why.</param>
    void Unwritten(LiveStationException reason);
}
