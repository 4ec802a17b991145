using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What happened to the channels of the account, and who is told of it.</summary>
internal sealed class EventState
{
    private readonly Account _account;
    private readonly LinkedList<LoggedEvent> _events = new();
    private readonly List<Func<string, string?>> _ownAddresses = [];
    private readonly Counter _ids = new(1233);

    public EventState(Account account, CallbackPost post)
    {
        _account = account;
        Post = post;
    }

    public CallbackPost Post { get; }

    public int Count => _events.Count;

    /// <summary>How many events there are at the most; null for no limit.</summary>
    public int? Kept { get; private set; }

    /// <summary>The default address; empty for none.</summary>
    public string DefaultAddress { get; private set; } = "";

    public DateTimeOffset? DefaultSince { get; private set; }

    /// <summary>Knows the callback addresses of one more kind of channel; empty for a channel without one, null for no such channel.</summary>
    public void KnowAddresses(Func<string, string?> ownAddress) => _ownAddresses.Add(ownAddress);

    public void Keep(int? count)
    {
        Kept = count;
        Forget();
    }

    public void SetDefault(string address, DateTimeOffset now)
    {
        DefaultAddress = address;
        DefaultSince = now;
        ExpectCallbacks();
    }

    /// <summary>There is somebody to tell, so what is due has to happen without a call.</summary>
    public void ExpectCallbacks() => _account.KeepTime();

    /// <summary>Writes an event, and posts it to the address of its channel, else to the default one.</summary>
    public void Write(DateTimeOffset time, string channelId, string code, string description, string? level = null)
    {
        LoggedEvent happened = new(_ids.Next(), time, channelId, code, description, level ?? EventCodes.LevelOf(code));
        _events.AddLast(happened);
        Forget();
        string own = _ownAddresses.Select(find => find(channelId)).FirstOrDefault(address => address is not null) ?? "";
        string address = own.Length > 0 ? own : DefaultAddress;
        if (address.Length > 0)
        {
            Post.Send(happened, new Uri(address));
        }
    }

    /// <summary>Events, newest first: the order of the real lists is documented nowhere.</summary>
    public IReadOnlyList<LoggedEvent> List(Func<LoggedEvent, bool> which) =>
        _events.Where(which).OrderByDescending(happened => happened.Time).ThenByDescending(happened => happened.Id).ToList();

    // In the order of writing, which is that of happening but for what a seed tells of yesterday.
    private void Forget()
    {
        while (_events.Count > Kept)
        {
            _events.RemoveFirst();
        }
    }
}
