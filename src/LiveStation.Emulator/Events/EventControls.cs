using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;

namespace LiveStation.Emulator;

/// <summary>What happens to events without a call: any can be written, and callbacks go astray.</summary>
public sealed class EventControls
{
    private readonly Account _account;
    private readonly EventState _state;

    internal EventControls(Account account, EventState state)
    {
        _account = account;
        _state = state;
    }

    /// <summary>What became of the callbacks, the last 10,000, in the order in which they arrived or did not: a copy.</summary>
    public IReadOnlyList<CallbackDelivery> Deliveries => _state.Post.Deliveries;

    /// <summary>How many events are kept, the newest; null, as at the start, for all. How many the real service keeps is documented nowhere.</summary>
    public int? Kept
    {
        get => _account.Do(_ => _state.Kept);
        set => _account.Do(_ => _state.Keep(value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "Kept counts from 1.")));
    }

    /// <summary>Writes an event, as if it had happened now.</summary>
    /// <param name="channelId">Its channel; not checked.</param>
    /// <param name="eventCode">Its code, also one that nobody knows yet.</param>
    /// <param name="description">What is said about it.</param>
    /// <param name="logLevel">INFO or ERROR; null for what fits the code.</param>
    public void Write(string channelId, string eventCode, string description = "", string? logLevel = null) =>
        _account.Do(now => _state.Write(now, channelId, string.IsNullOrEmpty(eventCode) ? throw new ArgumentException("An event has a code.", nameof(eventCode)) : eventCode, description, logLevel));

    /// <summary>Lets something go wrong with callbacks to come. The first fault that matches one is played.</summary>
    /// <param name="fault">The fault.</param>
    public void AddFault(CallbackFault fault)
    {
        if (fault is null)
        {
            throw new ArgumentNullException(nameof(fault));
        }

        if (fault.Times < 1 || fault.Delay < TimeSpan.Zero || (fault.Delay != TimeSpan.Zero && fault.Delay < TimeSpan.FromMilliseconds(1)))
        {
            throw new ArgumentException("Times counts from 1; Delay is no negative span, and none under a millisecond: was a number taken as ticks?", nameof(fault));
        }

        _state.Post.Add(fault);
    }

    /// <summary>Ends when every callback that was sent off has arrived or failed; late ones too, which needs the clock to go on. What is held back is not waited for.</summary>
    public Task WhenDeliveredAsync() => _state.Post.WhenThroughAsync();

    /// <summary>How many there are.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} events", _account.Do(_ => _state.Count));
}
