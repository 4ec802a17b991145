using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What happens to re-streams without a call: encoders come and go, and relays break.</summary>
public sealed class RestreamControls
{
    private readonly Account _account;
    private readonly RestreamState _state;

    internal RestreamControls(Account account, RestreamState state)
    {
        _account = account;
        _state = state;
    }

    /// <summary>The ids of all re-streams that are not deleted, in the order in which they were made: a copy.</summary>
    public IReadOnlyList<string> Ids =>
        _account.Do(_ => _state.All.Where(channel => !channel.Life.IsGone).Select(channel => channel.Id).ToList());

    /// <summary>Adds a re-stream that is READY at once, with made-up addresses and keys.</summary>
    /// <param name="channelName">Its name; not checked.</param>
    /// <param name="targetNames">Its targets; not checked.</param>
    /// <returns>The id.</returns>
    public string Add(string channelName, params string[] targetNames) =>
        _account.Do(now => _state.AddReady(null, RestreamSettings.MadeUp(channelName, targetNames), now).Id);

    /// <summary>The numbers of the targets of a re-stream.</summary>
    /// <param name="channelId">A re-stream.</param>
    public IReadOnlyList<long> PlatformIds(string channelId) => _account.Do(_ => Require(channelId).Targets.Select(target => target.PlatId).ToList());

    /// <summary>Puts a re-stream on air without a stream; its relays connect.</summary>
    /// <param name="channelId">A re-stream in READY.</param>
    public void StartPublishing(string channelId) => _account.Do(now => Require(channelId).Life.GoOnAir("Re-stream " + channelId, now));

    /// <summary>Takes a re-stream off air; its relays end. Nothing happens when it is not on air.</summary>
    /// <param name="channelId">A re-stream.</param>
    public void StopPublishing(string channelId) => _account.Do(now => Require(channelId).Life.StopPublishing(now));

    /// <summary>Breaks the relay to a target: it fails while the re-stream is on air, until a change of the target corrects it.</summary>
    /// <param name="platformId">Number of the target.</param>
    public void Break(long platformId) => _account.Do(now => Relay(platformId).Break(now));

    /// <summary>Mends a relay without a call, as when the platform was at fault; on air it connects anew. Nothing happens to one that is not broken.</summary>
    /// <param name="platformId">Number of the target.</param>
    public void Mend(long platformId) => _account.Do(now => Relay(platformId).Mend(now));

    /// <summary>How many there are, deleted ones left out.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} re-streams", Ids.Count);

    private RestreamChannel Require(string channelId) => Given.OneIn(_state.All, channelId, "re-stream", nameof(channelId));

    private Relay Relay(long platformId) =>
        _state.All.SelectMany(channel => channel.Targets).FirstOrDefault(target => target.PlatId == platformId)?.Relay
            ?? throw new ArgumentException($"There is no relay {platformId}.", nameof(platformId));
}
